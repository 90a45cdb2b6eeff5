import type { Speech } from '../../i18n/language-context.ts'

/** From the natural unit of always-valid and stratified numbers to that of the analysis: rates are in percentage points. */
export function naturalScale(metricType: string): number {
  return metricType === 'binary' ? 100 : 1
}

/** What effects are counted in: percentage points, or the metric itself. */
export function effectUnit(metricType: string, metricName: string, { words }: Speech): string {
  return metricType === 'binary' ? words.readout.points : metricName
}

export function scaled(value: number | null | undefined, factor: number): number | null {
  return value === null || value === undefined ? null : value * factor
}
