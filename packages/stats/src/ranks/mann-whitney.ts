import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import { observedPower, twoSidedP, twoSidedPLog10 } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { midranks } from './midranks.ts'
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
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  if (control.length < 2 || treatment.length < 2) return noAnswer('too_few_persons')
  const c = Float64Array.from(control).sort()
  const t = Float64Array.from(treatment).sort()
  if (![c[0]!, c.at(-1)!, t[0]!, t.at(-1)!].every(Number.isFinite)) return noAnswer('not_finite')
  const { rankSums, tieTerm, total } = midranks([c, t])
  const pairs = c.length * t.length
  const u = rankSums[1]! - (t.length * (t.length + 1)) / 2
  const variance = (pairs / 12) * (total + 1 - tieTerm / (total * (total - 1)))
  if (!(variance > 0)) return noAnswer('zero_variance')
  const excess = u - pairs / 2
  const statistic = (Math.sign(excess) * Math.max(0, Math.abs(excess) - 0.5)) / Math.sqrt(variance)
  const isExact = total <= EXACT_UP_TO && tieTerm === 0
  return answer({
    ...shift(c, t, alpha),
    u,
    statistic,
    ...(isExact ? exactP(u, t.length, total) : normalP(statistic)),
    rankBiserial: (2 * excess) / pairs,
    power: observedPower(statistic, Number.POSITIVE_INFINITY, normalUpperQuantile(alpha / 2)),
  })
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

function shift(c: Float64Array, t: Float64Array, alpha: number) {
  const pairs = c.length * t.length
  const standing = differenceStanding(c, t)
  const at = (rank: number) => orderStatistic(standing, rank, t[0]! - c.at(-1)!, t.at(-1)! - c[0]!)
  const reach = normalUpperQuantile(alpha / 2) * Math.sqrt((pairs * (c.length + t.length + 1)) / 12)
  const rank = Math.floor(pairs / 2 - reach)
  const end = Math.max(1, rank)
  return {
    effect: middleStatistic(at, pairs),
    lower: at(end),
    upper: at(pairs + 1 - end),
    level: rank >= 1 ? 1 - alpha : Math.min(1 - alpha, levelOfRange(c.length, t.length)),
  }
}

/** 1 - 2 / C(n + m, n). */
function levelOfRange(n: number, m: number): number {
  let arrangements = 1
  for (let i = 1; i <= n; i += 1) arrangements *= (m + i) / i
  return 1 - 2 / arrangements
}
