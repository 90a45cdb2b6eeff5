import { deviance } from '../special/deviance.ts'
import { regularizedBeta } from '../special/regularized-beta.ts'
import { stirlingError } from '../special/stirling-error.ts'
import type { Tails } from '../special/tails.ts'
import { ALL_ABOVE, ALL_BELOW, NO_TAILS } from '../special/tails.ts'
import { discreteQuantile, discreteUpperQuantile } from './discrete-quantile.ts'
import type { Lattice } from './lattice.ts'

/**
 * Natural logarithm of the binomial probability C(n, k) p^k q^(n - k), in the saddle-point form of Loader (2000).
 * Hand over `q` where 1 - p would round.
 */
export function binomialLogProbability(k: number, n: number, p: number, q: number = 1 - p): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY
  if (p === 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY
  if (q === 0) return k === n ? 0 : Number.NEGATIVE_INFINITY
  if (k === 0) return p < q ? n * Math.log1p(-p) : n * Math.log(q)
  if (k === n) return q < p ? n * Math.log1p(-q) : n * Math.log(p)
  const remainders = stirlingError(n) - stirlingError(k) - stirlingError(n - k)
  const exponent = remainders - deviance(k, n * p) - deviance(n - k, n * q)
  return exponent - 0.5 * Math.log(2 * Math.PI * k * ((n - k) / n))
}

/** P(X <= k) for X the successes of n trials, as an incomplete beta function (Abramowitz & Stegun 1964, 26.5.24). */
export function binomialCdf(k: number, n: number, p: number, q: number = 1 - p): number {
  return binomialTails(k, n, p, q).lower
}

/** P(X > k). */
export function binomialSurvival(k: number, n: number, p: number, q: number = 1 - p): number {
  return binomialTails(k, n, p, q).upper
}

/** Natural logarithm of P(X <= k). */
export function binomialLogCdf(k: number, n: number, p: number, q: number = 1 - p): number {
  return binomialTails(k, n, p, q).logLower
}

/** Natural logarithm of P(X > k). */
export function binomialLogSurvival(k: number, n: number, p: number, q: number = 1 - p): number {
  return binomialTails(k, n, p, q).logUpper
}

/** The least k with P(X <= k) >= probability; NaN outside [0, 1]. */
export function binomialQuantile(probability: number, n: number, p: number, q: number = 1 - p): number {
  if (!isBinomial(n, p, q)) return Number.NaN
  return discreteQuantile(probability, k => binomialTails(k, n, p, q), { low: 0, high: n, start: n * p })
}

/** The least k with P(X > k) <= tail, from an upper tail. */
export function binomialUpperQuantile(tail: number, n: number, p: number, q: number = 1 - p): number {
  if (!isBinomial(n, p, q)) return Number.NaN
  return discreteUpperQuantile(tail, k => binomialTails(k, n, p, q), { low: 0, high: n, start: n * p })
}

function binomialTails(k: number, n: number, p: number, q: number): Tails {
  if (!isBinomial(n, p, q) || Number.isNaN(k)) return NO_TAILS
  const whole = Math.floor(k)
  if (whole < 0) return ALL_ABOVE
  if (whole >= n) return ALL_BELOW
  return regularizedBeta(n - whole, whole + 1, q, p)
}

function isBinomial(n: number, p: number, q: number): boolean {
  return Number.isInteger(n) && n >= 0 && p >= 0 && q >= 0
}

/** The binomial distribution of n trials, for exact tests; 0 < p < 1. */
export function binomial(n: number, p: number, q: number = 1 - p): Lattice {
  return {
    low: 0,
    high: n,
    mode: Math.min(n, Math.floor((n + 1) * p)),
    logProbability: k => binomialLogProbability(k, n, p, q),
    ratio: k => ((n - k) / (k + 1)) * (p / q),
  }
}
