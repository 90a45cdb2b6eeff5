import { studentCdf, studentLogSurvival, studentUpperQuantile } from '../distributions/student-t.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { Moments } from '../moments.ts'
import { welchTest } from './welch.ts'

/** Whether two means differ by less than a margin. The interval has level 1 - 2 alpha. */
export interface EquivalenceTest extends Interval {
  /** treatment - control, in the metric's units */
  readonly effect: number
  readonly standardError: number
  readonly degreesOfFreedom: number
  /** the t of the one-sided test with the larger p */
  readonly statistic: number
  /** the larger of both one-sided p-values; below alpha the means are equivalent */
  readonly pValue: number
  readonly pValueLog10: number
  /** probability to find equivalence if the true difference were 0 */
  readonly power: number
  /** effect / pooled standard deviation */
  readonly cohensD: number
}

/**
 * Two one-sided Welch tests against -margin and +margin (Schuirmann 1987), margin > 0 in the metric's units.
 * Degenerate input: as `welchTest`.
 */
export function equivalenceTest(
  control: Moments,
  treatment: Moments,
  margin: number,
  alpha: number,
): Inference<EquivalenceTest> {
  if (!(margin > 0 && margin < Number.POSITIVE_INFINITY && alpha < 0.5)) return noAnswer('out_of_range')
  const welch = welchTest(control, treatment, 2 * alpha)
  if (!welch.ok) return welch
  const { effect, standardError, degreesOfFreedom, lower, upper, level } = welch.value
  const distance = (margin - Math.abs(effect)) / standardError
  const logP = studentLogSurvival(distance, degreesOfFreedom)
  const reach = margin / standardError - studentUpperQuantile(alpha, degreesOfFreedom)
  return answer({
    effect,
    standardError,
    degreesOfFreedom,
    lower,
    upper,
    level,
    statistic: effect >= 0 ? -distance : distance,
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    power: Math.max(0, 1 - 2 * studentCdf(-reach, degreesOfFreedom)),
    cohensD: effect / Math.sqrt((control.m2 + treatment.m2) / (control.n + treatment.n - 2)),
  })
}
