/**
 * Hommel's adjusted p-values (1988), in the order given; as `adjustPValues`, a hair sharper than Hochberg's and valid under
 * the same conditions. O(m^2). Throws a RangeError for a p outside [0, 1].
 */
export function hommelAdjustedPValues(pValues: readonly number[]): number[] {
  if (!pValues.every(p => p >= 0 && p <= 1)) throw new RangeError('p-values must lie between 0 and 1')
  const n = pValues.length
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!)
  const sorted = order.map(at => pValues[at]!)
  const start = sorted.reduce((least, p, i) => Math.min(least, (n * p) / (i + 1)), 1)
  const adjusted = sorted.map(() => start)
  for (let m = n - 1; m >= 2; m -= 1) raise(adjusted, sorted, m)
  const found = new Array<number>(n)
  order.forEach((at, i) => {
    found[at] = Math.max(adjusted[i]!, sorted[i]!)
  })
  return found
}

/** The bound from every m hypotheses: Simes' test of the m - 1 largest p-values with each of the others. */
function raise(adjusted: number[], sorted: readonly number[], m: number): void {
  const first = sorted.length - m + 1
  let simes = 1
  for (let i = first; i < sorted.length; i += 1) simes = Math.min(simes, (m * sorted[i]!) / (i - first + 2))
  const last = Math.min(m * sorted[first - 1]!, simes)
  adjusted.forEach((value, i) => {
    adjusted[i] = Math.max(value, i < first ? Math.min(m * sorted[i]!, simes) : last)
  })
}
