import { normalUpperQuantile } from '@verdict/stats'
import { type Monitoring, monitoringOf as policyMonitoring } from '../planning/look-design.ts'
import type { Project } from '../projects/project.ts'
import { type Comparison, comparisonAlpha } from './comparison.ts'
import type { Information } from './information.ts'

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

const FIXED_READ_FRACTION = 0.95

export function monitoringOf({ payload: { decision_policy: policy, constraints } }: Project): Monitoring {
  return policyMonitoring(policy, constraints.n_looks)
}

/** The look that is due and not yet recorded; null when there is none. */
export function dueLook(
  project: Project,
  information: Information,
  comparisons: readonly Comparison[],
  recorded: readonly RecordedLook[],
): Omit<RecordedLook, 'recordedAt' | 'dataVersion'> | null {
  const { fraction } = information
  if (monitoringOf(project) !== 'fixed' || recorded.length > 0) return null
  if (fraction === null || fraction < FIXED_READ_FRACTION) return null
  const alpha = comparisonAlpha(project)
  return {
    look: 1,
    informationFraction: fraction,
    boundaryZ: normalUpperQuantile(alpha / 2),
    comparisons: comparisons.flatMap(comparison => lookComparison(comparison, alpha)),
  }
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
