/** Both tails of a distribution at one point, each with its own digits, and their natural logarithms. */
export interface Tails {
  readonly lower: number
  readonly upper: number
  readonly logLower: number
  readonly logUpper: number
}

/** Both tails from the logarithm of the lower one; the upper keeps its digits while the lower stays below about 0.9. */
export function tailsFromLogLower(logLower: number): Tails {
  const log = Math.min(0, logLower)
  return { lower: Math.exp(log), upper: -Math.expm1(log), logLower: log, logUpper: logOneMinusExp(log) }
}

/** The same tails, looked at from the other side. */
export function swapTails(tails: Tails): Tails {
  return { lower: tails.upper, upper: tails.lower, logLower: tails.logUpper, logUpper: tails.logLower }
}

/** log(1 - exp(x)) for x <= 0 (Maechler 2012). */
export function logOneMinusExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x))
}

export const NO_TAILS: Tails = {
  lower: Number.NaN,
  upper: Number.NaN,
  logLower: Number.NaN,
  logUpper: Number.NaN,
}

export const ALL_ABOVE: Tails = { lower: 0, upper: 1, logLower: Number.NEGATIVE_INFINITY, logUpper: 0 }

export const ALL_BELOW: Tails = swapTails(ALL_ABOVE)
