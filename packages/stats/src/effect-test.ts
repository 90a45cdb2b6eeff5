import { studentCdf, studentLogSurvival, studentSurvival, studentUpperQuantile } from './distributions/student-t.ts'

/** A two-sided interval and its level (1 - alpha). */
export interface Interval {
  readonly lower: number
  readonly upper: number
  readonly level: number
}

/** A two-sided test of treatment against control, with its interval, in natural units (fractions for rates). */
export interface EffectTest extends Interval {
  /** treatment - control */
  readonly effect: number
  /** the standard error in the statistic */
  readonly standardError: number
  readonly statistic: number
  /** Infinity for a normal statistic */
  readonly degreesOfFreedom: number
  /** two-sided */
  readonly pValue: number
  /** decimal logarithm of pValue, also where pValue underflows */
  readonly pValueLog10: number
  /** power of this test, two-sided at alpha, if the true effect were the observed one */
  readonly power: number
}

/** Test of effect / standardError against Student's t (df Infinity: normal), with the interval effect ± t · standardError. */
export function effectTest(effect: number, standardError: number, degreesOfFreedom: number, alpha: number): EffectTest {
  const critical = studentUpperQuantile(alpha / 2, degreesOfFreedom)
  const radius = critical * standardError
  const statistic = effect / standardError
  return {
    effect,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: twoSidedP(statistic, degreesOfFreedom),
    pValueLog10: twoSidedPLog10(statistic, degreesOfFreedom),
    lower: effect - radius,
    upper: effect + radius,
    level: 1 - alpha,
    power: observedPower(statistic, degreesOfFreedom, critical),
  }
}

/** 2 P(T > |statistic|). */
export function twoSidedP(statistic: number, degreesOfFreedom: number): number {
  return 2 * studentSurvival(Math.abs(statistic), degreesOfFreedom)
}

/** Decimal logarithm of twoSidedP, also where that underflows. */
export function twoSidedPLog10(statistic: number, degreesOfFreedom: number): number {
  return Math.min(0, Math.LN2 + studentLogSurvival(Math.abs(statistic), degreesOfFreedom)) / Math.LN10
}

/** P(|T + statistic| > critical): the observed power, by the distribution of the statistic shifted to its value. */
export function observedPower(statistic: number, degreesOfFreedom: number, critical: number): number {
  const size = Math.abs(statistic)
  return studentSurvival(critical - size, degreesOfFreedom) + studentCdf(-critical - size, degreesOfFreedom)
}
