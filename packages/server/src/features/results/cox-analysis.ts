import { type EffectTest, effectTest, fitCox, hazardRatioTest, type Inference } from '@verdict/stats'
import type { SurvivalBody } from './survival-schema.ts'

/** Cox's model of two arms, unrounded. */
export interface CoxAnalysis {
  /** The Wald test of the arm, as a chi-square with one degree of freedom. */
  readonly test: {
    readonly chiSquare: number
    readonly degreesOfFreedom: 1
    readonly pValue: number
    readonly pValueLog10: number
  }
  /** Logarithm of the hazard ratio, treatment over control. */
  readonly arm: EffectTest
  /** Logarithms of the hazard ratios per unit of each covariate. */
  readonly covariates: readonly EffectTest[]
  /** Null with covariates. */
  readonly proportionalityP: number | null
}

/** The model with the arm and, where they are given, covariates. */
export function runCox(body: SurvivalBody): Inference<CoxAnalysis> {
  return body.control_arm.covariates.length === 0 ? withoutCovariates(body) : withCovariates(body)
}

function withoutCovariates({ control_arm: control, treatment_arm: treatment, alpha }: SurvivalBody) {
  const test = hazardRatioTest(
    { durations: control.durations, events: control.events_observed },
    { durations: treatment.durations, events: treatment.events_observed },
    alpha,
  )
  if (!test.ok) return test
  return analysis(test.value, [], test.value.proportionalityP)
}

function withCovariates({ control_arm: control, treatment_arm: treatment, alpha }: SurvivalBody) {
  const persons = {
    durations: [...control.durations, ...treatment.durations],
    events: [...control.events_observed, ...treatment.events_observed],
  }
  const arm = [...control.durations.map(() => 0), ...treatment.durations.map(() => 1)]
  const columns = control.covariates.map((column, index) => [...column, ...treatment.covariates[index]!])
  const fit = fitCox(persons, [arm, ...columns])
  if (!fit.ok) return fit
  const { coefficients, standardErrors } = fit.value
  const [first, ...rest] = coefficients.map((beta, index) =>
    effectTest(beta, standardErrors[index]!, Number.POSITIVE_INFINITY, alpha),
  )
  return analysis(first!, rest, null)
}

function analysis(
  arm: EffectTest,
  covariates: readonly EffectTest[],
  proportionalityP: number | null,
): Inference<CoxAnalysis> {
  const { statistic, pValue, pValueLog10 } = arm
  const test = { chiSquare: statistic ** 2, degreesOfFreedom: 1, pValue, pValueLog10 } as const
  return { ok: true, value: { test, arm, covariates, proportionalityP } }
}
