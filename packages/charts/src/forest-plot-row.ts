/** One line of a forest plot. All numbers are in the unit of the axis; a row without finite numbers shows a dash. */
export interface ForestPlotRow {
  readonly label: string
  readonly effect: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly isSignificant: boolean
  readonly alwaysValidLower?: number | null
  readonly alwaysValidUpper?: number | null
}

export type Estimate = ForestPlotRow & { readonly effect: number; readonly lower: number; readonly upper: number }

export function hasEstimate(row: ForestPlotRow): row is Estimate {
  return isFiniteNumber(row.effect) && isFiniteNumber(row.lower) && isFiniteNumber(row.upper)
}

export function isFiniteNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
