import type { ResamplingOptions } from './resampling-options.ts'
import { runDraws } from './resampling-options.ts'

/** A permutation p-value. */
export interface PermutationP {
  readonly pValue: number
  readonly method: 'exact' | 'random'
}

/** A difference counts as extreme from this share of the observed one on: rounding of the same number. */
const SLACK = 1 - 1e-9

/** Number of ways to choose `size` of `total`; Infinity once it passes 2^53. */
export function arrangements(total: number, size: number): number {
  let count = 1
  for (let i = 1; i <= Math.min(size, total - size); i += 1) {
    count = Math.round((count * (total - i + 1)) / i)
    if (count > 2 ** 53) return Number.POSITIVE_INFINITY
  }
  return count
}

/** Share of all choices of `size` of 0..total-1 whose statistic is as far from 0 as the observed one. */
export function exactPermutationP(
  total: number,
  size: number,
  observed: number,
  statistic: (chosen: Int32Array) => number,
): PermutationP {
  const chosen = Int32Array.from({ length: size }, (_, i) => i)
  const limit = Math.abs(observed) * SLACK
  let extreme = 0
  let all = 0
  do {
    all += 1
    if (Math.abs(statistic(chosen)) >= limit) extreme += 1
  } while (nextSubset(chosen, total))
  return { pValue: extreme / all, method: 'exact' }
}

/** (1 + extreme draws) / (1 + draws): never 0, and valid for any number of draws (Phipson & Smyth 2010). */
export function randomPermutationP(
  { draws, progress }: ResamplingOptions,
  observed: number,
  statistic: () => number,
): PermutationP {
  const limit = Math.abs(observed) * SLACK
  let extreme = 0
  const step = () => {
    if (Math.abs(statistic()) >= limit) extreme += 1
  }
  runDraws(draws, step, progress, 0.5)
  return { pValue: (1 + extreme) / (1 + draws), method: 'random' }
}

/** Moves to the next choice in lexical order; false after the last. */
function nextSubset(chosen: Int32Array, total: number): boolean {
  let i = chosen.length - 1
  while (i >= 0 && chosen[i] === total - chosen.length + i) i -= 1
  if (i < 0) return false
  chosen[i] = chosen[i]! + 1
  for (let j = i + 1; j < chosen.length; j += 1) chosen[j] = chosen[j - 1]! + 1
  return true
}
