import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/**
 * Persons per arm so that the credible interval of the difference of two rates near `baseline` reaches `precision`
 * (a fraction) to each side: ceil(2 p (1 - p) (z / precision)^2), z for the credibility (flat priors, normal approximation).
 */
export function sizeBinaryPrecision(input: {
  readonly baseline: number
  readonly precision: number
  readonly credibility: number
}): Inference<number> {
  const { baseline } = input
  if (!(baseline > 0 && baseline < 1)) return noAnswer(Number.isFinite(baseline) ? 'out_of_range' : 'not_finite')
  return sizeFromVariance(baseline * (1 - baseline), input.precision, input.credibility)
}

/** The same for the difference of two means: ceil(2 sigma^2 (z / precision)^2), precision in the metric's units. */
export function sizeMeanPrecision(input: {
  readonly sigma: number
  readonly precision: number
  readonly credibility: number
}): Inference<number> {
  return sizeFromVariance(input.sigma ** 2, input.precision, input.credibility)
}

function sizeFromVariance(variance: number, precision: number, credibility: number): Inference<number> {
  if (![variance, precision, credibility].every(Number.isFinite)) return noAnswer('not_finite')
  if (!(precision > 0 && isLevel(credibility))) return noAnswer('out_of_range')
  if (variance === 0) return noAnswer('zero_variance')
  const n = Math.ceil(2 * variance * (normalUpperQuantile((1 - credibility) / 2) / precision) ** 2)
  return Number.isFinite(n) ? answer(n) : noAnswer('out_of_range')
}
