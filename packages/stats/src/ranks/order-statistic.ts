import type { Histogram } from './histogram.ts'

/** Where a threshold stands among the values of a large implicit collection. */
export interface Standing {
  /** values at most the threshold */
  readonly count: number
  /** the largest of them; -Infinity if there is none */
  readonly below: number
  /** the smallest value above; Infinity if there is none */
  readonly above: number
}

/**
 * The value of rank `rank` (1 is the smallest) in a collection that can only be counted, between its extremes: bisection
 * on the order of the doubles, at most 65 calls of `standing`, whatever the scale of the values.
 */
export function orderStatistic(
  standing: (threshold: number) => Standing,
  rank: number,
  smallest: number,
  largest: number,
): number {
  let low = smallest
  let high = largest
  while (low < high) {
    const { count, below, above } = standing(middleDouble(low, high))
    if (count >= rank) high = below
    else low = above
  }
  return low
}

/** Differences y - x of all pairs of two histograms: O(different values). */
export function differenceStanding(x: Histogram, y: Histogram): (threshold: number) => Standing {
  const [xs, ys, size] = [x.values, y.values, y.values.length]
  return threshold => {
    let count = 0
    let below = Number.NEGATIVE_INFINITY
    let above = Number.POSITIVE_INFINITY
    let passed = 0
    let j = 0
    for (let i = 0; i < xs.length; i += 1) {
      for (; j < size && ys[j]! - xs[i]! <= threshold; j += 1) passed += y.counts[j]!
      count += passed * x.counts[i]!
      if (j > 0) below = Math.max(below, ys[j - 1]! - xs[i]!)
      if (j < size) above = Math.min(above, ys[j]! - xs[i]!)
    }
    return { count, below, above }
  }
}

/** Walsh averages (x_i + x_j) / 2, i <= j, of a sorted sample: O(n). */
export function walshStanding(x: Float64Array): (threshold: number) => Standing {
  return threshold => {
    let count = 0
    let below = Number.NEGATIVE_INFINITY
    let above = Number.POSITIVE_INFINITY
    let j = x.length - 1
    for (let i = 0; i < x.length; i += 1) {
      while (j >= 0 && average(x[i]!, x[j]!) > threshold) j -= 1
      if (j >= i) {
        count += j - i + 1
        below = Math.max(below, average(x[i]!, x[j]!))
      }
      const next = Math.max(i, j + 1)
      if (next < x.length) above = Math.min(above, average(x[i]!, x[next]!))
    }
    return { count, below, above }
  }
}

/** The mean of the two middle values, or the middle one, of `size` values. */
export function middleStatistic(at: (rank: number) => number, size: number): number {
  const half = Math.ceil(size / 2)
  return size % 2 === 1 ? at(half) : average(at(half), at(half + 1))
}

function average(a: number, b: number): number {
  return a / 2 + b / 2
}

const BITS = new DataView(new ArrayBuffer(8))
const SIGN = 1n << 63n
const ALL = (1n << 64n) - 1n

/** A double d with low <= d < high, halfway in the order of the doubles. */
function middleDouble(low: number, high: number): number {
  return fromOrder((toOrder(low) + toOrder(high)) >> 1n)
}

function toOrder(value: number): bigint {
  BITS.setFloat64(0, value + 0)
  const bits = BITS.getBigUint64(0)
  return bits & SIGN ? ALL ^ bits : bits | SIGN
}

function fromOrder(order: bigint): number {
  BITS.setBigUint64(0, order & SIGN ? order ^ SIGN : ALL ^ order)
  return BITS.getFloat64(0)
}
