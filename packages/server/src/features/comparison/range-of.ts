export interface Range {
  readonly min: number
  readonly max: number
  readonly median: number
}

/** Between which values at least one lies. */
export function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!]
  return { min: sorted[0]!, max: sorted.at(-1)!, median: (low + high) / 2 }
}
