import { logGammaOnePlus, logGammaTwoPlus } from './log-gamma-near-one.ts'
import { LOG_SQRT_TWO_PI } from './log-sqrt-two-pi.ts'
import { stirlingError } from './stirling-error.ts'

/**
 * Natural logarithm of the gamma function for x > 0; Infinity at 0, NaN below.
 * Near its zeros at 1 and 2 by the zeta series (Abramowitz & Stegun 1964, 6.1.33), above 10 by Stirling's formula with
 * the remainder of `stirlingError`, between by the recurrence.
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) return Number.NaN
  if (x === 0 || x === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x)
  if (x <= 1.5) return logGammaOnePlus(x - 1)
  if (x <= 2.5) return logGammaTwoPlus(x - 2)
  if (x < 10) return reduced(x)
  return (x - 0.5) * Math.log(x) - x + LOG_SQRT_TWO_PI + stirlingError(x)
}

function reduced(x: number): number {
  let product = 1
  let rest = x
  while (rest > 2.5) {
    rest -= 1
    product *= rest
  }
  return logGammaTwoPlus(rest - 2) + Math.log(product)
}
