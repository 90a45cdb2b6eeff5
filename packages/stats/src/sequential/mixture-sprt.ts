import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

export interface MixtureSprtInput {
  /** the observed difference */
  readonly effect: number
  /** its variance V */
  readonly variance: number
  /** variance tau^2 of the normal mixture over true effects */
  readonly mixtureVariance: number
  readonly alpha: number
}

export interface MixtureSprt {
  /** always-valid p-value at this moment, not the running minimum */
  readonly pValue: number
  readonly pValueLog10: number
  /** limits of the confidence sequence at level 1 - alpha */
  readonly lower: number
  readonly upper: number
  readonly logLikelihoodRatio: number
}

/**
 * Mixture sequential probability ratio test with a normal mixture (Robbins 1970; Johari, Koomen, Pekelis & Walsh 2022):
 * ln L = -ln((V + tau^2) / V) / 2 + tau^2 effect^2 / (2 V (V + tau^2)), p = min(1, 1 / L), and the confidence sequence
 * effect ± sqrt(2 V (V + tau^2) / tau^2 (ln(1 / alpha) + ln((V + tau^2) / V) / 2)).
 */
export function mixtureSprt(input: MixtureSprtInput): Inference<MixtureSprt> {
  const { effect, variance, mixtureVariance, alpha } = input
  if (![effect, variance, mixtureVariance].every(Number.isFinite)) return noAnswer('not_finite')
  if (variance === 0) return noAnswer('zero_variance')
  if (!(variance > 0 && mixtureVariance > 0 && isLevel(alpha))) return noAnswer('out_of_range')
  const ratio = mixtureVariance / variance
  const penalty = Math.log1p(ratio) / 2
  const logLikelihoodRatio = ((effect / variance) * effect * (ratio / (1 + ratio))) / 2 - penalty
  const radius = Math.sqrt(2 * variance * (1 + 1 / ratio) * (penalty - Math.log(alpha)))
  const logP = Math.min(0, -logLikelihoodRatio)
  return answer({
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    lower: effect - radius,
    upper: effect + radius,
    logLikelihoodRatio,
  })
}
