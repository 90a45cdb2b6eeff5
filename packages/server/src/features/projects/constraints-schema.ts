import { Type } from 'typebox'
import { nullable, oneOf, optional, record, withDefault } from '../../http/schema.ts'

const RateSpike = record('RateSpike', {
  max_events: withDefault(Type.Integer({ minimum: 1 }), 100),
  window_minutes: withDefault(Type.Number({ exclusiveMinimum: 0 }), 60),
})

export const ConstraintsConfig = record('ConstraintsConfig', {
  seasonality_present: Type.Boolean(),
  active_campaigns_present: Type.Boolean(),
  returning_users_present: Type.Boolean(),
  interference_risk: Type.String(),
  technical_constraints: Type.String(),
  legal_or_ethics_constraints: Type.String(),
  known_risks: Type.String(),
  deadline_pressure: Type.String(),
  long_test_possible: Type.Boolean(),
  n_looks: withDefault(Type.Integer({ minimum: 1, maximum: 100 }), 1),
  analysis_mode: withDefault(oneOf('frequentist', 'bayesian'), 'frequentist'),
  desired_precision: optional(Type.Number({ exclusiveMinimum: 0 })),
  credibility: withDefault(Type.Number({ exclusiveMinimum: 0.5, exclusiveMaximum: 1 }), 0.95),
  holdout_fraction: optional(Type.Number({ minimum: 0, exclusiveMaximum: 1 })),
  mutually_exclusive_experiments: optional(Type.Integer({ minimum: 1, maximum: 100 })),
  // Absent is the default rule; null switches it off.
  rate_spike: withDefault(nullable(RateSpike), { max_events: 100, window_minutes: 60 }),
})
