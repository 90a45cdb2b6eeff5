/** Bonferroni, Holm and Hochberg bound the chance of any false rejection; Benjamini-Hochberg and -Yekutieli their share. */
export type MultiplicityMethod = 'bonferroni' | 'holm' | 'hochberg' | 'benjamini_hochberg' | 'benjamini_yekutieli'

/**
 * Adjusted p-values in the order given: reject where adjusted p <= alpha (or the wanted share q). Bonferroni min(1, m p);
 * Holm 1979, running maximum of (m - i + 1) p_(i); Hochberg 1988, running minimum of the same from the top; Benjamini &
 * Hochberg 1995, running minimum of m p_(i) / i; Benjamini & Yekutieli 2001, the same times 1 + 1/2 + ... + 1/m.
 * Throws a RangeError for a p outside [0, 1].
 */
export function adjustPValues(pValues: readonly number[], method: MultiplicityMethod): number[] {
  if (!pValues.every(p => p >= 0 && p <= 1)) throw new RangeError('p-values must lie between 0 and 1')
  const m = pValues.length
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!)
  const scaled = order.map((at, i) => pValues[at]! * factor(method, i + 1, m))
  const monotone = method === 'holm' ? runningMaximum(scaled) : method === 'bonferroni' ? scaled : fromTheTop(scaled)
  const adjusted = new Array<number>(m).fill(1)
  order.forEach((at, i) => {
    adjusted[at] = Math.min(1, monotone[i]!)
  })
  return adjusted
}

function factor(method: MultiplicityMethod, rank: number, m: number): number {
  switch (method) {
    case 'bonferroni':
      return m
    case 'holm':
    case 'hochberg':
      return m - rank + 1
    case 'benjamini_hochberg':
      return m / rank
    case 'benjamini_yekutieli':
      return (m / rank) * harmonic(m)
  }
}

function harmonic(m: number): number {
  let sum = 0
  for (let i = m; i >= 1; i -= 1) sum += 1 / i
  return sum
}

function runningMaximum(values: readonly number[]): number[] {
  let largest = 0
  return values.map(value => {
    largest = Math.max(largest, value)
    return largest
  })
}

function fromTheTop(values: readonly number[]): number[] {
  let smallest = 1
  return values
    .toReversed()
    .map(value => {
      smallest = Math.min(smallest, value)
      return smallest
    })
    .toReversed()
}
