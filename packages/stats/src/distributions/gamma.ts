import { invertTail } from '../special/invert-tail.ts'
import { logGammaPrefactor, regularizedGamma } from '../special/regularized-gamma.ts'
import type { Tails } from '../special/tails.ts'

/** P(G <= x) for G ~ Gamma(shape, rate), mean shape / rate. */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  return tails(x, shape, rate).lower
}

/** P(G > x) for G ~ Gamma(shape, rate). */
export function gammaSurvival(x: number, shape: number, rate = 1): number {
  return tails(x, shape, rate).upper
}

/** Natural logarithm of P(G <= x). */
export function gammaLogCdf(x: number, shape: number, rate = 1): number {
  return tails(x, shape, rate).logLower
}

/** Natural logarithm of P(G > x). */
export function gammaLogSurvival(x: number, shape: number, rate = 1): number {
  return tails(x, shape, rate).logUpper
}

/** x with P(G <= x) = p; NaN outside [0, 1]. */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  return quantile(p, 1 - p, shape) / rate
}

/** x with P(G > x) = q, from an upper tail. */
export function gammaUpperQuantile(q: number, shape: number, rate = 1): number {
  return quantile(1 - q, q, shape) / rate
}

function tails(x: number, shape: number, rate: number): Tails {
  return regularizedGamma(shape, Math.max(0, x * rate))
}

function quantile(lower: number, upper: number, shape: number): number {
  if (!(lower >= 0 && upper >= 0 && shape > 0)) return Number.NaN
  if (lower === 0) return 0
  if (upper === 0) return Number.POSITIVE_INFINITY
  const sign = lower <= upper ? 1 : -1
  const tail = (z: number) => {
    const x = Math.exp(z)
    const at = regularizedGamma(shape, x)
    const log = sign > 0 ? at.logLower : at.logUpper
    return { log, slope: sign * Math.exp(logGammaPrefactor(shape, x) - log) }
  }
  return Math.exp(invertTail(tail, Math.log(Math.min(lower, upper)), Math.log(shape)))
}
