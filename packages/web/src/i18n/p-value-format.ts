const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const SMALLEST_PLAIN_LOG10 = -4
/** The wire prints p with six decimals: a zero stands for anything below. */
const WIRE_DECIMALS = 6

/** A p-value: four decimals, or scientific where those would hide it. The logarithm stays exact where p is printed as 0. */
export function pValueFormat(locale: string): (p: number | null, log10?: number | null) => string {
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  const mantissa = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (p, log10) => {
    if (p === null) return '–'
    const exact = log10 ?? (p > 0 ? Math.log10(p) : null)
    if (exact === null) return `< 10${superscript(-WIRE_DECIMALS)}`
    if (exact >= SMALLEST_PLAIN_LOG10) return plain.format(p)
    const { digits, exponent } = scientific(exact)
    return `${mantissa.format(digits)} × 10${superscript(exponent)}`
  }
}

function scientific(log10: number): { digits: number; exponent: number } {
  const exponent = Math.floor(log10)
  const digits = Number((10 ** (log10 - exponent)).toFixed(1))
  return digits >= 10 ? { digits: 1, exponent: exponent + 1 } : { digits, exponent }
}

function superscript(exponent: number): string {
  return `⁻${[...String(-exponent)].map(digit => SUPERSCRIPTS[Number(digit)]).join('')}`
}
