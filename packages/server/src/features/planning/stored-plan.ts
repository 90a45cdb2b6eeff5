import type { ExperimentPayload } from '../projects/experiment-input.ts'
import type { CalculationPlan } from './calculation-schema.ts'

/** The calculation that a whole design stands for. */
export function storedPlan({ setup, metrics, constraints, decision_policy }: ExperimentPayload): CalculationPlan {
  return {
    ...metrics,
    ...setup,
    ...constraints,
    actual_counts: null,
    decision_policy,
    given_sample_size_per_variant: null,
  }
}
