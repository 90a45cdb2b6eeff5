import { equalWeights } from './equal-weights.ts'

/** The half-open part [start, end) of the unit interval that belongs to one arm. */
export type BucketRange = readonly [start: number, end: number]

/**
 * One range an arm: start_i = w_0 + … + w_{i−1}, end_i = start_i + coverage · w_i, coverage clamped to [0, 1].
 * Starts do not depend on coverage, so another coverage never moves a user from one arm to another.
 * Weights are fractions; see `effectiveWeights` for those that cannot be used.
 */
export function bucketRanges(input: {
  weights: readonly number[] | null
  count: number
  coverage: number
}): readonly BucketRange[] {
  const coverage = clampToUnit(input.coverage)
  let start = 0
  return effectiveWeights(input.weights, input.count).map(weight => {
    const range: BucketRange = [start, start + coverage * weight]
    start += weight
    return range
  })
}

/** The weights as given, or equal ones when there are none, their number is not `count`, or their sum is outside [0.99, 1.01]. */
export function effectiveWeights(weights: readonly number[] | null, count: number): readonly number[] {
  if (weights === null || weights.length !== count) return equalWeights(count)
  let sum = 0
  for (const weight of weights) sum += weight
  return sum >= 0.99 && sum <= 1.01 ? weights : equalWeights(count)
}

/** The coverage that counts: nothing below 0, nothing above 1. */
export function clampToUnit(coverage: number): number {
  return Math.min(Math.max(coverage, 0), 1)
}
