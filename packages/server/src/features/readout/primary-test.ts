import {
  type EffectTest,
  equivalenceTest,
  fisherTest,
  type Inference,
  noAnswer,
  pooledZTest,
  welchTest,
} from '@verdict/stats'
import type { Project } from '../projects/project.ts'
import type { ArmMoments } from './arm-moments.ts'

// Above this many the normal p-value is the same to the digits that are printed, and the exact one takes long.
const MOST_EXACT = 200_000

/** The test that the design planned, of one arm against control; natural units. */
export function primaryTest(
  { payload: { metrics } }: Project,
  control: ArmMoments,
  treatment: ArmMoments,
  alpha: number,
): Inference<EffectTest> {
  if (metrics.metric_type === 'ratio') return noAnswer('out_of_range')
  if (metrics.metric_type === 'binary') {
    return metrics.planned_test === 'fisher_exact'
      ? exactTest(control, treatment, alpha)
      : rateTest(control, treatment, alpha)
  }
  if (control.outcome.m2 === 0 || treatment.outcome.m2 === 0) return noAnswer('zero_variance')
  const margin = equivalenceMargin(metrics)
  return margin === null
    ? welchTest(control.outcome, treatment.outcome, alpha)
    : equivalenceTest(control.outcome, treatment.outcome, margin, alpha)
}

/** The margin within which arms count as equal, in the metric's unit; null for a test of difference. */
export function equivalenceMargin(metrics: Project['payload']['metrics']): number | null {
  if (metrics.planned_test !== 'tost' || metrics.equivalence_margin_pct === null) return null
  return (metrics.baseline_value * metrics.equivalence_margin_pct) / 100
}

function rateTest(control: ArmMoments, treatment: ArmMoments, alpha: number): Inference<EffectTest> {
  if (control.outcome.n < 2 || treatment.outcome.n < 2) return noAnswer('too_few_persons')
  return pooledZTest(rateOf(control), rateOf(treatment), alpha)
}

// The exact p-value; effect, interval and statistic are those of the z test.
function exactTest(control: ArmMoments, treatment: ArmMoments, alpha: number): Inference<EffectTest> {
  const plain = rateTest(control, treatment, alpha)
  if (!plain.ok || control.outcome.n + treatment.outcome.n > MOST_EXACT) return plain
  const exact = fisherTest(rateOf(control), rateOf(treatment), alpha)
  if (!exact.ok) return exact
  const { pValue, pValueLog10, power } = exact.value
  return { ok: true, value: { ...plain.value, pValue, pValueLog10, power } }
}

export function rateOf({ converted, outcome }: ArmMoments) {
  return { successes: converted, n: outcome.n }
}
