/** Rounds for the wire, by the exact binary value. Nothing that is rounded is computed with. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

export function roundOrNull(value: number | null, decimals: number): number | null {
  return value === null || !Number.isFinite(value) ? null : round(value, decimals)
}

const SMALL = 0.01
const SIGNIFICANT_DIGITS = 6

export interface WireEffect {
  readonly effect: number
  readonly lower: number
  readonly upper: number
}

/** An effect with its limits; where all is below 0.01 in the printed unit, six significant digits stay. */
export function roundEffect({ effect, lower, upper }: WireEffect, decimals: number): WireEffect {
  const halfWidth = (upper - lower) / 2
  const isSmall = Math.max(Math.abs(effect), Math.abs(halfWidth)) < SMALL
  const print = isSmall ? roundSignificant : (value: number) => round(value, decimals)
  return { effect: print(effect), lower: print(lower), upper: print(upper) }
}

function roundSignificant(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS))
}
