import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import { twoSidedP, twoSidedPLog10 } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { endOfRun, tieTermOf } from './midranks.ts'
import { countsCdf, signedRankCounts } from './null-counts.ts'
import { middleStatistic, orderStatistic, walshStanding } from './order-statistic.ts'

/** Wilcoxon's signed-rank test of paired differences, and the pseudomedian with its interval. */
export interface WilcoxonTest extends Interval {
  /** median of the Walsh averages of the differences treatment - control that are not 0 */
  readonly effect: number
  readonly rankSumPositive: number
  readonly rankSumNegative: number
  readonly method: 'exact' | 'normal'
  readonly pValue: number
  readonly pValueLog10: number
  /** (W+ - W-) / (W+ + W-) */
  readonly rankBiserial: number
  readonly pairsUsed: number
  readonly zeroDifferences: number
}

const EXACT_UP_TO = 50

/**
 * Wilcoxon's signed-rank test (1945). Differences of 0 are dropped, from test and interval alike. Exact for up to 50
 * differences without ties, else normal with ties corrected and 1/2 for continuity; the interval inverts the same
 * distribution. Where even the whole range of Walsh averages falls short of 1 - alpha, `level` says what it reaches.
 * Fewer than 2 differences: `too_few_persons`.
 */
export function wilcoxonTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  alpha: number,
): Inference<WilcoxonTest> {
  if (control.length !== treatment.length || !isLevel(alpha)) return noAnswer('out_of_range')
  const all = Float64Array.from(control, (value, i) => treatment[i]! - value)
  if (!all.every(Number.isFinite)) return noAnswer('not_finite')
  const differences = all.filter(difference => difference !== 0).sort()
  const n = differences.length
  if (n < 2) return noAnswer('too_few_persons')
  const sizes = differences.map(Math.abs).sort()
  const tieTerm = tieTermOf(sizes)
  const whole = (n * (n + 1)) / 2
  const positive = positiveRankSum(differences, sizes)
  const law = n <= EXACT_UP_TO && tieTerm === 0 ? exactLaw(n) : normalLaw(n, tieTerm)
  const at = (rank: number) => orderStatistic(walshStanding(differences), rank, differences[0]!, differences[n - 1]!)
  const rejectedUpTo = law.rejectedUpTo(alpha)
  const end = Math.max(1, rejectedUpTo + 1)
  return answer({
    effect: middleStatistic(at, whole),
    lower: at(end),
    upper: at(whole + 1 - end),
    level: rejectedUpTo >= 0 ? 1 - alpha : Math.min(1 - alpha, 1 - 2 ** (1 - n)),
    rankSumPositive: positive,
    rankSumNegative: whole - positive,
    ...law.significance(Math.min(positive, whole - positive)),
    rankBiserial: (2 * positive - whole) / whole,
    pairsUsed: n,
    zeroDifferences: all.length - n,
  })
}

/** How the smaller rank sum is distributed when there is no effect. */
interface NullLaw {
  readonly significance: (least: number) => Pick<WilcoxonTest, 'method' | 'pValue' | 'pValueLog10'>
  /** the largest rank sum that is rejected at alpha; negative if none is */
  readonly rejectedUpTo: (alpha: number) => number
}

function exactLaw(n: number): NullLaw {
  const counts = signedRankCounts(n)
  return {
    significance: least => {
      const pValue = Math.min(1, 2 * countsCdf(counts, least, 2 ** n))
      return { method: 'exact', pValue, pValueLog10: Math.log10(pValue) }
    },
    rejectedUpTo: alpha => {
      let w = -1
      let probability = counts[0]! / 2 ** n
      while (2 * probability < alpha) {
        w += 1
        probability += counts[w + 1]! / 2 ** n
      }
      return w
    },
  }
}

function normalLaw(n: number, tieTerm: number): NullLaw {
  const mean = (n * (n + 1)) / 4
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48)
  return {
    significance: least => {
      const z = Math.max(0, mean - least - 0.5) / deviation
      const degrees = Number.POSITIVE_INFINITY
      return { method: 'normal', pValue: twoSidedP(z, degrees), pValueLog10: twoSidedPLog10(z, degrees) }
    },
    rejectedUpTo: alpha => Math.floor(mean - 0.5 - normalUpperQuantile(alpha / 2) * deviation),
  }
}

function positiveRankSum(differences: Float64Array, sizes: Float64Array): number {
  const positive = differences.filter(difference => difference > 0)
  let [sum, from, to] = [0, 0, 0]
  for (const size of positive) {
    while (to === 0 || sizes[from]! < size) {
      from = to
      to = endOfRun(sizes, from)
    }
    sum += (from + 1 + to) / 2
  }
  return sum
}
