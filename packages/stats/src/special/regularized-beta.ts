import { deviance } from './deviance.ts'
import { LOG_SQRT_TWO_PI } from './log-sqrt-two-pi.ts'
import { logTailIntegral } from './log-tail-integral.ts'
import { stirlingError } from './stirling-error.ts'
import type { Tails } from './tails.ts'
import { ALL_ABOVE, ALL_BELOW, NO_TAILS, swapTails, tailsFromLogLower } from './tails.ts'

const MAX_TERMS = 500

/**
 * Regularized incomplete beta function: both tails of Beta(a, b) at x, with logarithms. `y` is 1 - x; hand it over where
 * it is known better than the subtraction gives it. NaN outside a > 0, b > 0, 0 <= x <= 1.
 * The side below the mean comes from a power series, from the continued fraction of DiDonato & Morris (1992, eq. 9),
 * or, where that is slow (large a and b near the mean), from quadrature of the density in the log-odds of x.
 */
export function regularizedBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return NO_TAILS
  if (x === 0) return ALL_ABOVE
  if (y === 0) return ALL_BELOW
  return a * y >= b * x ? tailsBelowMean(a, b, x, y) : swapTails(tailsBelowMean(b, a, y, x))
}

/** log of x^a y^b / B(a, b), the density in the log-odds of x, by the saddle-point form of Loader (2000). */
export function logBetaPrefactor(a: number, b: number, x: number, y: number): number {
  return prefactor(a, b)(x, y)
}

function prefactor(a: number, b: number): (x: number, y: number) => number {
  const n = a + b
  const constant =
    stirlingError(n) - stirlingError(a) - stirlingError(b) + 0.5 * Math.log(a * (b / n)) - LOG_SQRT_TWO_PI
  return (x, y) => constant - deviance(a, n * x) - deviance(b, n * y)
}

function tailsBelowMean(a: number, b: number, x: number, y: number): Tails {
  const tails = tailsFromLogLower(logLowerTail(a, b, x, y))
  if (tails.lower < 0.9) return tails
  return swapTails(tailsFromLogLower(logTailByQuadrature(b, a, y, x)))
}

function logLowerTail(a: number, b: number, x: number, y: number): number {
  const log = logBetaPrefactor(a, b, x, y)
  if (x <= 0.7 && b * x <= 1) return log + Math.log(powerSeries(a, b, x) / a)
  const fraction = continuedFraction(a, b, x, y)
  return Number.isNaN(fraction) ? logTailByQuadrature(a, b, x, y) : log - Math.log(fraction)
}

/** Sum of (a + b)_n / (a + 1)_n x^n: all terms are positive. */
function powerSeries(a: number, b: number, x: number): number {
  let sum = 1
  let term = 1
  for (let n = 0; ; n += 1) {
    term *= ((a + b + n) / (a + 1 + n)) * x
    const next = sum + term
    if (next === sum) return sum
    sum = next
  }
}

/** x^a y^b / (B(a, b) I_x(a, b)) by the modified Lentz method; NaN when it has not settled. */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  const lambda = a * y - b * x
  let c = (a * (lambda + 1)) / (a + 1)
  let value = c
  let d = 0
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const odd = a + 2 * m - 1
    const alpha = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x
    const beta = m + (m * (b - m) * x) / odd + ((a + m) * (lambda + 1 + m * (1 + y))) / (a + 2 * m + 1)
    d = 1 / (beta + alpha * d)
    c = beta + alpha / c
    const ratio = c * d
    value *= ratio
    if (Math.abs(ratio - 1) <= 2.3e-16) return value
  }
  return Number.NaN
}

function logTailByQuadrature(a: number, b: number, x: number, y: number): number {
  const logDensity = prefactor(a, b)
  const slope = Math.max(0, a * y - b * x)
  const scale = 1 / (slope + Math.sqrt((a + b) * x * y))
  const moved = (s: number) => {
    const left = x * Math.exp(-s)
    return logDensity(left / (y + left), y / (y + left))
  }
  return logTailIntegral(moved, scale, 2)
}
