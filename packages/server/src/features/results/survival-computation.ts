import {
  type EffectTest,
  type Inference,
  kaplanMeier,
  logRankTest,
  type RestrictedMean,
  restrictedMean,
  restrictedMeanTest,
  type SurvivalArm,
  type SurvivalCurve,
} from '@verdict/stats'
import type { Computation } from '../../jobs/computation.ts'
import { type CoxAnalysis, runCox } from './cox-analysis.ts'
import type { SurvivalBody } from './survival-schema.ts'

/** A comparison of survival, unrounded. */
export interface SurvivalAnalysis {
  readonly chiSquare: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  /** By arm, control first. */
  readonly observed: readonly number[]
  readonly expected: readonly number[]
  /** Null for an arm without an event. */
  readonly curves: readonly (SurvivalCurve | null)[]
  readonly cox: CoxAnalysis | null
  readonly restricted: RestrictedMeans | null
}

interface RestrictedMeans {
  readonly horizon: number
  readonly control: RestrictedMean
  readonly treatment: RestrictedMean
  readonly test: EffectTest
}

/** What can not be compared, apart from what the test itself says. */
export type SurvivalFailure = 'horizon'

export type SurvivalOutcome = Inference<SurvivalAnalysis> | { readonly ok: false; readonly reason: SurvivalFailure }

/** The three tests of /results/survival, with curves, medians and restricted means. */
export const survivalComputation: Computation<SurvivalBody, SurvivalOutcome> = {
  name: 'survival',
  foreseenMs(body) {
    const arms = [body.control_arm, body.treatment_arm, ...body.additional_arms]
    const persons = arms.reduce((sum, arm) => sum + arm.durations.length, 0)
    const covariates = 1 + body.control_arm.covariates.length
    const cox = body.test_type === 'cox' ? 5 + 3e-3 * persons * covariates : 0
    return 1e-3 * persons + cox
  },
  run: analyze,
}

function analyze(body: SurvivalBody): SurvivalOutcome {
  const arms = [body.control_arm, body.treatment_arm, ...body.additional_arms].map(toArm)
  const weights = body.test_type === 'fleming_harrington' ? { rho: body.fh_rho, gamma: body.fh_gamma } : undefined
  const counts = logRankTest(arms, weights)
  if (!counts.ok) return counts
  const cox = body.test_type === 'cox' ? runCox(body) : null
  if (cox !== null && !cox.ok) return cox
  const restricted = body.rmst_horizon === null ? null : restrict(arms[0]!, arms[1]!, body.rmst_horizon, body.alpha)
  if (restricted !== null && !restricted.ok) return { ok: false, reason: 'horizon' }
  const test = cox === null ? counts.value : { ...counts.value, ...cox.value.test }
  return {
    ok: true,
    value: {
      ...test,
      curves: arms.map(arm => curveOf(arm, 1 - (body.curve_level ?? 1 - body.alpha))),
      cox: cox?.value ?? null,
      restricted: restricted?.value ?? null,
    },
  }
}

function restrict(
  control: SurvivalArm,
  treatment: SurvivalArm,
  horizon: number,
  alpha: number,
): Inference<RestrictedMeans> {
  const test = restrictedMeanTest(control, treatment, { horizon, alpha })
  if (!test.ok) return test
  const left = restrictedMean(control, horizon)
  const right = restrictedMean(treatment, horizon)
  if (!left.ok) return left
  if (!right.ok) return right
  return { ok: true, value: { horizon, control: left.value, treatment: right.value, test: test.value } }
}

function curveOf(arm: SurvivalArm, alpha: number): SurvivalCurve | null {
  const curve = kaplanMeier(arm, alpha)
  return curve.ok ? curve.value : null
}

export function toArm({ durations, events_observed: events }: SurvivalBody['control_arm']): SurvivalArm {
  return { durations, events }
}
