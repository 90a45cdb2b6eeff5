import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import type { Moments } from '../moments.ts'
import { sampleVariance } from '../moments.ts'

/**
 * Welch's t test of two means, two-sided, with its interval, in the metric's units (Welch 1947; df by Satterthwaite 1946).
 * se^2 = s_c^2 / n_c + s_t^2 / n_t. Needs 2 persons in each arm; two constant arms are `zero_variance`.
 */
export function welchTest(control: Moments, treatment: Moments, alpha: number): Inference<EffectTest> {
  return welchFromVariances(
    { n: control.n, mean: control.mean, variance: sampleVariance(control) },
    { n: treatment.n, mean: treatment.mean, variance: sampleVariance(treatment) },
    alpha,
  )
}

/** Persons, mean, and variance of one person's value. */
export interface VarianceMean {
  readonly n: number
  readonly mean: number
  readonly variance: number
}

/** The same test from unbiased variances. */
export function welchFromVariances(
  control: VarianceMean,
  treatment: VarianceMean,
  alpha: number,
): Inference<EffectTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  if (!(control.n >= 2 && treatment.n >= 2)) return noAnswer('too_few_persons')
  const ofControl = control.variance / control.n
  const ofTreatment = treatment.variance / treatment.n
  const squaredError = ofControl + ofTreatment
  const effect = treatment.mean - control.mean
  if (!Number.isFinite(squaredError + effect)) return noAnswer('not_finite')
  if (!(ofControl >= 0 && ofTreatment >= 0)) return noAnswer('out_of_range')
  if (squaredError === 0) return noAnswer('zero_variance')
  const share = ofControl / squaredError
  const degreesOfFreedom = 1 / (share ** 2 / (control.n - 1) + (ofTreatment / squaredError) ** 2 / (treatment.n - 1))
  return answer(effectTest(effect, Math.sqrt(squaredError), degreesOfFreedom, alpha))
}
