import { chiSquareLogSurvival, chiSquareSurvival } from '../distributions/chi-square.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { midranks } from './midranks.ts'

export interface KruskalWallisTest {
  readonly statistic: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  /** H / (N - 1), 0 to 1 */
  readonly epsilonSquared: number
  readonly meanRanks: readonly number[]
}

/**
 * Kruskal & Wallis's test (1952) of several samples: H = 12 / (N (N + 1)) sum of n_i (mean rank_i - (N + 1) / 2)^2,
 * divided by 1 - sum of (t^3 - t) / (N^3 - N), on chi-square with k - 1 degrees of freedom. All values equal:
 * `zero_variance`.
 */
export function kruskalWallisTest(samples: readonly ArrayLike<number>[]): Inference<KruskalWallisTest> {
  if (samples.length < 2) return noAnswer('no_degrees_of_freedom')
  if (samples.some(sample => sample.length < 1)) return noAnswer('too_few_persons')
  if (!samples.every(sample => Float64Array.from(sample).every(Number.isFinite))) return noAnswer('not_finite')
  const { rankSums, tieTerm, total } = midranks(samples)
  const untied = 1 - tieTerm / (total ** 3 - total)
  if (!(untied > 0)) return noAnswer('zero_variance')
  const meanRanks = rankSums.map((sum, i) => sum / samples[i]!.length)
  const between = meanRanks.reduce((sum, mean, i) => sum + samples[i]!.length * (mean - (total + 1) / 2) ** 2, 0)
  const statistic = ((12 / (total * (total + 1))) * between) / untied
  const degreesOfFreedom = samples.length - 1
  return answer({
    statistic,
    degreesOfFreedom,
    pValue: chiSquareSurvival(statistic, degreesOfFreedom),
    pValueLog10: chiSquareLogSurvival(statistic, degreesOfFreedom) / Math.LN10,
    epsilonSquared: statistic / (total - 1),
    meanRanks,
  })
}
