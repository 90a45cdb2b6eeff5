import { hypergeometric } from '../distributions/hypergeometric.ts'
import { logSmallProbabilities } from '../distributions/lattice.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import { observedPower } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { newcombeInterval, rateDifference } from './newcombe.ts'
import type { OddsRatio } from './odds-ratio.ts'
import { conditionalOddsRatio } from './odds-ratio.ts'
import type { Proportion } from './proportion.ts'

/** An exact test of two rates, as fractions; the interval of the difference is Newcombe's. */
export interface ExactProportionTest extends Interval, OddsRatio {
  /** p_t - p_c */
  readonly effect: number
  readonly pValue: number
  readonly pValueLog10: number
  /** of the z test with unpooled error, if the true difference were the observed one */
  readonly power: number
}

/**
 * Fisher's exact test (1935), two-sided: the sum of the probabilities, given both margins, of the tables that are at
 * most as probable as the one seen (relative slack 1e-7). Counts are integers. Nobody or everybody converted in both
 * arms: `zero_variance`.
 */
export function fisherTest(control: Proportion, treatment: Proportion, alpha: number): Inference<ExactProportionTest> {
  return exactProportionTest(control, treatment, alpha, () => {
    const successes = control.successes + treatment.successes
    return logSmallProbabilities(hypergeometric(successes, control.n + treatment.n, treatment.n), treatment.successes)
  })
}

/** What every exact test of two rates reports, around its p-value (a natural logarithm). */
export function exactProportionTest(
  control: Proportion,
  treatment: Proportion,
  alpha: number,
  logPValue: () => number,
): Inference<ExactProportionTest> {
  const interval = newcombeInterval(control, treatment, alpha)
  if (!interval.ok) return interval
  const counts = [control.successes, control.n, treatment.successes, treatment.n]
  if (!counts.every(Number.isInteger)) return noAnswer('out_of_range')
  const successes = control.successes + treatment.successes
  if (successes === 0 || successes === control.n + treatment.n) return noAnswer('zero_variance')
  const logP = logPValue()
  const effect = rateDifference(control, treatment)
  return answer({
    effect,
    ...interval.value,
    ...conditionalOddsRatio(control, treatment, alpha),
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    power: unpooledPower(control, treatment, effect, alpha),
  })
}

function unpooledPower(control: Proportion, treatment: Proportion, effect: number, alpha: number): number {
  const variance = ({ successes, n }: Proportion) => ((successes / n) * ((n - successes) / n)) / n
  const standardError = Math.sqrt(variance(control) + variance(treatment))
  return observedPower(effect / standardError, Number.POSITIVE_INFINITY, normalUpperQuantile(alpha / 2))
}
