import { Type } from 'typebox'
import { nullable, oneOf, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { MOST_VALUES, PostHocAlpha } from './results-schema.ts'

const SurvivalArm = record('SurvivalArm', {
  durations: Type.Array(Type.Number({ minimum: 0 }), { minItems: 1, maxItems: MOST_VALUES }),
  events_observed: Type.Array(Type.Boolean(), { minItems: 1, maxItems: MOST_VALUES }),
  // For cox: one list a covariate, one value a person, the same covariates in both arms.
  covariates: withDefault(Type.Array(Type.Array(Type.Number(), { maxItems: MOST_VALUES }), { maxItems: 10 }), []),
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
  // Level of the bands of the curves and of the medians; 1 - alpha without it.
  curve_level: optional(Type.Number({ minimum: 0.5, maximum: 0.9999 })),
  // Compares mean survival up to this time, control with treatment.
  rmst_horizon: optional(Type.Number({ exclusiveMinimum: 0 })),
})

export type SurvivalBody = ParsedOf<typeof SurvivalResultsRequest>

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

const CovariateEffect = Type.Object(
  {
    covariate_index: Type.Integer(),
    hazard_ratio: Type.Number(),
    hazard_ratio_ci_lower: Type.Number(),
    hazard_ratio_ci_upper: Type.Number(),
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
  },
  { title: 'CovariateEffect' },
)

// Null limits lie beyond what was observed.
const MedianSurvival = Type.Object(
  { median: MaybeNumber, ci_lower: MaybeNumber, ci_upper: MaybeNumber },
  { title: 'MedianSurvival' },
)

const RestrictedMeanSurvival = Type.Object(
  {
    horizon: Type.Number(),
    control_mean: Type.Number(),
    treatment_mean: Type.Number(),
    difference: Type.Number(),
    ci_lower: Type.Number(),
    ci_upper: Type.Number(),
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
  },
  { title: 'RestrictedMeanSurvival' },
)

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
    // Small: the hazard ratio changes with time. Cox without covariates only.
    proportional_hazards_p_value: MaybeNumber,
    covariate_effects: nullable(Type.Array(CovariateEffect)),
    median_survival: Type.Array(MedianSurvival),
    restricted_mean_survival: nullable(RestrictedMeanSurvival),
    verdict: Type.String(),
    interpretation: Type.String(),
  },
  { title: 'SurvivalResultsResponse' },
)
