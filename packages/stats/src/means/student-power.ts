import { noncentralStudentCdf, noncentralStudentSurvival } from '../distributions/noncentral-student-t.ts'
import { studentUpperQuantile } from '../distributions/student-t.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** A t test: `sides` 1 rejects above only, 2 on both sides, and both are counted. */
export interface StudentDesign {
  /** true difference, in the metric's units */
  readonly delta: number
  /** one person's standard deviation, the same in both arms */
  readonly sigma: number
  readonly alpha: number
  readonly sides: 1 | 2
}

/** Exact power of the one-sample (or paired) t test with n persons: noncentrality delta sqrt(n) / sigma, n - 1 degrees. */
export function powerOneSampleT(design: StudentDesign & { readonly n: number }): Inference<number> {
  const { n } = design
  if (!(n >= 2)) return noAnswer('too_few_persons')
  return studentPower(design, Math.sqrt(1 / n), n - 1)
}

/**
 * Exact power of Student's two-sample t test: noncentrality delta / (sigma sqrt(1/n_c + 1/n_t)), n_c + n_t - 2 degrees of
 * freedom (Cohen 1988). Welch's test of equal spreads has nearly the same.
 */
export function powerTwoSampleT(
  design: StudentDesign & { readonly controlN: number; readonly treatmentN: number },
): Inference<number> {
  const { controlN, treatmentN } = design
  if (!(controlN >= 1 && treatmentN >= 1 && controlN + treatmentN > 2)) return noAnswer('too_few_persons')
  return studentPower(design, Math.sqrt(1 / controlN + 1 / treatmentN), controlN + treatmentN - 2)
}

function studentPower(design: StudentDesign, perSigma: number, degreesOfFreedom: number): Inference<number> {
  const { delta, sigma, alpha, sides } = design
  if (![delta, sigma, degreesOfFreedom].every(Number.isFinite)) return noAnswer('not_finite')
  if (sigma === 0) return noAnswer('zero_variance')
  if (!(sigma > 0 && isLevel(alpha))) return noAnswer('out_of_range')
  const noncentrality = delta / (sigma * perSigma)
  const critical = studentUpperQuantile(alpha / sides, degreesOfFreedom)
  const above = noncentralStudentSurvival(critical, degreesOfFreedom, noncentrality)
  if (sides === 1) return answer(above)
  return answer(above + noncentralStudentCdf(-critical, degreesOfFreedom, noncentrality))
}
