import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

export interface ConfidenceSequenceInput {
  /** the observed difference and its standard error */
  readonly effect: number
  readonly standardError: number
  /** persons of both arms together */
  readonly n: number
  readonly alpha: number
  /** n at which the sequence is tightest; fixed before the data */
  readonly tightestAt: number
  /** two limits, or only a lower or an upper one */
  readonly side: 'both' | 'lower' | 'upper'
}

export interface ConfidenceSequence {
  readonly lower: number
  readonly upper: number
  /** always-valid p-value at this moment, not the running minimum; of effect > 0 for `lower`, effect < 0 for `upper` */
  readonly pValue: number
  readonly pValueLog10: number
}

/**
 * Asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024, arXiv 2103.06476v7). With
 * m = n rho^2 and rho^2 = (-2 ln a + ln(1 - 2 ln a)) / tightestAt (eq. 161; a = alpha, 2 alpha for one side):
 * effect ± se sqrt(2 (1 + 1 / m) ln(sqrt(m + 1) / alpha)) (eq. 9), one-sided with ln(1 + sqrt(m + 1) / (2 alpha));
 * p = min(1, sqrt(m + 1) exp(-z^2 m / (2 (m + 1)))) (eq. 155). One side needs alpha < 1/2.
 */
export function confidenceSequence(input: ConfidenceSequenceInput): Inference<ConfidenceSequence> {
  const { effect, standardError, n, alpha, tightestAt, side } = input
  if (![effect, standardError, n, alpha, tightestAt].every(Number.isFinite)) return noAnswer('not_finite')
  if (standardError === 0) return noAnswer('zero_variance')
  const level = side === 'both' ? alpha : 2 * alpha
  if (!(standardError > 0 && n > 0 && tightestAt > 0 && isLevel(level))) return noAnswer('out_of_range')
  const m = (n / tightestAt) * (Math.log1p(-2 * Math.log(level)) - 2 * Math.log(level))
  const radius = standardError * Math.sqrt(2 * (1 + 1 / m) * logThreshold(m, alpha, side))
  const logP = Math.min(0, logPValue(effect / standardError, m, side))
  return answer({
    lower: side === 'upper' ? Number.NEGATIVE_INFINITY : effect - radius,
    upper: side === 'lower' ? Number.POSITIVE_INFINITY : effect + radius,
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
  })
}

function logThreshold(m: number, alpha: number, side: ConfidenceSequenceInput['side']): number {
  if (side === 'both') return Math.log1p(m) / 2 - Math.log(alpha)
  return Math.log1p(Math.sqrt(m + 1) / (2 * alpha))
}

/** Logarithm of the alpha at which the limit would just reach 0, m held. */
function logPValue(z: number, m: number, side: ConfidenceSequenceInput['side']): number {
  const exponent = (z * z * m) / (2 * (m + 1))
  if (side === 'both') return Math.log1p(m) / 2 - exponent
  const isTowards = side === 'lower' ? z > 0 : z < 0
  if (!isTowards) return 0
  return Math.log1p(m) / 2 - Math.LN2 - exponent - Math.log(-Math.expm1(-exponent))
}
