import { chiSquareLogSurvival, chiSquareSurvival } from '../distributions/chi-square.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { Proportion } from '../proportions/proportion.ts'
import { proportionFault } from '../proportions/proportion.ts'

/** One stratum of a stratified comparison of two rates. */
export interface RateStratum {
  readonly control: Proportion
  readonly treatment: Proportion
}

/** Test of no difference within strata; the interval is that of the common odds ratio, treatment over control. */
export interface CochranMantelHaenszelTest extends Interval {
  readonly oddsRatio: number
  readonly statistic: number
  readonly pValue: number
  readonly pValueLog10: number
}

/**
 * Two rates over strata (Cochran 1954; Mantel & Haenszel 1959), without continuity correction: chi-square of 1 degree from
 * the treatment's successes less expected, hypergeometric variances added. Common odds ratio sum of a d / n over sum of
 * b c / n, the variance of its logarithm by Robins, Breslow & Greenland (1986). No variance: `zero_variance`; an odds ratio
 * of 0 or infinity: `unbounded`.
 */
export function cochranMantelHaenszelTest(
  strata: readonly RateStratum[],
  alpha: number,
): Inference<CochranMantelHaenszelTest> {
  if (strata.length === 0) return noAnswer('no_usable_stratum')
  const fault = proportionFault(
    strata.flatMap(({ control, treatment }) => [control, treatment]),
    alpha,
  )
  if (fault) return noAnswer(fault)
  const sums = strata.map(partsOf).reduce((total, parts) => total.map((sum, i) => sum + parts[i]!))
  const [excess, variance, r, s, pr, mixed, qs] = sums as [number, number, number, number, number, number, number]
  if (!(variance > 0)) return noAnswer('zero_variance')
  if (r === 0 || s === 0) return noAnswer('unbounded')
  const statistic = excess ** 2 / variance
  const oddsRatio = r / s
  const logError = Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s))
  const reach = Math.exp(normalUpperQuantile(alpha / 2) * logError)
  return answer({
    oddsRatio,
    statistic,
    pValue: chiSquareSurvival(statistic, 1),
    pValueLog10: chiSquareLogSurvival(statistic, 1) / Math.LN10,
    lower: oddsRatio / reach,
    upper: oddsRatio * reach,
    level: 1 - alpha,
  })
}

/** Excess and variance of the treatment's successes, then R, S, P R, P S + Q R, Q S of Robins et al. */
function partsOf({ control, treatment }: RateStratum): number[] {
  const [a, b] = [treatment.successes, control.successes]
  const [c, d] = [treatment.n - a, control.n - b]
  const n = treatment.n + control.n
  const expected = ((a + b) * treatment.n) / n
  const variance = n > 1 ? (expected * control.n * ((c + d) / n)) / (n - 1) : 0
  const [r, s] = [(a * d) / n, (b * c) / n]
  const [p, q] = [(a + d) / n, (b + c) / n]
  return [a - expected, variance, r, s, p * r, p * s + q * r, q * s]
}
