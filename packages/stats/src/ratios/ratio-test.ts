import type { CrossMoments } from '../cross-moments.ts'
import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** A ratio of two means and the variance of its estimate. */
export interface RatioEstimate {
  readonly ratio: number
  readonly variance: number
}

/**
 * Difference of two ratio metrics R = mean numerator / mean denominator, by the delta method (Deng, Knoblich & Lu 2018):
 * Var(R) = (s_y^2 - 2 R s_xy + R^2 s_x^2) / (n mean_x^2), normal statistic. `CrossMoments` of [numerator, denominator]
 * per person. A denominator of mean 0: `zero_total`; constant ratios in both arms: `zero_variance`.
 */
export function ratioTest(control: CrossMoments, treatment: CrossMoments, alpha: number): Inference<EffectTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const c = ratioEstimate(control)
  if (!c.ok) return c
  const t = ratioEstimate(treatment)
  if (!t.ok) return t
  const squaredError = c.value.variance + t.value.variance
  if (squaredError === 0) return noAnswer('zero_variance')
  const effect = t.value.ratio - c.value.ratio
  return answer(effectTest(effect, Math.sqrt(squaredError), Number.POSITIVE_INFINITY, alpha))
}

/** R and Var(R) of one arm, from `CrossMoments` of [numerator, denominator]; 2 persons or more. */
export function ratioEstimate({ n, means, products }: CrossMoments): Inference<RatioEstimate> {
  const [y = Number.NaN, x = Number.NaN] = means
  const [yy = Number.NaN, yx = Number.NaN, , xx = Number.NaN] = products
  if (!(n >= 2)) return noAnswer('too_few_persons')
  if (![y, x, yy, yx, xx].every(Number.isFinite)) return noAnswer('not_finite')
  if (x === 0) return noAnswer('zero_total')
  const ratio = y / x
  const residuals = Math.max(0, yy - 2 * ratio * yx + ratio * ratio * xx)
  return answer({ ratio, variance: residuals / (n - 1) / n / (x * x) })
}
