import { LOG_SQRT_TWO_PI } from '../special/log-sqrt-two-pi.ts'
import { millsRatio } from '../special/mills-ratio.ts'

const INVERSE_SQRT_TWO_PI = 0.3989422804014327

/** Standard normal density phi(x) = exp(-x^2 / 2) / sqrt(2 pi), with the square split so that far tails keep their digits. */
export function normalDensity(x: number): number {
  const size = Math.abs(x)
  if (size > 39) return 0
  const coarse = Math.trunc(size * 16) / 16
  const rest = (size - coarse) * (size + coarse)
  return INVERSE_SQRT_TWO_PI * Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2)
}

/** P(Z <= x) for a standard normal Z. */
export function normalCdf(x: number): number {
  return normalSurvival(-x)
}

/**
 * P(Z > x) for a standard normal Z, with full relative precision in the far tail: Mills ratio times density, and around 0
 * the power series, so that exactly half lies above 0.
 */
export function normalSurvival(x: number): number {
  if (Math.abs(x) < 0.4) return 0.5 - normalDensity(x) * centralSeries(x)
  if (x < 0) return 1 - normalSurvival(-x)
  return x > 39 ? 0 : millsRatio(x) * normalDensity(x)
}

/** Natural logarithm of P(Z > x), also where the probability underflows. */
export function normalLogSurvival(x: number): number {
  if (x < 0) return Math.log1p(-normalSurvival(-x))
  if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
  return Math.log(millsRatio(x)) - LOG_SQRT_TWO_PI - (x * x) / 2
}

/** Natural logarithm of P(Z <= x). */
export function normalLogCdf(x: number): number {
  return normalLogSurvival(-x)
}

/** x with P(Z <= x) = p; NaN outside [0, 1]. */
export function normalQuantile(p: number): number {
  return p <= 0.5 ? -normalUpperQuantile(p) : normalUpperQuantile(1 - p)
}

/** x with P(Z > x) = q, from an upper tail that may be as small as the smallest double; NaN outside [0, 1]. */
export function normalUpperQuantile(q: number): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN
  if (q > 0.5) return -normalUpperQuantile(1 - q)
  if (q === 0) return Number.POSITIVE_INFINITY
  return q > 0.4 ? centralQuantile(0.5 - q) : tailQuantile(Math.log(q))
}

/** Newton's method on P(0 < Z <= x) = excess, by its power series: no loss where x is near 0. */
function centralQuantile(excess: number): number {
  let x = excess / INVERSE_SQRT_TWO_PI
  for (let round = 0; round < 6; round += 1) {
    x += (excess - normalDensity(x) * centralSeries(x)) / normalDensity(x)
  }
  return x
}

/** P(0 < Z <= x) / phi(x) = x + x^3/3 + x^5/15 + ... (Abramowitz & Stegun 1964, 26.2.11). */
function centralSeries(x: number): number {
  let sum = x
  let term = x
  for (let k = 3; Math.abs(term) > Math.abs(sum) * 1e-17; k += 2) {
    term *= (x * x) / k
    sum += term
  }
  return sum
}

/** Newton's method on the logarithm of the tail, which is nearly quadratic in x. */
function tailQuantile(logTarget: number): number {
  let x = Math.sqrt(Math.max(0.04, -2 * logTarget - Math.log(2 * Math.PI) - Math.log(Math.max(1, -2 * logTarget - 2))))
  for (let round = 0; round < 20; round += 1) {
    const mills = millsRatio(x)
    const step = (Math.log(mills) - LOG_SQRT_TWO_PI - (x * x) / 2 - logTarget) * mills
    x += step
    if (Math.abs(step) <= 1e-9 * x) return x
  }
  return x
}
