import { binomialLogProbability } from './binomial.ts'
import type { Lattice } from './lattice.ts'

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
