import { directionOf, type Language, localeOf } from './language.ts'
import { pValueFormat } from './p-value-format.ts'

export type Formats = ReturnType<typeof newFormats>

export const NO_NUMBER = '–'

/** Numbers and times as a language writes them. What is null is a dash. */
export function newFormats(language: Language) {
  const locale = localeOf(language)
  const number = numberFormat(locale, directionOf(language) === 'rtl')
  const times = timeFormats(locale)
  return {
    count: (value: number | null) => number(value, {}),
    decimal: (value: number | null, decimals: number) => number(value, fixed(decimals)),
    signed: (value: number | null, decimals: number) =>
      number(value, { ...fixed(decimals), signDisplay: 'exceptZero' }),
    percent: (fraction: number | null, decimals = 1) => number(fraction, { style: 'percent', ...fixed(decimals) }),
    signedPercent: (fraction: number | null, decimals = 1) =>
      number(fraction, { style: 'percent', ...fixed(decimals), signDisplay: 'exceptZero' }),
    pValue: pValueFormat(locale),
    ...times,
  }
}

/** How many decimals show differences of this size. */
export function decimalsFor(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 2
  return Math.min(12, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))
}

type NumberPrinter = (value: number | null, options: Intl.NumberFormatOptions) => string

const BIDI_MARKS = /[\u061c\u200e\u200f]/g
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const POP_ISOLATE = '\u2069'

// In a right-to-left line a number keeps its sign on its left, as in the tables and the charts.
function numberFormat(locale: string, isRightToLeft: boolean): NumberPrinter {
  const formats = new Map<string, Intl.NumberFormat>()
  return (value, options) => {
    if (value === null || !Number.isFinite(value)) return NO_NUMBER
    const key = JSON.stringify(options)
    const format = formats.get(key) ?? new Intl.NumberFormat(locale, options)
    formats.set(key, format)
    const text = format.format(value).replaceAll('-', '−')
    return isRightToLeft ? LEFT_TO_RIGHT_ISOLATE + text.replace(BIDI_MARKS, '') + POP_ISOLATE : text
  }
}

function fixed(decimals: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
}

function timeFormats(locale: string) {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  return {
    time: (moment: number | string) => time.format(new Date(moment)),
    dateTime: (moment: number | string) => dateTime.format(new Date(moment)),
    date: (moment: number | string) => date.format(new Date(moment)),
  }
}
