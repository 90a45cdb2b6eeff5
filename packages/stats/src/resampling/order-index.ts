import { normalUpperQuantile } from '../distributions/normal.ts'
import type { RandomStream } from '../random.ts'
import { nextUniform } from '../random.ts'

/** Positions, in the sorted sample, of two neighbouring order statistics of a resample. */
export interface OrderPair {
  first: number
  second: number
}

/**
 * Where order statistics `low` and `low` + 1 (0 is the smallest) of a bootstrap resample of n values fall in the sorted
 * sample: n uniform indexes are floor(n U_i), the k-th smallest of n uniforms is Beta(k, n - k + 1), the next one follows
 * from the rest. O(1) for any n, with exactly the distribution of drawing all n.
 */
export function drawOrderPair(stream: RandomStream, n: number, low: number, pair: OrderPair): void {
  const left = nextGamma(stream, low + 1)
  const right = nextGamma(stream, n - low)
  const below = left / (left + right)
  const above = 1 - (1 - below) * (low + 1 < n ? nextUniform(stream) ** (1 / (n - low - 1)) : 1)
  pair.first = Math.min(n - 1, Math.floor(n * below))
  pair.second = Math.min(n - 1, Math.floor(n * above))
}

/** A gamma variate of shape >= 1, by Marsaglia & Tsang (2000). */
function nextGamma(stream: RandomStream, shape: number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = normalUpperQuantile(nextUniform(stream))
    const v = (1 + c * z) ** 3
    if (v > 0 && Math.log(nextUniform(stream)) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
