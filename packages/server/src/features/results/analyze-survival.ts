import type { SurvivalCurve } from '@verdict/stats'
import type { Static } from 'typebox'
import { badRequest } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import type { CoxAnalysis } from './cox-analysis.ts'
import { type SurvivalAnalysis, survivalComputation } from './survival-computation.ts'
import { survivalIssues } from './survival-rules.ts'
import { type SurvivalBody, SurvivalResultsRequest, SurvivalResultsResponse } from './survival-schema.ts'

export const analyzeSurvival = route({
  method: 'POST',
  path: '/api/v1/results/survival',
  operationId: 'analyzeSurvival',
  tag: 'results',
  summary: 'Compare times to an event',
  description: 'Log-rank, its Fleming-Harrington family, or Cox for two arms; Kaplan-Meier curves with log-log bands.',
  scope: 'read',
  body: SurvivalResultsRequest,
  example: {
    control_arm: { durations: [1, 3, 5, 7, 9, 11], events_observed: [true, true, false, true, true, false] },
    treatment_arm: { durations: [2, 6, 8, 10, 12, 14], events_observed: [true, false, true, true, false, true] },
  },
  rules: [survivalIssues],
  responses: { 200: SurvivalResultsResponse, 202: JobResponse },
  errors: [400],
  bodySize: 'samples',
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, survivalComputation, request.body, analysis => {
      if (analysis.ok) return printed(request.body, analysis.value, request.speech)
      if (analysis.reason === 'horizon') throw badRequest({ key: 'horizonTooFar' })
      throw badRequest({ key: 'noSharedEvents' })
    })
  },
})

type Answer = Static<typeof SurvivalResultsResponse>

function printed(body: SurvivalBody, analysis: SurvivalAnalysis, { say, words }: Speech): Answer {
  const isFleming = body.test_type === 'fleming_harrington'
  const isSignificant = analysis.pValue < body.alpha
  const [statistic, p] = [round(analysis.chiSquare, 4), round(analysis.pValue, 6)]
  const [controlCurve, treatmentCurve, ...additional] = analysis.curves.map(curvePoints)
  return {
    chi_square: statistic,
    degrees_of_freedom: analysis.degreesOfFreedom,
    p_value: p,
    p_value_log10: round(analysis.pValueLog10, 6),
    is_significant: isSignificant,
    test_type: body.test_type,
    fh_rho: isFleming ? body.fh_rho : null,
    fh_gamma: isFleming ? body.fh_gamma : null,
    ...hazardFields(analysis.cox),
    ...armFields(body, analysis),
    control_curve: controlCurve!,
    treatment_curve: treatmentCurve!,
    additional_arm_curves: additional,
    median_survival: analysis.curves.map(medianOf),
    restricted_mean_survival: restrictedMeans(analysis),
    verdict: words.results.verdicts[isSignificant ? 'curvesDiffer' : 'curvesAlike'],
    interpretation: say(words.results.testInterpretation, { name: 'χ²', statistic, p }),
  }
}

function armFields(body: SurvivalBody, { observed, expected }: SurvivalAnalysis) {
  const summaries = [body.control_arm, body.treatment_arm, ...body.additional_arms].map(({ durations }, index) => ({
    n: durations.length,
    observed: observed[index]!,
    expected: round(expected[index]!, 4),
  }))
  const [control, treatment] = [summaries[0]!, summaries[1]!]
  return {
    observed_control: control.observed,
    expected_control: control.expected,
    observed_treatment: treatment.observed,
    expected_treatment: treatment.expected,
    n_control: control.n,
    n_treatment: treatment.n,
    arm_summaries: summaries,
  }
}

const NO_HAZARD = {
  hazard_ratio: null,
  hazard_ratio_ci_lower: null,
  hazard_ratio_ci_upper: null,
  log_hazard_ratio: null,
  log_hazard_ratio_se: null,
  proportional_hazards_p_value: null,
  covariate_effects: null,
}

function hazardFields(cox: CoxAnalysis | null) {
  if (cox === null) return NO_HAZARD
  return {
    ...hazardRatio(cox.arm),
    log_hazard_ratio: round(cox.arm.effect, 6),
    log_hazard_ratio_se: round(cox.arm.standardError, 6),
    proportional_hazards_p_value: roundOrNull(cox.proportionalityP, 6),
    covariate_effects: cox.covariates.map((covariate, index) => ({
      covariate_index: index,
      ...hazardRatio(covariate),
      p_value: round(covariate.pValue, 6),
      p_value_log10: round(covariate.pValueLog10, 6),
    })),
  }
}

function hazardRatio({ effect, lower, upper }: CoxAnalysis['arm']) {
  return {
    hazard_ratio: round(Math.exp(effect), 4),
    hazard_ratio_ci_lower: round(Math.exp(lower), 4),
    hazard_ratio_ci_upper: round(Math.exp(upper), 4),
  }
}

// Only event times, as the contract has it; an arm without an event has no curve.
function curvePoints(curve: SurvivalCurve | null): Answer['control_curve'] {
  const steps = (curve?.steps ?? []).filter(step => step.events > 0)
  return steps.map(step => ({
    time: step.time,
    survival: round(step.survival, 6),
    at_risk: step.atRisk,
    n_events: step.events,
    std_error: roundOrNull(step.standardError, 6) ?? 0,
    ci_lower: roundOrNull(step.lower, 6) ?? 0,
    ci_upper: roundOrNull(step.upper, 6) ?? 0,
  }))
}

function medianOf(curve: SurvivalCurve | null) {
  return {
    median: roundOrNull(curve?.median ?? null, 6),
    ci_lower: roundOrNull(curve?.medianLower ?? null, 6),
    ci_upper: roundOrNull(curve?.medianUpper ?? null, 6),
  }
}

function restrictedMeans({ restricted }: SurvivalAnalysis): Answer['restricted_mean_survival'] {
  if (restricted === null) return null
  const { horizon, control, treatment, test } = restricted
  return {
    horizon,
    control_mean: round(control.mean, 6),
    treatment_mean: round(treatment.mean, 6),
    difference: round(test.effect, 6),
    ci_lower: round(test.lower, 6),
    ci_upper: round(test.upper, 6),
    p_value: round(test.pValue, 6),
    p_value_log10: round(test.pValueLog10, 6),
  }
}
