import { logBeta } from '../special/log-beta.ts'
import type { Tails } from '../special/tails.ts'
import { ALL_ABOVE, ALL_BELOW, NO_TAILS, swapTails } from '../special/tails.ts'
import { betaExceedance } from './beta-exceedance.ts'
import { discreteQuantile, discreteUpperQuantile } from './discrete-quantile.ts'

/** Natural logarithm of P(X = k), X binomial of n trials whose rate is Beta(a, b): C(n, k) B(k + a, n - k + b) / B(a, b). */
export function betaBinomialLogProbability(k: number, n: number, a: number, b: number): number {
  if (!isBetaBinomial(n, a, b)) return Number.NaN
  if (!(k >= 0 && k <= n && Number.isInteger(k))) return Number.NEGATIVE_INFINITY
  return logBeta(k + a, n - k + b) - logBeta(a, b) - Math.log(n + 1) - logBeta(k + 1, n - k + 1)
}

/**
 * P(X <= k): the chance that a Beta(k + 1, n - k) variable exceeds the rate, so that the cost does not grow with n.
 * a and b of 0.05 or more.
 */
export function betaBinomialCdf(k: number, n: number, a: number, b: number): number {
  return betaBinomialTails(k, n, a, b).lower
}

/** P(X > k). */
export function betaBinomialSurvival(k: number, n: number, a: number, b: number): number {
  return betaBinomialTails(k, n, a, b).upper
}

/** Natural logarithm of P(X <= k). */
export function betaBinomialLogCdf(k: number, n: number, a: number, b: number): number {
  return betaBinomialTails(k, n, a, b).logLower
}

/** Natural logarithm of P(X > k). */
export function betaBinomialLogSurvival(k: number, n: number, a: number, b: number): number {
  return betaBinomialTails(k, n, a, b).logUpper
}

/** The least k with P(X <= k) >= p; NaN outside [0, 1]. */
export function betaBinomialQuantile(p: number, n: number, a: number, b: number): number {
  if (!isBetaBinomial(n, a, b)) return Number.NaN
  return discreteQuantile(p, k => betaBinomialTails(k, n, a, b), { low: 0, high: n, start: (n * a) / (a + b) })
}

/** The least k with P(X > k) <= q, from an upper tail. */
export function betaBinomialUpperQuantile(q: number, n: number, a: number, b: number): number {
  if (!isBetaBinomial(n, a, b)) return Number.NaN
  return discreteUpperQuantile(q, k => betaBinomialTails(k, n, a, b), { low: 0, high: n, start: (n * a) / (a + b) })
}

function betaBinomialTails(k: number, n: number, a: number, b: number): Tails {
  if (!isBetaBinomial(n, a, b) || Number.isNaN(k)) return NO_TAILS
  const whole = Math.floor(k)
  if (whole < 0) return ALL_ABOVE
  if (whole >= n) return ALL_BELOW
  return swapTails(betaExceedance({ a, b }, { a: whole + 1, b: n - whole }))
}

function isBetaBinomial(n: number, a: number, b: number): boolean {
  return Number.isInteger(n) && n >= 0 && a > 0 && b > 0 && Number.isFinite(a + b)
}
