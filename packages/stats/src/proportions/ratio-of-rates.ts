import { normalLogSurvival, normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import type { NoAnswerReason } from '../inference.ts'
import type { Alternative } from '../one-sided-test.ts'
import type { Proportion } from './proportion.ts'
import { proportionFault } from './proportion.ts'

/** A risk ratio or odds ratio, treatment over control, with its test of 1 and its interval. */
export interface RatioOfRates extends Interval {
  /** Infinity or 0 where a cell is empty */
  readonly ratio: number
  /** above 0 where the treatment has more */
  readonly statistic: number
  readonly pValue: number
  readonly pValueLog10: number
}

/** Level and sides: one-sided forms have one bound at level 1 - alpha, the other end is 0 or Infinity. */
export interface RatioOptions {
  readonly alpha: number
  /** two_sided where it is left out */
  readonly alternative?: Alternative | 'two_sided'
}

/** Natural logarithm of the p-value of a normal statistic. */
export function logNormalP(statistic: number, alternative: RatioOptions['alternative'] = 'two_sided'): number {
  if (alternative === 'greater') return normalLogSurvival(statistic)
  if (alternative === 'less') return normalLogSurvival(-statistic)
  return Math.min(0, Math.LN2 + normalLogSurvival(Math.abs(statistic)))
}

/** z of each wanted bound, Infinity for a side that has none. */
export function boundZ({ alpha, alternative = 'two_sided' }: RatioOptions): readonly [lower: number, upper: number] {
  const z = normalUpperQuantile(alternative === 'two_sided' ? alpha / 2 : alpha)
  return [
    alternative === 'less' ? Number.POSITIVE_INFINITY : z,
    alternative === 'greater' ? Number.POSITIVE_INFINITY : z,
  ]
}

/** The Wald test of a ratio's logarithm, and the interval ratio exp(±z standardError). */
export function logRatioTest(ratio: number, logStandardError: number, options: RatioOptions): RatioOfRates {
  const statistic = Math.log(ratio) / logStandardError
  const [below, above] = boundZ(options)
  const logP = logNormalP(statistic, options.alternative)
  return {
    ratio,
    statistic,
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    lower: ratio * Math.exp(-below * logStandardError),
    upper: ratio * Math.exp(above * logStandardError),
    level: 1 - options.alpha,
  }
}

/** Why there is no ratio: as for every proportion, and counts that are no integers; null when there is one. */
export function ratioFault(control: Proportion, treatment: Proportion, alpha: number): NoAnswerReason | null {
  const fault = proportionFault([control, treatment], alpha)
  if (fault) return fault
  const isCount = [control.successes, control.n, treatment.successes, treatment.n].every(Number.isInteger)
  return isCount ? null : 'out_of_range'
}
