import { deviance } from '../special/deviance.ts'
import { stirlingError } from '../special/stirling-error.ts'
import type { Lattice } from './lattice.ts'
import { latticeLogAtLeast, latticeLogCdf } from './lattice.ts'

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

/** P(X <= k) for X the successes of n trials. */
export function binomialCdf(k: number, n: number, p: number): number {
  return Math.exp(latticeLogCdf(binomial(n, p), k))
}

/** P(X > k). */
export function binomialSurvival(k: number, n: number, p: number): number {
  return Math.exp(latticeLogAtLeast(binomial(n, p), k + 1))
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
