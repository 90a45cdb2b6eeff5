import type { EffectTest, Interval } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import type { Alternative, OneSidedTest } from '../one-sided-test.ts'
import { oneSidedTest } from '../one-sided-test.ts'
import { fiellerInterval } from '../ratios/fieller.ts'
import type { VarianceMean } from './welch.ts'
import { welchFromVariances } from './welch.ts'

/** Relative lift with Fieller's interval; p is Welch's, which asks the same question: no difference, no lift. */
export interface FiellerLift extends Interval {
  /** mean_t / mean_c - 1, a fraction */
  readonly effect: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly degreesOfFreedom: number
}

/**
 * Relative lift mean_t / mean_c - 1, a fraction, by the delta method: se^2 = v_t / m_c^2 + v_c m_t^2 / m_c^4, v the squared
 * errors of the means, Student's t with Welch's degrees of freedom. A control of mean 0: `zero_total`; else as `welchTest`.
 */
export function relativeLiftDelta(
  control: VarianceMean,
  treatment: VarianceMean,
  alpha: number,
): Inference<EffectTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const welch = welchFromVariances(control, treatment, alpha)
  if (!welch.ok) return welch
  if (control.mean === 0) return noAnswer('zero_total')
  const ratio = treatment.mean / control.mean
  const standardError =
    Math.hypot(Math.sqrt(treatment.variance / treatment.n), ratio * Math.sqrt(control.variance / control.n)) /
    Math.abs(control.mean)
  if (!Number.isFinite(ratio + standardError)) return noAnswer('not_finite')
  if (standardError === 0) return noAnswer('zero_variance')
  return answer(effectTest(welch.value.effect / control.mean, standardError, welch.value.degreesOfFreedom, alpha))
}

/**
 * The same lift with Fieller's interval (1954), which is not symmetric and keeps its level where the control's mean is
 * uncertain. A control that is not clear of 0 at the level: `unbounded`.
 */
export function relativeLiftFieller(
  control: VarianceMean,
  treatment: VarianceMean,
  alpha: number,
): Inference<FiellerLift> {
  const welch = welchFromVariances(control, treatment, alpha)
  if (!welch.ok) return welch
  const { degreesOfFreedom, pValue, pValueLog10, effect } = welch.value
  const interval = fiellerInterval(
    {
      // Of the difference: its quotient by the control is the lift itself, without cancellation against 1.
      numerator: effect,
      denominator: control.mean,
      numeratorVariance: control.variance / control.n + treatment.variance / treatment.n,
      denominatorVariance: control.variance / control.n,
      covariance: -control.variance / control.n,
      degreesOfFreedom,
    },
    alpha,
  )
  if (!interval.ok) return interval
  const { ratio, lower, upper, level } = interval.value
  return answer({ effect: ratio, lower, upper, level, pValue, pValueLog10, degreesOfFreedom })
}

/** The delta method's lift, tested on one side, with its bound at level 1 - alpha. Degenerate input: as `relativeLiftDelta`. */
export function relativeLiftOneSided(
  control: VarianceMean,
  treatment: VarianceMean,
  options: { readonly alpha: number; readonly alternative: Alternative },
): Inference<OneSidedTest> {
  const lift = relativeLiftDelta(control, treatment, options.alpha)
  if (!lift.ok) return lift
  const { effect, standardError, degreesOfFreedom } = lift.value
  return answer(oneSidedTest(effect, standardError, degreesOfFreedom, options))
}
