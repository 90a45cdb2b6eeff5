import { normalCdf, normalQuantile, normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

const SMALLEST_SIGMA = 1e-12

/** `sigma` is one person's standard deviation, `delta` the difference of means, both in the metric's units. */
export interface TwoMeans {
  readonly sigma: number
  readonly delta: number
  /** two-sided, already adjusted for several comparisons */
  readonly alpha: number
}

/**
 * Persons per arm for the z test of two means with equal arms: ceil(2 ((z_(alpha/2) + z_power) sigma / delta)^2)
 * (Chow, Shao, Wang & Lokhnygina 2018, eq. 3.7). A ratio metric uses the deviation of its linearized value. A sigma of
 * 1e-12 or less is `zero_variance`.
 */
export function sizeTwoMeans(input: TwoMeans & { readonly power: number }): Inference<number> {
  const { sigma, delta, alpha, power } = input
  if (![sigma, delta, alpha, power].every(Number.isFinite)) return noAnswer('not_finite')
  if (sigma <= SMALLEST_SIGMA) return noAnswer('zero_variance')
  if (!(isLevel(alpha) && isLevel(power))) return noAnswer('out_of_range')
  const reach = normalUpperQuantile(alpha / 2) + normalQuantile(power)
  if (!(reach > 0)) return noAnswer('out_of_range')
  const n = Math.ceil(2 * ((reach * sigma) / delta) ** 2)
  return Number.isFinite(n) ? answer(n) : noAnswer('out_of_range')
}

/** Power of the same test with `controlN` and `treatmentN` persons; the wrong side is not counted. */
export function powerTwoMeans(input: TwoMeans & { readonly controlN: number; readonly treatmentN: number }): number {
  const standardError = input.sigma * Math.sqrt(1 / input.controlN + 1 / input.treatmentN)
  return normalCdf(Math.abs(input.delta) / standardError - normalUpperQuantile(input.alpha / 2))
}
