/** Ranks of pooled samples; equal values share the mean of their ranks. */
export interface Midranks {
  /** sum of the ranks of each sample */
  readonly rankSums: readonly number[]
  /** sum of t^3 - t over groups of t equal values */
  readonly tieTerm: number
  readonly total: number
}

/** Ranks the samples together, in O(N log N). */
export function midranks(samples: readonly ArrayLike<number>[]): Midranks {
  const sorted = samples.map(sample => Float64Array.from(sample).sort())
  const total = sorted.reduce((sum, sample) => sum + sample.length, 0)
  const pooled = new Float64Array(total)
  let at = 0
  for (const sample of sorted) {
    pooled.set(sample, at)
    at += sample.length
  }
  pooled.sort()
  return { rankSums: sorted.map(sample => rankSum(sample, pooled)), tieTerm: tieTermOf(pooled), total }
}

/** Sum of t^3 - t over the runs of equal values of a sorted array. */
export function tieTermOf(sorted: Float64Array): number {
  let term = 0
  for (let from = 0; from < sorted.length; ) {
    const to = endOfRun(sorted, from)
    term += (to - from) ** 3 - (to - from)
    from = to
  }
  return term
}

/** Where the run of values equal to sorted[from] ends. */
export function endOfRun(sorted: Float64Array, from: number): number {
  let to = from + 1
  while (to < sorted.length && sorted[to] === sorted[from]) to += 1
  return to
}

function rankSum(sample: Float64Array, pooled: Float64Array): number {
  let sum = 0
  let from = 0
  for (let i = 0; i < sample.length; ) {
    while (pooled[from]! < sample[i]!) from += 1
    const to = endOfRun(pooled, from)
    const end = endOfRun(sample, i)
    sum += ((end - i) * (from + 1 + to)) / 2
    from = to
    i = end
  }
  return sum
}
