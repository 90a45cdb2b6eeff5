import { studentLogSurvival, studentSurvival, studentUpperQuantile } from './distributions/student-t.ts'
import type { Interval } from './effect-test.ts'

/** Which side is looked for: the treatment above the control, or below it. */
export type Alternative = 'greater' | 'less'

/** A one-sided test with its one-sided bound; the other end of the interval is infinite. */
export interface OneSidedTest extends Interval {
  /** treatment - control */
  readonly effect: number
  readonly standardError: number
  readonly statistic: number
  /** Infinity for a normal statistic */
  readonly degreesOfFreedom: number
  /** one-sided */
  readonly pValue: number
  readonly pValueLog10: number
}

/** Test of effect / standardError against one tail of Student's t (df Infinity: normal), with the bound at level 1 - alpha. */
export function oneSidedTest(
  effect: number,
  standardError: number,
  degreesOfFreedom: number,
  { alpha, alternative }: { readonly alpha: number; readonly alternative: Alternative },
): OneSidedTest {
  const statistic = effect / standardError
  const towards = alternative === 'greater' ? statistic : -statistic
  const radius = studentUpperQuantile(alpha, degreesOfFreedom) * standardError
  return {
    effect,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentSurvival(towards, degreesOfFreedom),
    pValueLog10: studentLogSurvival(towards, degreesOfFreedom) / Math.LN10,
    lower: alternative === 'greater' ? effect - radius : Number.NEGATIVE_INFINITY,
    upper: alternative === 'greater' ? Number.POSITIVE_INFINITY : effect + radius,
    level: 1 - alpha,
  }
}
