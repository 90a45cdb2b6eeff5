import { bracketedRoot, bracketFrom } from '../special/bracketed-root.ts'
import type { Proportion } from './proportion.ts'

/** Sample odds ratio treatment / control with its conditional mid-p interval. */
export interface OddsRatio {
  /** Infinity or 0 where a cell is empty, NaN where a margin is */
  readonly oddsRatio: number
  readonly oddsRatioLower: number
  readonly oddsRatioUpper: number
}

/**
 * x_t (n_c - x_c) / (x_c (n_t - x_t)), and the odds ratios at which the mid-p tails P(X > x) + P(X = x) / 2 and
 * P(X < x) + P(X = x) / 2 are alpha / 2, X noncentral hypergeometric given the margins (Agresti 2013, section 16.6.5).
 */
export function conditionalOddsRatio(control: Proportion, treatment: Proportion, alpha: number): OddsRatio {
  const failures = treatment.n - treatment.successes
  const oddsRatio = (treatment.successes / control.successes) * ((control.n - control.successes) / failures)
  const successes = control.successes + treatment.successes
  const low = Math.max(0, successes - control.n)
  const high = Math.min(treatment.n, successes)
  const start = Math.log(
    ((treatment.successes + 0.5) * (control.n - control.successes + 0.5)) /
      ((control.successes + 0.5) * (failures + 0.5)),
  )
  const limit = (side: 1 | -1) => {
    const gap = (logOdds: number) => logMidTail(control, treatment, logOdds, side) - Math.log(alpha / 2)
    const bracket = gap(start) > 0 ? bracketFrom(gap, start, -side) : bracketFrom(gap, start, side)
    return bracket === null ? Number.NaN : Math.exp(bracketedRoot(gap, bracket[0], bracket[1]))
  }
  return {
    oddsRatio,
    oddsRatioLower: treatment.successes === low ? 0 : limit(1),
    oddsRatioUpper: treatment.successes === high ? Number.POSITIVE_INFINITY : limit(-1),
  }
}

/** log of the mid-p tail above (side 1) or below (side -1) the observed treatment successes. */
export function logMidTail(control: Proportion, treatment: Proportion, logOdds: number, side: 1 | -1): number {
  const successes = control.successes + treatment.successes
  const low = Math.max(0, successes - control.n)
  const high = Math.min(treatment.n, successes)
  const psi = Math.exp(logOdds)
  const ratio = (k: number) => psi * ((successes - k) / (k + 1)) * ((treatment.n - k) / (control.n - successes + k + 1))
  const mode = firstNotRising(ratio, low, high)
  const observed = treatment.successes
  let [total, tail, weight] = [0, 0, 1]
  const take = (k: number) => {
    total += weight
    if (k === observed) tail += weight / 2
    else if (k > observed === side > 0) tail += weight
  }
  const isDone = (k: number, towards: 1 | -1) => (k - observed) * towards > 0 && weight < 1e-18 * Math.min(total, tail)
  for (let k = mode; k <= high && !isDone(k, 1) && weight > 0; k += 1) {
    take(k)
    weight *= ratio(k)
  }
  weight = 1
  for (let k = mode - 1; k >= low && !isDone(k, -1) && weight > 0; k -= 1) {
    weight /= ratio(k)
    take(k)
  }
  return Math.log(tail) - Math.log(total)
}

function firstNotRising(ratio: (k: number) => number, low: number, high: number): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (ratio(middle) > 1) from = middle + 1
    else to = middle
  }
  return from
}
