import { Type } from 'typebox'
import { oneOf, optional, record, withDefault } from '../../http/schema.ts'

const Positive = Type.Number({ exclusiveMinimum: 0 })
const ShortName = Type.String({ minLength: 1, maxLength: 100 })

const GuardrailMetricInput = record('GuardrailMetricInput', {
  name: ShortName,
  metric_type: oneOf('binary', 'continuous'),
  baseline_rate: optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 100 })),
  baseline_mean: optional(Type.Number()),
  std_dev: optional(Positive),
  direction: withDefault(oneOf('increase_is_bad', 'decrease_is_bad'), 'increase_is_bad'),
  non_inferiority_margin_pct: optional(Type.Number({ minimum: 0 })),
})

const SecondaryMetricSpec = record('SecondaryMetricSpec', {
  name: ShortName,
  metric_type: withDefault(oneOf('binary', 'continuous', 'count'), 'continuous'),
  direction: withDefault(oneOf('increase', 'decrease'), 'increase'),
})

export const MetricsConfig = record('MetricsConfig', {
  primary_metric_name: Type.String(),
  metric_type: oneOf('binary', 'continuous', 'ratio', 'count'),
  baseline_value: Type.Number(),
  expected_uplift_pct: optional(Type.Number()),
  mde_pct: Positive,
  exposure_per_user: optional(Positive),
  planned_test: optional(oneOf('z_test', 'fisher_exact', 'mann_whitney', 'tost')),
  equivalence_margin_pct: optional(Positive),
  alpha: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  power: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  std_dev: optional(Type.Number()),
  cuped_pre_experiment_std: optional(Positive),
  cuped_correlation: optional(Type.Number({ exclusiveMinimum: -1, exclusiveMaximum: 1 })),
  numerator_metric_name: optional(Type.String({ maxLength: 100 })),
  denominator_metric_name: optional(Type.String({ maxLength: 100 })),
  secondary_metrics: withDefault(Type.Array(Type.String()), []),
  guardrail_metrics: withDefault(Type.Array(GuardrailMetricInput, { maxItems: 3 }), []),
  direction: withDefault(oneOf('increase', 'decrease'), 'increase'),
  attribution_window_days: optional(Type.Number({ exclusiveMinimum: 0, maximum: 3650 })),
  exposure_metric_name: optional(ShortName),
  dispersion: withDefault(Type.Number({ minimum: 1 }), 1),
  secondary_metric_specs: withDefault(Type.Array(SecondaryMetricSpec, { maxItems: 20 }), []),
})
