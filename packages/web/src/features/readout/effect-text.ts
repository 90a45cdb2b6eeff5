import { decimalsFor, type Formats } from '../../i18n/formats.ts'

interface Interval {
  readonly lower: number | null
  readonly upper: number | null
}

/** The interval of an analysis; nulls when there is none. */
export function limitsOf(analysis: { readonly ci_lower: number; readonly ci_upper: number } | null): Interval {
  return { lower: analysis?.ci_lower ?? null, upper: analysis?.ci_upper ?? null }
}

/** Digits that show a fiftieth of the interval's half-width: more would be noise. */
export function intervalDecimals({ lower, upper }: Interval): number {
  return lower === null || upper === null ? 2 : decimalsFor((upper - lower) / 2 / 50)
}

export function intervalText(interval: Interval, formats: Formats, decimals = intervalDecimals(interval)): string {
  const { lower, upper } = interval
  if (lower === null || upper === null) return formats.count(null)
  return `[${formats.decimal(lower, decimals)}; ${formats.decimal(upper, decimals)}]`
}

/** A mean is shown to a thousandth of its spread. */
export function meanText(mean: number | null, spread: number | null, formats: Formats): string {
  const decimals = decimalsFor((spread ?? 0) / 1000)
  if (spread === null) return formats.decimal(mean, decimals)
  return `${formats.decimal(mean, decimals)} ± ${formats.decimal(spread, decimals)}`
}
