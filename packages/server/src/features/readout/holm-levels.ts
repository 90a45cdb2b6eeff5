import type { Project } from '../projects/project.ts'
import { comparisonAlpha } from './comparison.ts'

/**
 * The level that each p-value has to be below. Holm (1979): the smallest is held to alpha over the number of arms, the next to
 * alpha over one less, until the first that fails; any other adjustment holds all to the level of one comparison.
 */
export function holmLevels(project: Project, pValues: readonly number[]): readonly number[] {
  const { metrics, setup, decision_policy: policy } = project.payload
  if (policy.arm_adjustment !== 'holm') return pValues.map(() => comparisonAlpha(project))
  const levels = pValues.map(() => 0)
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!)
  // An arm that can not be evaluated has not been rejected: the count of arms is that of the design.
  let arms = setup.variants_count - 1
  for (const index of order) {
    levels[index] = metrics.alpha / arms
    if (!(pValues[index]! < levels[index]!)) break
    arms -= 1
  }
  return levels
}
