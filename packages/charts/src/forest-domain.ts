import { type ForestPlotRow, hasEstimate } from './forest-plot-row.ts'

const LARGEST = 1e300
const SMALLEST = 1e-300
const CLIP_FACTOR = 3

/**
 * The values that the axis must show: zero, all intervals and all always-valid bounds, except what reaches further from
 * zero than three times the reach of the median interval. One hopeless row must not flatten all others.
 */
export function forestDomain(rows: readonly ForestPlotRow[]): readonly [number, number] {
  const estimates = rows.filter(hasEstimate)
  const reaches = estimates.map(({ lower, upper }) => Math.max(Math.abs(lower), Math.abs(upper))).sort((a, b) => a - b)
  const median = reaches[Math.floor((reaches.length - 1) / 2)] ?? 0
  const limit = Math.min(LARGEST, CLIP_FACTOR * (median || (reaches.at(-1) ?? 0)))
  const values = estimates
    .flatMap(row => [row.effect, row.lower, row.upper, row.alwaysValidLower ?? 0, row.alwaysValidUpper ?? 0])
    .filter(Number.isFinite)
    .map(value => Math.min(limit, Math.max(-limit, value)))
  const domain = [Math.min(0, ...values), Math.max(0, ...values)] as const
  return domain[1] - domain[0] > SMALLEST ? domain : [-1, 1]
}
