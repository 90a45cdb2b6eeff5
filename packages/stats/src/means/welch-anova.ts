import { fLogSurvival, fSurvival } from '../distributions/f.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { Moments } from '../moments.ts'
import { mergeMoments, sampleVariance } from '../moments.ts'

export interface WelchAnova {
  readonly statistic: number
  readonly degreesOfFreedom: readonly [between: number, within: number]
  readonly pValue: number
  readonly pValueLog10: number
  /** share of the total sum of squares that lies between the arms */
  readonly etaSquared: number
}

/**
 * Welch's test (1951) of equal means in several arms with unequal spreads. w_i = n_i / s_i^2, A = weighted squares of the
 * means / (k - 1), L = sum of (1 - w_i / W)^2 / (n_i - 1); F = A / (1 + 2 (k - 2) L / (k^2 - 1)) on k - 1 and
 * (k^2 - 1) / (3 L) degrees of freedom. A constant arm: `zero_variance`.
 */
export function welchAnova(arms: readonly Moments[]): Inference<WelchAnova> {
  const k = arms.length
  if (k < 2) return noAnswer('no_degrees_of_freedom')
  if (arms.some(arm => !(arm.n >= 2))) return noAnswer('too_few_persons')
  if (!arms.every(arm => Number.isFinite(arm.mean) && Number.isFinite(arm.m2))) return noAnswer('not_finite')
  if (arms.some(arm => arm.m2 < 0)) return noAnswer('out_of_range')
  if (arms.some(arm => arm.m2 === 0)) return noAnswer('zero_variance')
  const weights = arms.map(arm => arm.n / sampleVariance(arm))
  const total = sum(weights)
  const center = sum(arms.map((arm, i) => (weights[i]! / total) * arm.mean))
  const between = sum(arms.map((arm, i) => weights[i]! * (arm.mean - center) ** 2)) / (k - 1)
  const spread = sum(arms.map((arm, i) => (1 - weights[i]! / total) ** 2 / (arm.n - 1)))
  const statistic = between / (1 + (2 * (k - 2) * spread) / (k * k - 1))
  const within = (k * k - 1) / (3 * spread)
  const whole = arms.reduce(mergeMoments)
  return answer({
    statistic,
    degreesOfFreedom: [k - 1, within],
    pValue: fSurvival(statistic, k - 1, within),
    pValueLog10: fLogSurvival(statistic, k - 1, within) / Math.LN10,
    etaSquared: sum(arms.map(arm => arm.n * (arm.mean - whole.mean) ** 2)) / whole.m2,
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
