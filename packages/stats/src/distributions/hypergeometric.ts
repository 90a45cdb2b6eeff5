import type { Tails } from '../special/tails.ts'
import { NO_TAILS } from '../special/tails.ts'
import { binomialLogProbability } from './binomial.ts'
import { discreteQuantile, discreteUpperQuantile } from './discrete-quantile.ts'
import type { Lattice } from './lattice.ts'
import { latticeTails } from './lattice.ts'

/**
 * Successes among `sample` persons drawn from `population` persons of whom `successes` are successes. Its probabilities
 * are quotients of three binomial ones (Loader 2000), which keeps their digits in large populations.
 */
export function hypergeometric(successes: number, population: number, sample: number): Lattice {
  const failures = population - successes
  const p = sample / population
  const q = (population - sample) / population
  const whole = binomialLogProbability(sample, population, p, q)
  return {
    low: Math.max(0, sample - failures),
    high: Math.min(sample, successes),
    mode: Math.floor(((sample + 1) * (successes + 1)) / (population + 2)),
    logProbability: k =>
      binomialLogProbability(k, successes, p, q) + binomialLogProbability(sample - k, failures, p, q) - whole,
    ratio: k => ((successes - k) / (k + 1)) * ((sample - k) / (failures - sample + k + 1)),
  }
}

/** P(X <= k) for X the successes among `sample` persons drawn from `population`, of whom `successes` are successes. */
export function hypergeometricCdf(k: number, successes: number, population: number, sample: number): number {
  return hypergeometricTails(k, successes, population, sample).lower
}

/** P(X > k). */
export function hypergeometricSurvival(k: number, successes: number, population: number, sample: number): number {
  return hypergeometricTails(k, successes, population, sample).upper
}

/** Natural logarithm of P(X <= k). */
export function hypergeometricLogCdf(k: number, successes: number, population: number, sample: number): number {
  return hypergeometricTails(k, successes, population, sample).logLower
}

/** Natural logarithm of P(X > k). */
export function hypergeometricLogSurvival(k: number, successes: number, population: number, sample: number): number {
  return hypergeometricTails(k, successes, population, sample).logUpper
}

/** The least k with P(X <= k) >= p; NaN outside [0, 1]. */
export function hypergeometricQuantile(p: number, successes: number, population: number, sample: number): number {
  if (!isUrn(successes, population, sample)) return Number.NaN
  const { low, high, mode } = hypergeometric(successes, population, sample)
  const tails = (k: number) => hypergeometricTails(k, successes, population, sample)
  return discreteQuantile(p, tails, { low, high, start: mode })
}

/** The least k with P(X > k) <= q, from an upper tail. */
export function hypergeometricUpperQuantile(q: number, successes: number, population: number, sample: number): number {
  if (!isUrn(successes, population, sample)) return Number.NaN
  const { low, high, mode } = hypergeometric(successes, population, sample)
  const tails = (k: number) => hypergeometricTails(k, successes, population, sample)
  return discreteUpperQuantile(q, tails, { low, high, start: mode })
}

function hypergeometricTails(k: number, successes: number, population: number, sample: number): Tails {
  if (!isUrn(successes, population, sample) || Number.isNaN(k)) return NO_TAILS
  return latticeTails(hypergeometric(successes, population, sample), Math.floor(k))
}

function isUrn(successes: number, population: number, sample: number): boolean {
  const isCount = [successes, population, sample].every(n => Number.isInteger(n) && n >= 0)
  return isCount && successes <= population && sample <= population
}
