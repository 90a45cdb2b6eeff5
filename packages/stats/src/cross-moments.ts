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
