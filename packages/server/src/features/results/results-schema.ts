import { Type } from 'typebox'
import { nullable, oneOf, optional, record, withDefault } from '../../http/schema.ts'

export const PostHocAlpha = withDefault(Type.Number({ minimum: 0.001, maximum: 0.1 }), 0.05)
const Count = Type.Integer({ minimum: 0 })
const Size = Type.Integer({ minimum: 2 })
/** Raw values of one arm. */
export const MOST_VALUES = 200_000
export const Values = Type.Array(Type.Number(), { minItems: 2, maxItems: MOST_VALUES })
const Positive = Type.Number({ exclusiveMinimum: 0 })

const ObservedResultsBinary = record('ObservedResultsBinary', {
  control_conversions: Count,
  control_users: Size,
  treatment_conversions: Count,
  treatment_users: Size,
  alpha: PostHocAlpha,
})

const ObservedResultsContinuous = record('ObservedResultsContinuous', {
  control_mean: Type.Number(),
  control_std: Positive,
  control_n: Size,
  treatment_mean: Type.Number(),
  treatment_std: Positive,
  treatment_n: Size,
  alpha: PostHocAlpha,
  equivalence_margin: optional(Positive),
})

const ObservedResultsRanked = record('ObservedResultsRanked', {
  control_values: Values,
  treatment_values: Values,
  alpha: PostHocAlpha,
  quantile: withDefault(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), 0.5),
  trim: withDefault(Type.Number({ minimum: 0, exclusiveMaximum: 0.5 }), 0.2),
  // Resamples, and permutations, of bootstrap and quantile.
  draws: withDefault(Type.Integer({ minimum: 100, maximum: 100_000 }), 2000),
  interval: withDefault(oneOf('percentile', 'bca', 'studentized'), 'percentile'),
})

const ObservedResultsCount = record('ObservedResultsCount', {
  control_events: Count,
  control_exposure: Positive,
  treatment_events: Count,
  treatment_exposure: Positive,
  alpha: PostHocAlpha,
})

/** What a post-hoc analysis was asked. */
export const ResultsRequest = record('ResultsRequest', {
  metric_type: oneOf(
    'binary',
    'continuous',
    'equivalence',
    'mann_whitney',
    'bootstrap',
    'quantile',
    'trimmed_t',
    'fisher_exact',
    'boschloo_exact',
    'barnard_exact',
    'count',
  ),
  binary: optional(ObservedResultsBinary),
  continuous: optional(ObservedResultsContinuous),
  ranked: optional(ObservedResultsRanked),
  count: optional(ObservedResultsCount),
})

const Numeric = Type.Number()

/** What an analysis of two arms says. `effect` is in percentage points for rates. */
export const ResultsResponse = Type.Object(
  {
    metric_type: Type.String(),
    observed_effect: Numeric,
    observed_effect_relative: Numeric,
    control_rate: Type.Optional(nullable(Numeric)),
    treatment_rate: Type.Optional(nullable(Numeric)),
    ci_lower: Numeric,
    ci_upper: Numeric,
    ci_level: Numeric,
    p_value: Numeric,
    p_value_log10: Type.Optional(nullable(Numeric)),
    test_statistic: Numeric,
    is_significant: Type.Boolean(),
    power_achieved: Numeric,
    verdict: Type.String(),
    interpretation: Type.String(),
    effect_size: Type.Optional(nullable(Numeric)),
    effect_size_label: Type.Optional(nullable(Type.String())),
    effect_size_ci_lower: Type.Optional(nullable(Numeric)),
    effect_size_ci_upper: Type.Optional(nullable(Numeric)),
  },
  { title: 'ResultsResponse' },
)
