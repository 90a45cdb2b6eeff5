import type { Tails } from '../special/tails.ts'
import { ALL_ABOVE, ALL_BELOW, logOneMinusExp, swapTails, tailsFromLogLower } from '../special/tails.ts'

/** A distribution on the integers low..high whose probabilities rise to the mode and fall after it. */
export interface Lattice {
  readonly low: number
  readonly high: number
  readonly mode: number
  readonly logProbability: (k: number) => number
  /** P(k + 1) / P(k) */
  readonly ratio: (k: number) => number
}

/** Probabilities up to this much above the observed one count as equal to it: rounding of the same number. */
const LOG_SLACK = Math.log1p(1e-7)

/** Natural logarithm of P(X <= k), by a sum from k outwards, away from the mode: about sqrt(variance) terms. */
export function latticeLogCdf(lattice: Lattice, k: number): number {
  if (k < lattice.low) return Number.NEGATIVE_INFINITY
  if (k >= lattice.high) return 0
  return k <= lattice.mode ? Math.min(0, sumBelow(lattice, k)) : logOneMinusExp(Math.min(0, sumAbove(lattice, k + 1)))
}

/** P(X <= k) and P(X > k), each from a sum of its own on the side away from the mode. */
export function latticeTails(lattice: Lattice, k: number): Tails {
  if (k < lattice.low) return ALL_ABOVE
  if (k >= lattice.high) return ALL_BELOW
  if (k < lattice.mode) {
    const tails = tailsFromLogLower(sumBelow(lattice, k))
    if (tails.lower < 0.9) return tails
  }
  const tails = tailsFromLogLower(sumAbove(lattice, k + 1))
  return swapTails(tails.lower < 0.9 ? tails : swapTails(tailsFromLogLower(sumBelow(lattice, k))))
}

/** Natural logarithm of P(X >= k). */
export function latticeLogAtLeast(lattice: Lattice, k: number): number {
  if (k <= lattice.low) return 0
  if (k > lattice.high) return Number.NEGATIVE_INFINITY
  return k >= lattice.mode ? Math.min(0, sumAbove(lattice, k)) : logOneMinusExp(Math.min(0, sumBelow(lattice, k - 1)))
}

/**
 * Natural logarithm of the exact two-sided p-value: the sum of the probabilities that are at most the observed one
 * (relative slack 1e-7). The cut on either side is found by bisection, so that the cost is the sum of two tails.
 */
export function logSmallProbabilities(lattice: Lattice, observed: number): number {
  const limit = lattice.logProbability(observed) + LOG_SLACK
  if (lattice.logProbability(lattice.mode) <= limit) return 0
  const isSmall = (k: number) => lattice.logProbability(k) <= limit
  const below = lastBelow(lattice, isSmall)
  const above = firstAbove(lattice, isSmall)
  return Math.min(0, logSum(latticeLogCdf(lattice, below), latticeLogAtLeast(lattice, above)))
}

function lastBelow({ low, mode }: Lattice, isSmall: (k: number) => boolean): number {
  let small = low - 1
  let large = mode
  while (large - small > 1) {
    const middle = Math.floor((small + large) / 2)
    if (isSmall(middle)) small = middle
    else large = middle
  }
  return small
}

function firstAbove({ mode, high }: Lattice, isSmall: (k: number) => boolean): number {
  let large = mode
  let small = high + 1
  while (small - large > 1) {
    const middle = Math.floor((small + large) / 2)
    if (isSmall(middle)) small = middle
    else large = middle
  }
  return small
}

function sumBelow(lattice: Lattice, from: number): number {
  let sum = 1
  let term = 1
  for (let k = from; k > lattice.low && term > sum * 1e-18; k -= 1) {
    term /= lattice.ratio(k - 1)
    sum += term
  }
  return lattice.logProbability(from) + Math.log(sum)
}

function sumAbove(lattice: Lattice, from: number): number {
  let sum = 1
  let term = 1
  for (let k = from; k < lattice.high && term > sum * 1e-18; k += 1) {
    term *= lattice.ratio(k)
    sum += term
  }
  return lattice.logProbability(from) + Math.log(sum)
}

function logSum(a: number, b: number): number {
  const large = Math.max(a, b)
  return large === Number.NEGATIVE_INFINITY ? large : large + Math.log1p(Math.exp(Math.min(a, b) - large))
}
