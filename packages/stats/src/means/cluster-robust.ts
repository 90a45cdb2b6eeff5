import type { CrossMoments } from '../cross-moments.ts'
import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { ratioEstimate } from '../ratios/ratio-test.ts'

/**
 * Difference of two means of persons whose clusters were randomized: per arm `CrossMoments` over clusters of [sum of the
 * values, number of persons], which merge over disjoint sets of whole clusters. The mean is sum / persons; its variance
 * G / (G - 1) sum over clusters of (sum_g - mean n_g)^2 / N^2 (Liang & Zeger 1986, with the small-sample factor of each
 * arm); Student's t with clusters - 2 degrees of freedom. Fewer than 2 clusters an arm: `too_few_persons`.
 */
export function clusterRobustTest(
  control: CrossMoments,
  treatment: CrossMoments,
  alpha: number,
): Inference<EffectTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const c = ratioEstimate(control)
  if (!c.ok) return c
  const t = ratioEstimate(treatment)
  if (!t.ok) return t
  const squaredError = c.value.variance + t.value.variance
  if (squaredError === 0) return noAnswer('zero_variance')
  const degreesOfFreedom = control.n + treatment.n - 2
  return answer(effectTest(t.value.ratio - c.value.ratio, Math.sqrt(squaredError), degreesOfFreedom, alpha))
}
