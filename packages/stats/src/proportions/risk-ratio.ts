import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { bracketedRoot, bracketFrom } from '../special/bracketed-root.ts'
import type { Proportion } from './proportion.ts'
import type { RatioOfRates, RatioOptions } from './ratio-of-rates.ts'
import { boundZ, logNormalP, logRatioTest, ratioFault } from './ratio-of-rates.ts'

/**
 * Risk ratio p_t / p_c with the log interval of Katz et al. (1978): se^2 = 1/x_t - 1/n_t + 1/x_c - 1/n_c, Wald test of its
 * logarithm. Nobody converted in an arm: `zero_total` (Koopman's interval exists there); all in both: `zero_variance`.
 */
export function riskRatioKatz(
  control: Proportion,
  treatment: Proportion,
  options: RatioOptions,
): Inference<RatioOfRates> {
  const fault = ratioFault(control, treatment, options.alpha)
  if (fault) return noAnswer(fault)
  if (control.successes === 0 || treatment.successes === 0) return noAnswer('zero_total')
  const part = ({ successes, n }: Proportion) => (n - successes) / n / successes
  const standardError = Math.sqrt(part(control) + part(treatment))
  if (standardError === 0) return noAnswer('zero_variance')
  return answer(logRatioTest(ratioOf(control, treatment), standardError, options))
}

/**
 * Risk ratio with the score interval of Koopman (1984): all rho whose (p_t - rho p_c)^2 is at most z^2 times its variance
 * at the likeliest rates with that ratio. Its test of 1 is the pooled z test. It exists where one arm has no conversion;
 * nobody in either: `zero_total`; everybody in both: `zero_variance`.
 */
export function riskRatioKoopman(
  control: Proportion,
  treatment: Proportion,
  options: RatioOptions,
): Inference<RatioOfRates> {
  const fault = ratioFault(control, treatment, options.alpha)
  if (fault) return noAnswer(fault)
  const successes = control.successes + treatment.successes
  if (successes === 0) return noAnswer('zero_total')
  if (successes === control.n + treatment.n) return noAnswer('zero_variance')
  const score = scoreOf(control, treatment)
  const statistic = score(0)
  const logP = logNormalP(statistic, options.alternative)
  const [below, above] = boundZ(options)
  return answer({
    ratio: ratioOf(control, treatment),
    statistic,
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    lower: treatment.successes === 0 || below === Number.POSITIVE_INFINITY ? 0 : limit(score, below),
    upper:
      control.successes === 0 || above === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : limit(score, -above),
    level: 1 - options.alpha,
  })
}

function ratioOf(control: Proportion, treatment: Proportion): number {
  return ((treatment.successes / control.successes) * control.n) / treatment.n
}

/** The score z as a function of the logarithm of the ratio; it falls. */
function scoreOf(control: Proportion, treatment: Proportion): (logRatio: number) => number {
  const [x0, n0, x1, n1] = [control.successes, control.n, treatment.successes, treatment.n]
  return logRatio => {
    const rho = Math.exp(logRatio)
    const b = x1 + n0 + rho * (x0 + n1)
    const c = x0 + x1
    // b^2 - 4 a c as a sum of terms >= 0.
    const root = Math.sqrt((x1 + n0 - rho * (x0 + n1)) ** 2 + 4 * rho * (n0 - x0) * (n1 - x1))
    const rate = (2 * c) / (b + root)
    const other = rho * rate
    const variance = (other * (1 - other)) / n1 + (rho * rho * rate * (1 - rate)) / n0
    return (x1 / n1 - rho * (x0 / n0)) / Math.sqrt(variance)
  }
}

function limit(score: (logRatio: number) => number, z: number): number {
  const gap = (logRatio: number) => score(logRatio) - z
  const bracket = bracketFrom(gap, 0, gap(0) > 0 ? 0.25 : -0.25)
  return bracket === null ? Number.NaN : Math.exp(bracketedRoot(gap, bracket[0], bracket[1]))
}
