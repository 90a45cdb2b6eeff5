/**
 * Prints numbers of one scale alike. `magnitude` is the largest absolute value to come, `step` the smallest difference
 * that must show. Huge and tiny scales turn to compact or scientific notation.
 */
export function numberFormat(options: {
  locale: string
  magnitude: number
  step: number
  isSigned?: boolean
}): (value: number) => string {
  const format = new Intl.NumberFormat(options.locale, {
    signDisplay: options.isSigned ? 'exceptZero' : 'negative',
    ...notation(options.magnitude, options.step),
  })
  return value => format.format(value).replaceAll('-', MINUS)
}

const MINUS = '−'

function notation(magnitude: number, step: number): Intl.NumberFormatOptions {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))
  if (magnitude >= 1e15 || decimals > 8) return { notation: 'scientific', maximumSignificantDigits: 3 }
  if (magnitude >= 1e5) return { notation: 'compact', maximumSignificantDigits: 3 }
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
}
