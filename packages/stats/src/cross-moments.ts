import { momentsOf } from './moments.ts'

/**
 * Moments of several variables over the same n persons: means, and the symmetric matrix of centred cross-products
 * S[i][j] = sum over persons of (x_i - mean_i)(x_j - mean_j), row-major, length k*k.
 */
export interface CrossMoments {
  readonly n: number
  readonly means: readonly number[]
  readonly products: readonly number[]
}

/** Cross-moments of the union of two disjoint sets of persons (Chan, Golub & LeVeque 1979, extended to products). */
export function mergeCrossMoments(a: CrossMoments, b: CrossMoments): CrossMoments {
  if (a.n === 0) return b
  if (b.n === 0) return a
  const n = a.n + b.n
  const deltas = a.means.map((mean, i) => b.means[i]! - mean)
  const weight = (a.n * b.n) / n
  const k = a.means.length
  return {
    n,
    means: a.means.map((mean, i) => mean + deltas[i]! * (b.n / n)),
    products: a.products.map(
      (product, at) => product + b.products[at]! + deltas[Math.floor(at / k)]! * deltas[at % k]! * weight,
    ),
  }
}

/**
 * Cross-moments of the persons of `whole` who are not in `part`: the merge solved for one side. `part` must be a subset; what
 * rounding leaves of a variance below 0 is 0. It cancels where the rest varies far less than the whole.
 */
export function unmergeCrossMoments(whole: CrossMoments, part: CrossMoments): CrossMoments {
  const n = whole.n - part.n
  if (part.n === 0) return whole
  const k = whole.means.length
  if (n <= 0) return { n: 0, means: whole.means.map(() => 0), products: whole.products.map(() => 0) }
  const means = whole.means.map((mean, i) => mean + (mean - part.means[i]!) * (part.n / n))
  const deltas = means.map((mean, i) => part.means[i]! - mean)
  const weight = (n * part.n) / whole.n
  const products = whole.products.map((product, at) => {
    const [i, j] = [Math.floor(at / k), at % k]
    const rest = product - part.products[at]! - deltas[i]! * deltas[j]! * weight
    return i === j ? Math.max(0, rest) : rest
  })
  return { n, means, products }
}

/** Cross-moments of variables that are given as columns of equal length, in two passes. */
export function crossMomentsOf(columns: readonly ArrayLike<number>[]): CrossMoments {
  const n = columns[0]?.length ?? 0
  const means = columns.map(column => momentsOf(column).mean)
  const centred = columns.map((column, i) => Float64Array.from(column, value => value - means[i]!))
  const products = centred.flatMap(a => centred.map(b => sumOfProducts(a, b)))
  return { n, means: n === 0 ? columns.map(() => 0) : means, products }
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}
