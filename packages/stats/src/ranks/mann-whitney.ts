import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import { observedPower, twoSidedP, twoSidedPLog10 } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { type Histogram, histogramOf, isFinitely, lastOf, sizeOf } from './histogram.ts'
import { countsCdf, mannWhitneyCounts } from './null-counts.ts'
import { differenceStanding, middleStatistic, orderStatistic } from './order-statistic.ts'

/** Mann-Whitney test, and the Hodges-Lehmann shift with its interval. */
export interface MannWhitneyTest extends Interval {
  /** median of all differences treatment - control, in the metric's units */
  readonly effect: number
  /** pairs in which the treatment is larger, ties as one half */
  readonly u: number
  /** normal statistic, corrected for ties and continuity, in the direction of the effect */
  readonly statistic: number
  readonly method: 'exact' | 'normal'
  readonly pValue: number
  readonly pValueLog10: number
  /** 2 U / (n_c n_t) - 1 */
  readonly rankBiserial: number
  readonly power: number
}

const EXACT_UP_TO = 30

/**
 * Mann-Whitney test (1947): exact, doubled smaller tail, for up to 30 persons in all without ties, else normal with
 * variance corrected for ties and 1/2 for continuity. Shift and interval are order statistics of all n m differences, at
 * ranks C = floor(n m / 2 - z sqrt(n m (N + 1) / 12)) from either end (Hollander & Wolfe 1999, section 4.3), by counting
 * in the sorted matrix: O((n + m) log) time, O(n + m) memory. Where C < 1 the interval is the whole range, and `level`
 * the one it has. All values equal: `zero_variance`.
 */
export function mannWhitneyTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  alpha: number,
): Inference<MannWhitneyTest> {
  return mannWhitneyOfHistograms(histogramOf(control), histogramOf(treatment), alpha)
}

/** The same of samples that are given as histograms, which merge over disjoint sets of persons: O(different values). */
export function mannWhitneyOfHistograms(
  control: Histogram,
  treatment: Histogram,
  alpha: number,
): Inference<MannWhitneyTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const [n, m] = [sizeOf(control), sizeOf(treatment)]
  if (!(n >= 2 && m >= 2)) return noAnswer('too_few_persons')
  if (![control, treatment].every(isFinitely)) return noAnswer('not_finite')
  const { wins, tieTerm } = comparePairs(control, treatment)
  const total = n + m
  const pairs = n * m
  const variance = (pairs / 12) * (total + 1 - tieTerm / (total * (total - 1)))
  if (!(variance > 0)) return noAnswer('zero_variance')
  const excess = wins - pairs / 2
  const statistic = (Math.sign(excess) * Math.max(0, Math.abs(excess) - 0.5)) / Math.sqrt(variance)
  const isExact = total <= EXACT_UP_TO && tieTerm === 0
  return answer({
    ...shift(control, treatment, { n, m, alpha }),
    u: wins,
    statistic,
    ...(isExact ? exactP(wins, m, total) : normalP(statistic)),
    rankBiserial: (2 * excess) / pairs,
    power: observedPower(statistic, Number.POSITIVE_INFINITY, normalUpperQuantile(alpha / 2)),
  })
}

/** Pairs in which the treatment is larger, ties as one half; and the sum of t^3 - t over groups of t equal values. */
function comparePairs(control: Histogram, treatment: Histogram) {
  let wins = 0
  let tieTerm = 0
  let below = 0
  let at = 0
  for (let i = 0; i < treatment.values.length; i += 1) {
    const [value, count] = [treatment.values[i]!, treatment.counts[i]!]
    for (; control.values[at]! < value; at += 1) {
      below += control.counts[at]!
      tieTerm += tiesOf(control.counts[at]!)
    }
    const equal = control.values[at] === value ? control.counts[at]! : 0
    wins += count * (below + equal / 2)
    tieTerm += tiesOf(count + equal)
    if (equal > 0) {
      below += equal
      at += 1
    }
  }
  for (; at < control.values.length; at += 1) tieTerm += tiesOf(control.counts[at]!)
  return { wins, tieTerm }
}

function tiesOf(count: number): number {
  return count ** 3 - count
}

function exactP(u: number, size: number, total: number) {
  const counts = mannWhitneyCounts(size, total)
  const whole = counts.reduce((sum, count) => sum + count, 0)
  const pValue = Math.min(1, 2 * countsCdf(counts, Math.min(u, counts.length - 1 - u), whole))
  return { method: 'exact', pValue, pValueLog10: Math.log10(pValue) } as const
}

function normalP(statistic: number) {
  const pValue = twoSidedP(statistic, Number.POSITIVE_INFINITY)
  return { method: 'normal', pValue, pValueLog10: twoSidedPLog10(statistic, Number.POSITIVE_INFINITY) } as const
}

function shift(
  c: Histogram,
  t: Histogram,
  { n, m, alpha }: { readonly n: number; readonly m: number; readonly alpha: number },
) {
  const pairs = n * m
  const standing = differenceStanding(c, t)
  const [smallest, largest] = [t.values[0]! - lastOf(c), lastOf(t) - c.values[0]!]
  const at = (rank: number) => orderStatistic(standing, rank, smallest, largest)
  const reach = normalUpperQuantile(alpha / 2) * Math.sqrt((pairs * (n + m + 1)) / 12)
  const rank = Math.floor(pairs / 2 - reach)
  const end = Math.max(1, rank)
  return {
    effect: middleStatistic(at, pairs),
    lower: at(end),
    upper: at(pairs + 1 - end),
    level: rank >= 1 ? 1 - alpha : Math.min(1 - alpha, levelOfRange(n, m)),
  }
}

/** 1 - 2 / C(n + m, n). */
function levelOfRange(n: number, m: number): number {
  let arrangements = 1
  for (let i = 1; i <= n; i += 1) arrangements *= (m + i) / i
  return 1 - 2 / arrangements
}
