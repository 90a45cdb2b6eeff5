import { deviance } from './deviance.ts'
import { LOG_SQRT_TWO_PI } from './log-sqrt-two-pi.ts'
import { logTailIntegral } from './log-tail-integral.ts'
import { stirlingError } from './stirling-error.ts'
import type { Tails } from './tails.ts'
import { ALL_ABOVE, ALL_BELOW, NO_TAILS, swapTails, tailsFromLogLower } from './tails.ts'

const MAX_TERMS = 500

/**
 * Regularized incomplete gamma functions P(a, x) and Q(a, x): both tails of Gamma(shape a, rate 1) at x, with logarithms.
 * NaN outside a > 0, x >= 0. Power series below the mean, Legendre's continued fraction above it (DLMF 8.9.2), quadrature
 * of the density in log x where either is slow (large a near the mean).
 */
export function regularizedGamma(a: number, x: number): Tails {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY && x >= 0)) return NO_TAILS
  if (x === 0) return ALL_ABOVE
  if (x === Number.POSITIVE_INFINITY) return ALL_BELOW
  if (x > Math.max(a, 1)) return swapTails(tailsFromLogLower(logUpperTail(a, x)))
  const tails = tailsFromLogLower(logLowerTail(a, x))
  return tails.lower < 0.9 ? tails : swapTails(tailsFromLogLower(logUpperTail(a, x)))
}

/** log of x^a e^-x / Gamma(a), the density in log x, by the saddle-point form of Loader (2000). */
export function logGammaPrefactor(a: number, x: number): number {
  return prefactor(a)(x)
}

function prefactor(a: number): (x: number) => number {
  const constant = 0.5 * Math.log(a) - stirlingError(a) - LOG_SQRT_TWO_PI
  return x => constant - deviance(a, x)
}

function logLowerTail(a: number, x: number): number {
  const sum = powerSeries(a, x)
  if (!Number.isNaN(sum)) return logGammaPrefactor(a, x) + Math.log(sum / a)
  return logTailByQuadrature(a, x, -1)
}

function logUpperTail(a: number, x: number): number {
  const fraction = continuedFraction(a, x)
  return Number.isNaN(fraction) ? logTailByQuadrature(a, x, 1) : logGammaPrefactor(a, x) - Math.log(fraction)
}

/** Sum of x^n / (a + 1)_n; NaN when it has not settled. */
function powerSeries(a: number, x: number): number {
  let sum = 1
  let term = 1
  for (let n = 1; n <= MAX_TERMS; n += 1) {
    term *= x / (a + n)
    const next = sum + term
    if (next === sum) return sum
    sum = next
  }
  return Number.NaN
}

/** x^a e^-x / Gamma(a, x) by the modified Lentz method; NaN when it has not settled. */
function continuedFraction(a: number, x: number): number {
  let c = x + 1 - a
  let value = c
  let d = 0
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const alpha = m * (a - m)
    const beta = x + 2 * m + 1 - a
    d = 1 / (beta + alpha * d)
    c = beta + alpha / c
    const ratio = c * d
    value *= ratio
    if (Math.abs(ratio - 1) <= 2.3e-16) return value
  }
  return Number.NaN
}

function logTailByQuadrature(a: number, x: number, direction: 1 | -1): number {
  const logDensity = prefactor(a)
  const scale = 1 / (Math.abs(x - a) + Math.sqrt(x))
  return logTailIntegral(s => logDensity(x * Math.exp(direction * s)), scale, 1)
}
