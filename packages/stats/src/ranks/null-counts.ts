/** Number of samples of `size` of the ranks 1..total with each Mann-Whitney U = 0..size (total - size). */
export function mannWhitneyCounts(size: number, total: number): Float64Array {
  const rest = total - size
  const most = size * rest
  const counts = Array.from({ length: size + 1 }, () => new Float64Array(most + 1))
  counts[0]![0] = 1
  for (let rank = 1; rank <= total; rank += 1) {
    for (let taken = Math.min(rank, size); taken >= 1; taken -= 1) {
      const passed = rank - taken
      if (passed > rest) continue
      const [into, from] = [counts[taken]!, counts[taken - 1]!]
      for (let u = most; u >= passed; u -= 1) into[u] = into[u]! + from[u - passed]!
    }
  }
  return counts[size]!
}

/** Number of sign patterns of the ranks 1..n with each sum of positive ranks 0..n(n + 1)/2. */
export function signedRankCounts(n: number): Float64Array {
  const most = (n * (n + 1)) / 2
  const counts = new Float64Array(most + 1)
  counts[0] = 1
  for (let rank = 1; rank <= n; rank += 1) {
    for (let w = most; w >= rank; w -= 1) counts[w] = counts[w]! + counts[w - rank]!
  }
  return counts
}

/** P(X <= x) for counts that sum to `whole`. */
export function countsCdf(counts: Float64Array, x: number, whole: number): number {
  let sum = 0
  for (let i = 0; i <= Math.min(x, counts.length - 1); i += 1) sum += counts[i]!
  return sum / whole
}
