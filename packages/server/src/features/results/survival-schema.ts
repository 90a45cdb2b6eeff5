import { Type } from 'typebox'
import { nullable, oneOf, record, withDefault } from '../../http/schema.ts'
import { PostHocAlpha } from './results-schema.ts'

const SurvivalArm = record('SurvivalArm', {
  durations: Type.Array(Type.Number({ minimum: 0 }), { minItems: 1, maxItems: 1000 }),
  events_observed: Type.Array(Type.Boolean(), { minItems: 1, maxItems: 1000 }),
})

const Exponent = Type.Number({ minimum: 0, maximum: 4 })

export const SurvivalResultsRequest = record('SurvivalResultsRequest', {
  control_arm: SurvivalArm,
  treatment_arm: SurvivalArm,
  additional_arms: withDefault(Type.Array(SurvivalArm, { maxItems: 8 }), []),
  test_type: withDefault(oneOf('log_rank', 'fleming_harrington', 'cox'), 'log_rank'),
  fh_rho: withDefault(Exponent, 1),
  fh_gamma: withDefault(Exponent, 0),
  alpha: PostHocAlpha,
})

const MaybeNumber = nullable(Type.Number())

const SurvivalCurvePoint = Type.Object(
  {
    time: Type.Number(),
    survival: Type.Number(),
    at_risk: Type.Integer(),
    n_events: Type.Integer(),
    std_error: Type.Number(),
    ci_lower: Type.Number(),
    ci_upper: Type.Number(),
  },
  { title: 'SurvivalCurvePoint' },
)

const Curve = Type.Array(SurvivalCurvePoint)

export const SurvivalResultsResponse = Type.Object(
  {
    chi_square: Type.Number(),
    degrees_of_freedom: Type.Integer(),
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
    is_significant: Type.Boolean(),
    test_type: Type.String(),
    fh_rho: MaybeNumber,
    fh_gamma: MaybeNumber,
    hazard_ratio: MaybeNumber,
    hazard_ratio_ci_lower: MaybeNumber,
    hazard_ratio_ci_upper: MaybeNumber,
    log_hazard_ratio: MaybeNumber,
    log_hazard_ratio_se: MaybeNumber,
    observed_control: Type.Integer(),
    expected_control: Type.Number(),
    observed_treatment: Type.Integer(),
    expected_treatment: Type.Number(),
    n_control: Type.Integer(),
    n_treatment: Type.Integer(),
    arm_summaries: Type.Array(
      Type.Object(
        { n: Type.Integer(), observed: Type.Integer(), expected: Type.Number() },
        { title: 'SurvivalArmSummary' },
      ),
    ),
    control_curve: Curve,
    treatment_curve: Curve,
    additional_arm_curves: Type.Array(Curve),
    verdict: Type.String(),
    interpretation: Type.String(),
  },
  { title: 'SurvivalResultsResponse' },
)
