import { chiSquareLogSurvival, chiSquareSurvival } from '../distributions/chi-square.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'

/** One effect of several on disjoint persons, in any unit, with the variance of its estimate. */
export interface EffectEstimate {
  readonly effect: number
  readonly variance: number
}

export interface HeterogeneityTest {
  /** Cochran's Q */
  readonly statistic: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  /** share of the effects' spread that is not chance: max(0, (Q - df) / Q) */
  readonly inconsistency: number
}

/**
 * Do several effects differ (an interaction of the treatment with what splits the persons)? Cochran's test (1954):
 * Q = sum of w_i (d_i - d)^2 with w_i = 1 / variance and d their weighted mean, chi-square on k - 1 degrees of freedom;
 * inconsistency is I^2 (Higgins & Thompson 2002). Fewer than two effects: `no_degrees_of_freedom`; a variance of 0:
 * `zero_variance`.
 */
export function heterogeneityTest(estimates: readonly EffectEstimate[]): Inference<HeterogeneityTest> {
  if (estimates.length < 2) return noAnswer('no_degrees_of_freedom')
  if (!estimates.every(({ effect, variance }) => Number.isFinite(effect) && Number.isFinite(variance))) {
    return noAnswer('not_finite')
  }
  if (estimates.some(({ variance }) => variance < 0)) return noAnswer('out_of_range')
  if (estimates.some(({ variance }) => variance === 0)) return noAnswer('zero_variance')
  const total = estimates.reduce((sum, { variance }) => sum + 1 / variance, 0)
  const center = estimates.reduce((sum, { effect, variance }) => sum + effect / variance / total, 0)
  const statistic = estimates.reduce((sum, { effect, variance }) => sum + (effect - center) ** 2 / variance, 0)
  const degreesOfFreedom = estimates.length - 1
  return answer({
    statistic,
    degreesOfFreedom,
    pValue: chiSquareSurvival(statistic, degreesOfFreedom),
    pValueLog10: chiSquareLogSurvival(statistic, degreesOfFreedom) / Math.LN10,
    inconsistency: statistic === 0 ? 0 : Math.max(0, (statistic - degreesOfFreedom) / statistic),
  })
}
