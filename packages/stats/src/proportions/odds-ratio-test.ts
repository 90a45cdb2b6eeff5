import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { conditionalOddsRatio, logMidTail } from './odds-ratio.ts'
import type { Proportion } from './proportion.ts'
import type { RatioOfRates, RatioOptions } from './ratio-of-rates.ts'
import { logRatioTest, ratioFault } from './ratio-of-rates.ts'

/**
 * Odds ratio, treatment over control, with the log interval of Woolf (1955): se^2 = 1/a + 1/b + 1/c + 1/d over the four
 * cells, Wald test of its logarithm. An empty cell: `zero_total`; nothing is added to it (the mid-p interval exists there).
 */
export function oddsRatioWoolf(
  control: Proportion,
  treatment: Proportion,
  options: RatioOptions,
): Inference<RatioOfRates> {
  const fault = ratioFault(control, treatment, options.alpha)
  if (fault) return noAnswer(fault)
  const [c, t] = [control.successes, treatment.successes]
  const [notC, notT] = [control.n - c, treatment.n - t]
  if (c === 0 || t === 0 || notC === 0 || notT === 0) return noAnswer('zero_total')
  return answer(logRatioTest((t / c) * (notC / notT), Math.sqrt(1 / c + 1 / t + 1 / notC + 1 / notT), options))
}

/**
 * The same odds ratio with the conditional mid-p test and interval (Agresti 2013, section 16.6.5): given the margins, half
 * of the observed table's probability counts. Two-sided p: twice the smaller tail. Nobody or everybody converted in both
 * arms: `zero_variance`. Statistic: the log odds ratio. Its cost grows with the square root of the successes.
 */
export function oddsRatioMidP(
  control: Proportion,
  treatment: Proportion,
  { alpha, alternative = 'two_sided' }: RatioOptions,
): Inference<RatioOfRates> {
  const fault = ratioFault(control, treatment, alpha)
  if (fault) return noAnswer(fault)
  const successes = control.successes + treatment.successes
  if (successes === 0 || successes === control.n + treatment.n) return noAnswer('zero_variance')
  const tail = (side: 1 | -1) => logMidTail(control, treatment, 0, side)
  const twice = () => Math.min(0, Math.LN2 + Math.min(tail(1), tail(-1)))
  const logP = alternative === 'two_sided' ? twice() : tail(alternative === 'greater' ? 1 : -1)
  const found = conditionalOddsRatio(control, treatment, alternative === 'two_sided' ? alpha : 2 * alpha)
  return answer({
    ratio: found.oddsRatio,
    statistic: Math.log(found.oddsRatio),
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    lower: alternative === 'less' ? 0 : found.oddsRatioLower,
    upper: alternative === 'greater' ? Number.POSITIVE_INFINITY : found.oddsRatioUpper,
    level: 1 - alpha,
  })
}
