import { studentUpperQuantile } from '../distributions/student-t.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** Two estimates whose quotient is wanted, with their variances, in any units. */
export interface Quotient {
  readonly numerator: number
  readonly denominator: number
  readonly numeratorVariance: number
  readonly denominatorVariance: number
  readonly covariance: number
  /** Infinity for normal estimates */
  readonly degreesOfFreedom: number
}

/** A quotient with its interval. */
export interface QuotientInterval extends Interval {
  readonly ratio: number
}

/**
 * Fieller's interval (1940, 1954) of numerator / denominator: all rho whose (numerator - rho denominator)^2 is at most
 * t^2 (v_a - 2 rho v_ab + rho^2 v_b). Relative lift of independent arms: the interval of mean_t / mean_c, less 1. Where
 * the denominator is not clear of 0 at the level, no finite interval exists: `unbounded`.
 */
export function fiellerInterval(quotient: Quotient, alpha: number): Inference<QuotientInterval> {
  const { numerator, denominator, numeratorVariance, denominatorVariance, covariance, degreesOfFreedom } = quotient
  const given = [numerator, denominator, numeratorVariance, denominatorVariance, covariance]
  if (!given.every(Number.isFinite)) return noAnswer('not_finite')
  const isVariance =
    numeratorVariance >= 0 && denominatorVariance >= 0 && covariance ** 2 <= numeratorVariance * denominatorVariance
  if (!(isVariance && isLevel(alpha) && degreesOfFreedom > 0)) return noAnswer('out_of_range')
  const square = studentUpperQuantile(alpha / 2, degreesOfFreedom) ** 2
  const a = denominator ** 2 - square * denominatorVariance
  if (!(a > 0)) return noAnswer('unbounded')
  const b = numerator * denominator - square * covariance
  const c = numerator ** 2 - square * numeratorVariance
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  const far = b >= 0 ? b + root : b - root
  const [first, second] = far === 0 ? [0, 0] : [far / a, c / far]
  return answer({
    ratio: numerator / denominator,
    lower: Math.min(first, second),
    upper: Math.max(first, second),
    level: 1 - alpha,
  })
}
