/**
 * Moments of one variable over n persons: the count, the mean, and the sum of squared deviations from the mean.
 * `m2` is centred: it is accumulated from deviations, never as a difference of large sums.
 */
export interface Moments {
  readonly n: number
  readonly mean: number
  readonly m2: number
}

export const EMPTY_MOMENTS: Moments = { n: 0, mean: 0, m2: 0 }

/** Moments of a sample, in two passes (corrected, Chan, Golub & LeVeque 1983, eq. 1.7); m2 of equal values is exactly 0. */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length
  if (n === 0) return EMPTY_MOMENTS
  if (isConstant(values)) return { n, mean: values[0]!, m2: 0 }
  const mean = compensatedMean(values)
  let m2 = 0
  let drift = 0
  for (let i = 0; i < n; i += 1) {
    const deviation = values[i]! - mean
    m2 += deviation * deviation
    drift += deviation
  }
  return { n, mean, m2: Math.max(0, m2 - (drift * drift) / n) }
}

/** Moments of the union of two disjoint sets of persons (Chan, Golub & LeVeque 1979, eq. 2.1). */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b
  if (b.n === 0) return a
  const n = a.n + b.n
  const delta = b.mean - a.mean
  return { n, mean: a.mean + delta * (b.n / n), m2: a.m2 + b.m2 + delta * delta * ((a.n * b.n) / n) }
}

/** The unbiased sample variance; NaN for fewer than two persons. */
export function sampleVariance(moments: Moments): number {
  return moments.n < 2 ? Number.NaN : moments.m2 / (moments.n - 1)
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false
  return true
}

function compensatedMean(values: ArrayLike<number>): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i += 1) {
    const term = values[i]! - lost
    const next = sum + term
    lost = next - sum - term
    sum = next
  }
  return sum / values.length
}
