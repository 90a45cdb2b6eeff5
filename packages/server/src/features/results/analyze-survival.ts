import {
  hazardRatioTest,
  type Inference,
  kaplanMeier,
  type LogRankTest,
  logRankTest,
  type SurvivalArm,
} from '@verdict/stats'
import type { Static } from 'typebox'
import { results as words } from '../../../locales/en/results.ts'
import { badRequest, type Issue } from '../../http/errors.ts'
import { fillWords } from '../../http/fill-words.ts'
import { reply, route } from '../../http/route.ts'
import type { ParsedOf } from '../../http/schema.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { SurvivalResultsRequest, SurvivalResultsResponse } from './survival-schema.ts'

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
  responses: { 200: SurvivalResultsResponse },
  errors: [400],
  handle({ body }) {
    const arms = [body.control_arm, body.treatment_arm, ...body.additional_arms].map(toArm)
    const test = body.test_type === 'cox' ? runCox(arms, body.alpha) : runLogRank(arms, body)
    if (!test.ok) throw badRequest('The arms need events that share a time at risk')
    return reply(200, response(body, arms, test.value))
  },
})

type Body = ParsedOf<typeof SurvivalResultsRequest>

interface SurvivalTest {
  readonly counts: LogRankTest
  readonly chiSquare: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly hazard: {
    readonly hazard_ratio: number
    readonly hazard_ratio_ci_lower: number
    readonly hazard_ratio_ci_upper: number
    readonly log_hazard_ratio: number
    readonly log_hazard_ratio_se: number
  } | null
}

function runLogRank(
  arms: readonly SurvivalArm[],
  { test_type: type, fh_rho: rho, fh_gamma: gamma }: Body,
): Inference<SurvivalTest> {
  const test = type === 'fleming_harrington' ? logRankTest(arms, { rho, gamma }) : logRankTest(arms)
  if (!test.ok) return test
  const { chiSquare, degreesOfFreedom, pValue, pValueLog10 } = test.value
  return { ok: true, value: { counts: test.value, chiSquare, degreesOfFreedom, pValue, pValueLog10, hazard: null } }
}

function runCox(arms: readonly SurvivalArm[], alpha: number): Inference<SurvivalTest> {
  const counts = logRankTest(arms)
  const test = hazardRatioTest(arms[0]!, arms[1]!, alpha)
  if (!counts.ok) return counts
  if (!test.ok) return test
  const { statistic, pValue, pValueLog10, effect, standardError } = test.value
  const hazard = {
    hazard_ratio: round(test.value.hazardRatio, 4),
    hazard_ratio_ci_lower: round(test.value.hazardRatioLower, 4),
    hazard_ratio_ci_upper: round(test.value.hazardRatioUpper, 4),
    log_hazard_ratio: round(effect, 6),
    log_hazard_ratio_se: round(standardError, 6),
  }
  return {
    ok: true,
    value: { counts: counts.value, chiSquare: statistic ** 2, degreesOfFreedom: 1, pValue, pValueLog10, hazard },
  }
}

const NO_HAZARD = {
  hazard_ratio: null,
  hazard_ratio_ci_lower: null,
  hazard_ratio_ci_upper: null,
  log_hazard_ratio: null,
  log_hazard_ratio_se: null,
}

function response(
  body: Body,
  arms: readonly SurvivalArm[],
  test: SurvivalTest,
): Static<typeof SurvivalResultsResponse> {
  const { observed, expected } = test.counts
  const summaries = arms.map(({ durations }, index) => ({
    n: durations.length,
    observed: observed[index]!,
    expected: round(expected[index]!, 4),
  }))
  const [control, treatment] = [summaries[0]!, summaries[1]!]
  const isFleming = body.test_type === 'fleming_harrington'
  const isSignificant = test.pValue < body.alpha
  const [statistic, p] = [round(test.chiSquare, 4), round(test.pValue, 6)]
  const [controlCurve, treatmentCurve, ...additional] = arms.map(arm => curve(arm, body.alpha))
  return {
    chi_square: statistic,
    degrees_of_freedom: test.degreesOfFreedom,
    p_value: p,
    p_value_log10: round(test.pValueLog10, 6),
    is_significant: isSignificant,
    test_type: body.test_type,
    fh_rho: isFleming ? body.fh_rho : null,
    fh_gamma: isFleming ? body.fh_gamma : null,
    ...(test.hazard ?? NO_HAZARD),
    observed_control: control.observed,
    expected_control: control.expected,
    observed_treatment: treatment.observed,
    expected_treatment: treatment.expected,
    n_control: control.n,
    n_treatment: treatment.n,
    arm_summaries: summaries,
    control_curve: controlCurve!,
    treatment_curve: treatmentCurve!,
    additional_arm_curves: additional,
    verdict: isSignificant ? words.verdicts.curvesDiffer : words.verdicts.curvesAlike,
    interpretation: fillWords(words.testInterpretation, { name: 'χ²', statistic, p }),
  }
}

// Only event times, as the contract has it; an arm without an event has no curve.
function curve(arm: SurvivalArm, alpha: number) {
  const fitted = kaplanMeier(arm, alpha)
  if (!fitted.ok) return []
  return fitted.value.steps
    .filter(step => step.events > 0)
    .map(step => ({
      time: step.time,
      survival: round(step.survival, 6),
      at_risk: step.atRisk,
      n_events: step.events,
      std_error: roundOrNull(step.standardError, 6) ?? 0,
      ci_lower: roundOrNull(step.lower, 6) ?? 0,
      ci_upper: roundOrNull(step.upper, 6) ?? 0,
    }))
}

function toArm({ durations, events_observed: events }: Body['control_arm']): SurvivalArm {
  return { durations, events }
}

function survivalIssues(body: Body): readonly Issue[] {
  if (body.test_type === 'cox' && body.additional_arms.length > 0) {
    return [ruleBroken(['body', 'additional_arms'], 'cox compares two arms')]
  }
  const named: [(string | number)[], Body['control_arm']][] = [
    [['control_arm'], body.control_arm],
    [['treatment_arm'], body.treatment_arm],
    ...body.additional_arms.map((arm, index): [(string | number)[], Body['control_arm']] => [
      ['additional_arms', index],
      arm,
    ]),
  ]
  return named
    .filter(([, arm]) => arm.durations.length !== arm.events_observed.length)
    .map(([at]) => ruleBroken(['body', ...at, 'events_observed'], 'one flag for each duration'))
}
