import type { CrossMoments } from '../cross-moments.ts'

/** Means of numerator and denominator per person, over all persons of an arm. */
export interface RatioParts {
  readonly numerator: number
  readonly denominator: number
}

/**
 * Turns variables 0 and 1 of `moments`, numerator y and denominator x per person, into the one variable
 * R + (y - R x) / D, with R = numerator / denominator and D = denominator of the whole arm; other variables stay. Over the
 * whole arm its mean is R, and its variance over n is the delta method's Var(R) (Budylin et al. 2018; Deng, Knoblich & Lu
 * 2018), so that a ratio can be read like a mean: by stratum, with covariates, by day. NaN where D is 0.
 */
export function linearizedRatio(moments: CrossMoments, { numerator, denominator }: RatioParts): CrossMoments {
  const { n, means, products } = moments
  const size = means.length
  const ratio = denominator === 0 ? Number.NaN : numerator / denominator
  const at = (i: number, j: number) => products[i * size + j]!
  const crossed = (j: number) => (at(0, j) - ratio * at(1, j)) / denominator
  const others = Array.from({ length: size - 2 }, (_, other) => other + 2)
  const squares = (at(0, 0) - 2 * ratio * at(0, 1) + ratio * ratio * at(1, 1)) / (denominator * denominator)
  const rows = others.map(i => [crossed(i), ...others.map(j => at(i, j))])
  return {
    n,
    means: [ratio + (means[0]! - ratio * means[1]!) / denominator, ...means.slice(2)],
    products: [[Math.max(0, squares), ...others.map(crossed)], ...rows].flat(),
  }
}
