import { type Monitoring, monitoringOf as policyMonitoring } from '../planning/look-design.ts'
import type { Project } from '../projects/project.ts'
import type { Comparison } from './comparison.ts'

/** What one comparison showed when the look was taken; natural units. */
export interface LookComparison {
  readonly treatmentIndex: number
  readonly effect: number
  readonly lower: number
  readonly upper: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly statistic: number
  readonly probability: number | null
  readonly effectRelative: number
  readonly crossed: boolean
}

/** A look that was taken: it stays as it was. */
export interface RecordedLook {
  readonly look: number
  readonly informationFraction: number
  readonly boundaryZ: number
  readonly recordedAt: string
  readonly dataVersion: string
  readonly comparisons: readonly LookComparison[]
}

export function monitoringOf({ payload: { decision_policy: policy, constraints } }: Project): Monitoring {
  return policyMonitoring(policy, constraints.n_looks)
}

/** What a comparison shows now, as a look keeps it; nothing when there is no test. */
export function lookComparison({ control, treatment, test, probability }: Comparison, alpha: number): LookComparison[] {
  if (!test.ok) return []
  const { effect, lower, upper, pValue, pValueLog10, statistic } = test.value
  const base = control.outcome.mean
  return [
    {
      treatmentIndex: treatment.arm,
      effect,
      lower,
      upper,
      pValue,
      pValueLog10,
      statistic,
      probability,
      effectRelative: base === 0 ? 0 : (100 * effect) / base,
      crossed: pValue < alpha,
    },
  ]
}

/** Whether the last planned look is among these: the planned sample is complete. */
export function isComplete(project: Project, looks: readonly RecordedLook[]): boolean {
  const wanted = monitoringOf(project) === 'group_sequential' ? project.payload.constraints.n_looks : 1
  return looks.some(({ look }) => look >= wanted)
}
