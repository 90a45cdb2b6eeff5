const FIRST_EXPONENT = 16
const LAST_EXPONENT = -4

/** A text as Python's json writes it: beyond printable ASCII everything is escaped, a character of two units as two escapes. */
export function pythonText(value: string): string {
  return JSON.stringify(value).replaceAll(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A float as Python writes it: the shortest digits, always with a point or an exponent. */
export function pythonFloat(value: number): string {
  const [digits, exponent] = value.toExponential().split('e') as [string, string]
  const power = Number(exponent)
  if (power < LAST_EXPONENT || power >= FIRST_EXPONENT) {
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** An integer as Python writes it, which knows no exponent. */
export function pythonInteger(value: number): string {
  return BigInt(value).toString()
}
