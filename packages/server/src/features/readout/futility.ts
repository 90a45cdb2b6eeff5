import { lookDesign } from '../planning/look-design.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { Project } from '../projects/project.ts'
import { monitoringOf, type RecordedLook } from './look.ts'

/** Whether the last look was at or below its futility bound in every arm: the planned effect has become unlikely. */
export function isFutile(project: Project, looks: readonly RecordedLook[]): boolean {
  const look = looks.at(-1)
  if (look === undefined || monitoringOf(project) !== 'group_sequential') return false
  const bound = lookDesign(storedPlan(project.payload))?.futility?.[look.look - 1]
  if (bound === undefined || look.comparisons.length === 0) return false
  const sign = project.payload.metrics.direction === 'decrease' ? -1 : 1
  return look.comparisons.every(({ statistic }) => sign * statistic <= bound)
}
