/** A sample as its different values, ascending, and how often each is there. */
export interface Histogram {
  readonly values: ArrayLike<number>
  readonly counts: ArrayLike<number>
}

/** O(n log n). */
export function histogramOf(sample: ArrayLike<number>): Histogram {
  const sorted = Float64Array.from(sample, value => value + 0).sort()
  const values = new Float64Array(sorted.length)
  const counts = new Float64Array(sorted.length)
  let size = 0
  for (const value of sorted) {
    if (size === 0 || values[size - 1] !== value) {
      values[size] = value
      size += 1
    }
    counts[size - 1]! += 1
  }
  return { values: values.subarray(0, size), counts: counts.subarray(0, size) }
}

export function sizeOf({ counts }: Histogram): number {
  let size = 0
  for (let i = 0; i < counts.length; i += 1) size += counts[i]!
  return size
}

/** The largest value. */
export function lastOf({ values }: Histogram): number {
  return values[values.length - 1]!
}

/** Sorted, so that its ends tell; NaN comes last. */
export function isFinitely(histogram: Histogram): boolean {
  return Number.isFinite(histogram.values[0]) && Number.isFinite(lastOf(histogram))
}
