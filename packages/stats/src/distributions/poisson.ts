import { deviance } from '../special/deviance.ts'
import { regularizedGamma } from '../special/regularized-gamma.ts'
import { stirlingError } from '../special/stirling-error.ts'
import type { Tails } from '../special/tails.ts'
import { ALL_ABOVE, ALL_BELOW, NO_TAILS, swapTails } from '../special/tails.ts'
import { discreteQuantile, discreteUpperQuantile } from './discrete-quantile.ts'

/** Natural logarithm of the Poisson probability exp(-mean) mean^k / k!, in the saddle-point form of Loader (2000). */
export function poissonLogProbability(k: number, mean: number): number {
  if (!(mean >= 0)) return Number.NaN
  if (!(k >= 0 && Number.isInteger(k))) return Number.NEGATIVE_INFINITY
  if (k === 0) return 0 - mean
  if (mean === 0) return Number.NEGATIVE_INFINITY
  return -stirlingError(k) - deviance(k, mean) - 0.5 * Math.log(2 * Math.PI * k)
}

/** P(X <= k) for Poisson X, as an incomplete gamma function (Abramowitz & Stegun 1964, 26.4.21). */
export function poissonCdf(k: number, mean: number): number {
  return poissonTails(k, mean).lower
}

/** P(X > k). */
export function poissonSurvival(k: number, mean: number): number {
  return poissonTails(k, mean).upper
}

/** Natural logarithm of P(X <= k). */
export function poissonLogCdf(k: number, mean: number): number {
  return poissonTails(k, mean).logLower
}

/** Natural logarithm of P(X > k). */
export function poissonLogSurvival(k: number, mean: number): number {
  return poissonTails(k, mean).logUpper
}

/** The least k with P(X <= k) >= p; NaN outside [0, 1]. */
export function poissonQuantile(p: number, mean: number): number {
  if (!isMean(mean)) return Number.NaN
  return discreteQuantile(p, k => poissonTails(k, mean), { ...FROM_ZERO, start: mean })
}

/** The least k with P(X > k) <= q, from an upper tail. */
export function poissonUpperQuantile(q: number, mean: number): number {
  if (!isMean(mean)) return Number.NaN
  return discreteUpperQuantile(q, k => poissonTails(k, mean), { ...FROM_ZERO, start: mean })
}

const FROM_ZERO = { low: 0, high: Number.POSITIVE_INFINITY }

function poissonTails(k: number, mean: number): Tails {
  if (!isMean(mean) || Number.isNaN(k)) return NO_TAILS
  if (k < 0) return ALL_ABOVE
  if (k === Number.POSITIVE_INFINITY || mean === 0) return ALL_BELOW
  return swapTails(regularizedGamma(Math.floor(k) + 1, mean))
}

function isMean(mean: number): boolean {
  return mean >= 0 && mean < Number.POSITIVE_INFINITY
}
