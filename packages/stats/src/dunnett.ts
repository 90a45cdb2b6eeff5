import { normalUpperQuantile } from './distributions/normal.ts'
import { studentSurvival, studentUpperQuantile } from './distributions/student-t.ts'
import type { LoadingGroup } from './dunnett-exceedance.ts'
import { loadingGroups, normalExceedance, studentExceedance } from './dunnett-exceedance.ts'
import { bracketedRoot } from './special/bracketed-root.ts'

/** From so many degrees of freedom on the normal distribution is within 1e-13. */
const NORMAL_FROM_DF = 1e13

/**
 * |statistic| that the largest of several comparisons with one control exceeds with probability alpha under no effect (Dunnett
 * 1955). `sizes` are persons on any scale, the control first: correlation of comparisons i and j is l_i l_j,
 * l_i = sqrt(n_i / (n_i + n_0)). `df`, the degrees of freedom of the common spread, is infinite for normal statistics.
 * Throws a RangeError unless there are 2 arms, all positive, 0 < alpha < 1 and df > 0.
 */
export function dunnettCritical(sizes: readonly number[], alpha: number, df = Number.POSITIVE_INFINITY): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha must lie between 0 and 1')
  const groups = checkedGroups(sizes, df)
  const quantile = (q: number) => (df < NORMAL_FROM_DF ? studentUpperQuantile(q, df) : normalUpperQuantile(q))
  const least = quantile(alpha / 2)
  const most = quantile(alpha / 2 / (sizes.length - 1))
  if (sizes.length === 2) return least
  const gap = (x: number) => Math.log(exceedance(groups, Math.exp(x), df)) - Math.log(alpha)
  return Math.exp(bracketedRoot(gap, Math.log(least), Math.log(most) + 1e-3))
}

/** Probability, under no effect, that any |statistic| of these comparisons exceeds the one seen: Dunnett's adjusted p-value. */
export function dunnettPValue(sizes: readonly number[], statistic: number, df = Number.POSITIVE_INFINITY): number {
  const groups = checkedGroups(sizes, df)
  const size = Math.abs(statistic)
  if (sizes.length === 2 && df < NORMAL_FROM_DF) return 2 * studentSurvival(size, df)
  return exceedance(groups, size, df)
}

function checkedGroups(sizes: readonly number[], df: number): LoadingGroup[] {
  if (!(df > 0)) throw new RangeError('the degrees of freedom must be above 0')
  return loadingGroups(sizes)
}

function exceedance(groups: readonly LoadingGroup[], statistic: number, df: number): number {
  return df < NORMAL_FROM_DF ? studentExceedance(groups, statistic, df) : normalExceedance(groups, statistic)
}
