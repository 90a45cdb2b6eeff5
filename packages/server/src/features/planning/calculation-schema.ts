import { Type } from 'typebox'
import { nullable, oneOf, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { DecisionPolicy } from '../projects/decision-policy-schema.ts'

const Positive = Type.Number({ exclusiveMinimum: 0 })
const Fraction = Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })

export const CalculationRequest = record('CalculationRequest', {
  metric_type: oneOf('binary', 'continuous', 'ratio', 'count'),
  baseline_value: Type.Number(),
  std_dev: optional(Type.Number()),
  exposure_per_user: optional(Positive),
  cuped_pre_experiment_std: optional(Positive),
  cuped_correlation: optional(Type.Number({ exclusiveMinimum: -1, exclusiveMaximum: 1 })),
  mde_pct: Positive,
  planned_test: optional(oneOf('z_test', 'fisher_exact', 'mann_whitney', 'tost')),
  equivalence_margin_pct: optional(Positive),
  alpha: Fraction,
  power: Fraction,
  expected_daily_traffic: Type.Integer({ exclusiveMinimum: 0 }),
  audience_share_in_test: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  traffic_split: Type.Array(Type.Integer({ exclusiveMinimum: 0 }), { minItems: 2 }),
  variants_count: Type.Integer({ minimum: 2, maximum: 10 }),
  randomization_unit: optional(Type.String()),
  avg_cluster_size: optional(Type.Number({ minimum: 1 })),
  icc: optional(Type.Number({ minimum: 0, maximum: 1 })),
  actual_counts: optional(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 10 })),
  seasonality_present: optional(Type.Boolean()),
  active_campaigns_present: optional(Type.Boolean()),
  long_test_possible: optional(Type.Boolean()),
  n_looks: withDefault(Type.Integer({ minimum: 1, maximum: 100 }), 1),
  analysis_mode: withDefault(oneOf('frequentist', 'bayesian'), 'frequentist'),
  desired_precision: optional(Positive),
  credibility: withDefault(Type.Number({ exclusiveMinimum: 0.5, exclusiveMaximum: 1 }), 0.95),
  holdout_fraction: optional(Type.Number({ minimum: 0, exclusiveMaximum: 1 })),
  mutually_exclusive_experiments: optional(Type.Integer({ minimum: 1, maximum: 100 })),
  direction: withDefault(oneOf('increase', 'decrease'), 'increase'),
  dispersion: withDefault(Type.Number({ minimum: 1 }), 1),
  decision_policy: optional(DecisionPolicy),
  given_sample_size_per_variant: optional(Type.Integer({ minimum: 2 })),
})

export type CalculationPlan = ParsedOf<typeof CalculationRequest>

const Whole = Type.Integer()
const MaybeWhole = nullable(Type.Integer())
const MaybeNumber = nullable(Type.Number())
const MaybeText = nullable(Type.String())

const CalculationSummary = Type.Object(
  {
    metric_type: Type.String(),
    baseline_value: Type.Number(),
    mde_pct: Type.Number(),
    mde_absolute: Type.Number(),
    alpha: Type.Number(),
    power: Type.Number(),
    planned_test: MaybeText,
    equivalence_margin_pct: MaybeNumber,
    equivalence_margin_absolute: MaybeNumber,
  },
  { title: 'CalculationSummaryResponse' },
)

const CalculationResults = Type.Object(
  {
    sample_size_per_variant: Whole,
    total_sample_size: Whole,
    effective_daily_traffic: Type.Number(),
    estimated_duration_days: Whole,
    holdout_fraction: MaybeNumber,
    mutually_exclusive_experiments: MaybeWhole,
    allocated_daily_traffic: MaybeNumber,
  },
  { title: 'CalculationResultsResponse' },
)

export const WarningResponse = Type.Object(
  { code: Type.String(), severity: Type.String(), message: Type.String(), source: Type.String() },
  { title: 'WarningResponse' },
)

const SequentialBoundary = Type.Object({
  look: Whole,
  info_fraction: Type.Number(),
  cumulative_alpha_spent: Type.Number(),
  incremental_alpha: Type.Number(),
  z_boundary: Type.Number(),
  p_boundary: Type.Number(),
  is_final: Type.Boolean(),
  // At or below it the test may end for futility; non-binding.
  futility_z_boundary: MaybeNumber,
})

const OperatingCharacteristic = Type.Object({
  true_effect_multiple: Type.Number(),
  true_effect_pct: Type.Number(),
  ship: Type.Number(),
  no_ship: Type.Number(),
  keep_running: Type.Number(),
  expected_information_fraction: Type.Number(),
})

export const CalculationResponse = Type.Object(
  {
    calculation_summary: CalculationSummary,
    results: CalculationResults,
    assumptions: Type.Array(Type.String()),
    warnings: Type.Array(WarningResponse),
    bonferroni_note: MaybeText,
    design_effect: MaybeNumber,
    avg_cluster_size: MaybeNumber,
    icc: MaybeNumber,
    clusters_per_variant: MaybeWhole,
    bayesian_sample_size_per_variant: MaybeWhole,
    bayesian_credibility: MaybeNumber,
    bayesian_note: MaybeText,
    sequential_boundaries: nullable(Type.Array(SequentialBoundary)),
    sequential_inflation_factor: MaybeNumber,
    sequential_adjusted_sample_size: MaybeWhole,
    cuped_std: MaybeNumber,
    cuped_sample_size_per_variant: MaybeWhole,
    cuped_variance_reduction_pct: MaybeNumber,
    cuped_duration_days: MaybeNumber,
    cuped_theta: MaybeNumber,
    sample_sizes_by_variant: Type.Array(Whole),
    total_sample_size_for_split: Whole,
    duration_days_for_split: Whole,
    achievable_mde_pct: MaybeNumber,
    achieved_power: MaybeNumber,
    operating_characteristics: nullable(Type.Array(OperatingCharacteristic)),
  },
  { title: 'CalculationResponse' },
)
