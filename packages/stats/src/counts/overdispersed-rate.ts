import type { CrossMoments } from '../cross-moments.ts'
import { studentUpperQuantile } from '../distributions/student-t.ts'
import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { ratioEstimate } from '../ratios/ratio-test.ts'

/** Difference of two event rates whose persons vary more (or less) than Poisson counts do. */
export interface OverdispersedRateTest extends EffectTest {
  /** treatment / control; its interval comes from the logarithm */
  readonly rateRatio: number
  readonly rateRatioLower: number
  readonly rateRatioUpper: number
  /** variance over that of a Poisson process; 1 where persons have events independently at one rate */
  readonly dispersion: number
}

/** robust: each arm's own variance over persons; quasi_poisson: one dispersion for both, variance = dispersion x mean. */
export type RateError = 'robust' | 'quasi_poisson'

/**
 * Compares two rates, events over exposure, from `CrossMoments` of [events, exposure] per person, which merge. Exposure may
 * vary. Robust: Var(R) = sum of (y - R t)^2 / (T^2 (n - 1) / n), normal statistic (the delta method; White 1980).
 * Quasi-Poisson: Var(R) = dispersion R / T, dispersion = sum over both arms of (y - R t)^2 / (R mean t), over N - 2; t with
 * N - 2 degrees (McCullagh & Nelder 1989, section 9.2.4). No event in an arm: `zero_total`.
 */
export function overdispersedRateTest(
  control: CrossMoments,
  treatment: CrossMoments,
  { alpha, error }: { readonly alpha: number; readonly error: RateError },
): Inference<OverdispersedRateTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const c = ratioEstimate(control)
  if (!c.ok) return c
  const t = ratioEstimate(treatment)
  if (!t.ok) return t
  if (![control, treatment].every(arm => arm.means[1]! > 0 && arm.means[0]! >= 0)) return noAnswer('out_of_range')
  const [rateC, rateT] = [c.value.ratio, t.value.ratio]
  if (rateC === 0 || rateT === 0) return noAnswer('zero_total')
  const degreesOfFreedom = error === 'robust' ? Number.POSITIVE_INFINITY : control.n + treatment.n - 2
  const pearson = (arm: CrossMoments, rate: number, variance: number) =>
    (variance * (arm.n - 1) * arm.n * arm.means[1]!) / rate
  const dispersion =
    (pearson(control, rateC, c.value.variance) + pearson(treatment, rateT, t.value.variance)) /
    (control.n + treatment.n - 2)
  if (!(dispersion > 0)) return noAnswer('zero_variance')
  const varianceOf = (arm: CrossMoments, rate: number, robust: number) =>
    error === 'robust' ? robust : (dispersion * rate) / (arm.n * arm.means[1]!)
  const [varianceC, varianceT] = [
    varianceOf(control, rateC, c.value.variance),
    varianceOf(treatment, rateT, t.value.variance),
  ]
  const logError = Math.hypot(Math.sqrt(varianceC) / rateC, Math.sqrt(varianceT) / rateT)
  const reach = Math.exp(studentUpperQuantile(alpha / 2, degreesOfFreedom) * logError)
  return answer({
    ...effectTest(rateT - rateC, Math.sqrt(varianceC + varianceT), degreesOfFreedom, alpha),
    rateRatio: rateT / rateC,
    rateRatioLower: rateT / rateC / reach,
    rateRatioUpper: (rateT / rateC) * reach,
    dispersion,
  })
}
