import { normalTail, normalTailQuantile } from './normal-tail.ts'

/** Mann-Whitney with the Hodges-Lehmann shift and its interval: every pairwise difference is kept and sorted. */
export function textbookMannWhitney(control: readonly number[], treatment: readonly number[], alpha: number) {
  const [n, m] = [control.length, treatment.length]
  const differences = new Float64Array(n * m)
  let at = 0
  for (const t of treatment) for (const c of control) differences[at++] = t - c
  differences.sort()
  let u = 0
  for (const difference of differences) u += difference > 0 ? 1 : difference === 0 ? 0.5 : 0
  const total = n + m
  const variance = ((n * m) / 12) * (total + 1 - tieTerm([...control, ...treatment]) / (total * (total - 1)))
  const excess = u - (n * m) / 2
  const statistic = (Math.sign(excess) * Math.max(0, Math.abs(excess) - 0.5)) / Math.sqrt(variance)
  const rank = Math.floor((n * m) / 2 - normalTailQuantile(alpha / 2) * Math.sqrt((n * m * (total + 1)) / 12))
  const half = (n * m) / 2
  return {
    effect: Number.isInteger(half) ? (differences[half - 1]! + differences[half]!) / 2 : differences[Math.floor(half)]!,
    lower: differences[rank - 1]!,
    upper: differences[n * m - rank]!,
    u,
    statistic,
    pValue: 2 * normalTail(Math.abs(statistic)),
  }
}

/** Sum of t^3 - t over the groups of equal values. */
function tieTerm(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  let term = 0
  let equal = 1
  for (let i = 1; i <= sorted.length; i += 1) {
    if (sorted[i] === sorted[i - 1]) equal += 1
    else {
      term += equal ** 3 - equal
      equal = 1
    }
  }
  return term
}
