import { Type } from 'typebox'
import { nullable, oneOf, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'

const Fraction = Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })
const Positive = Type.Number({ exclusiveMinimum: 0 })

export const SensitivityRequest = record('SensitivityRequest', {
  metric_type: oneOf('binary', 'continuous', 'ratio', 'count'),
  // In percent.
  baseline_rate: optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 100 })),
  // For counts: events per unit of exposure.
  baseline_mean: optional(Positive),
  std_dev: optional(Positive),
  variants: withDefault(Type.Integer({ minimum: 2, maximum: 10 }), 2),
  alpha: withDefault(Fraction, 0.05),
  daily_traffic: withDefault(Positive, 1000),
  audience_share: withDefault(Type.Number({ exclusiveMinimum: 0, maximum: 1 }), 1),
  traffic_split: optional(Type.Array(Positive)),
  mde_values: withDefault(Type.Array(Positive, { minItems: 1 }), [0.1, 0.5, 1, 2, 5]),
  power_values: withDefault(Type.Array(Fraction, { minItems: 1 }), [0.7, 0.8, 0.9, 0.95]),
  exposure_per_user: optional(Positive),
  dispersion: withDefault(Type.Number({ minimum: 1 }), 1),
  direction: withDefault(oneOf('increase', 'decrease'), 'increase'),
})

export type SensitivityGrid = ParsedOf<typeof SensitivityRequest>

export const SensitivityResponse = Type.Object(
  {
    cells: Type.Array(
      Type.Object(
        {
          mde: Type.Number(),
          power: Type.Number(),
          sample_size_per_variant: Type.Integer(),
          duration_days: Type.Number(),
        },
        { title: 'SensitivityCell' },
      ),
    ),
    current_mde: nullable(Type.Number()),
    current_power: nullable(Type.Number()),
  },
  { title: 'SensitivityResponse' },
)
