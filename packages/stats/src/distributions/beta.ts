import { invertTail } from '../special/invert-tail.ts'
import { logistic } from '../special/logistic.ts'
import { logBetaPrefactor, regularizedBeta } from '../special/regularized-beta.ts'

/** P(B <= x) for B ~ Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  return regularizedBeta(a, b, clamp(x)).lower
}

/** P(B > x) for B ~ Beta(a, b). */
export function betaSurvival(x: number, a: number, b: number): number {
  return regularizedBeta(a, b, clamp(x)).upper
}

/** Natural logarithm of P(B <= x). */
export function betaLogCdf(x: number, a: number, b: number): number {
  return regularizedBeta(a, b, clamp(x)).logLower
}

/** Natural logarithm of P(B > x). */
export function betaLogSurvival(x: number, a: number, b: number): number {
  return regularizedBeta(a, b, clamp(x)).logUpper
}

/** x with P(B <= x) = p; NaN outside [0, 1]. */
export function betaQuantile(p: number, a: number, b: number): number {
  return logistic(betaLogOddsQuantile(p, 1 - p, a, b))
}

/** x with P(B > x) = q, from an upper tail. */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  return logistic(betaLogOddsQuantile(1 - q, q, a, b))
}

/** Log-odds of the quantile whose lower tail is `lower` and whose upper tail is `upper`; the smaller one is used. */
export function betaLogOddsQuantile(lower: number, upper: number, a: number, b: number): number {
  if (!(lower >= 0 && upper >= 0 && a > 0 && b > 0)) return Number.NaN
  if (lower === 0) return Number.NEGATIVE_INFINITY
  if (upper === 0) return Number.POSITIVE_INFINITY
  return lower <= upper ? lowerLogOdds(Math.log(lower), a, b) : -lowerLogOdds(Math.log(upper), b, a)
}

function lowerLogOdds(logTarget: number, a: number, b: number): number {
  const tail = (z: number) => {
    const x = logistic(z)
    const y = logistic(-z)
    const log = regularizedBeta(a, b, x, y).logLower
    return { log, slope: Math.exp(logBetaPrefactor(a, b, x, y) - log) }
  }
  return invertTail(tail, logTarget, Math.log(a / b))
}

function clamp(x: number): number {
  return Math.min(1, Math.max(0, x))
}
