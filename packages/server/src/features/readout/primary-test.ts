import {
  answer,
  type EffectTest,
  effectTest,
  equivalenceTest,
  fisherTest,
  type Inference,
  noAnswer,
  pooledZTest,
  sampleVariance,
  welchTest,
} from '@verdict/stats'
import type { Project } from '../projects/project.ts'
import type { ArmMoments } from './arm-moments.ts'
import { pairedMetric } from './readout-query.ts'

// Above this many the normal p-value is the same to the digits that are printed, and the exact one takes long.
const MOST_EXACT = 200_000

/** The test that the design planned, of one arm against control; natural units. */
export function primaryTest(
  { payload: { metrics } }: Project,
  control: ArmMoments,
  treatment: ArmMoments,
  alpha: number,
): Inference<EffectTest> {
  if (metrics.metric_type === 'binary') {
    return metrics.planned_test === 'fisher_exact'
      ? exactTest(control, treatment, alpha)
      : rateTest(control, treatment, alpha)
  }
  if (pairedMetric(metrics) !== null) return deltaTest(control, treatment, alpha)
  if (control.outcome.m2 === 0 || treatment.outcome.m2 === 0) return noAnswer('zero_variance')
  const margin = equivalenceMargin(metrics)
  return margin === null
    ? welchTest(control.outcome, treatment.outcome, alpha)
    : equivalenceTest(control.outcome, treatment.outcome, margin, alpha)
}

/** Whether the design compares the order of the persons' values, not their mean. */
export function isRankDesign({ payload: { metrics } }: Project): boolean {
  return metrics.planned_test === 'mann_whitney'
}

/** The margin within which arms count as equal, in the metric's unit; null for a test of difference. */
export function equivalenceMargin(metrics: Project['payload']['metrics']): number | null {
  if (metrics.planned_test !== 'tost' || metrics.equivalence_margin_pct === null) return null
  return (metrics.baseline_value * metrics.equivalence_margin_pct) / 100
}

// Of linearized ratios, whose variance is the delta method's: a normal statistic, as the contract has it.
function deltaTest(control: ArmMoments, treatment: ArmMoments, alpha: number): Inference<EffectTest> {
  const [c, t] = [control.outcome, treatment.outcome]
  if (c.n < 2 || t.n < 2) return noAnswer('too_few_persons')
  const squaredError = sampleVariance(c) / c.n + sampleVariance(t) / t.n
  if (!Number.isFinite(squaredError)) return noAnswer('zero_total')
  if (squaredError === 0) return noAnswer('zero_variance')
  return answer(effectTest(t.mean - c.mean, Math.sqrt(squaredError), Number.POSITIVE_INFINITY, alpha))
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
