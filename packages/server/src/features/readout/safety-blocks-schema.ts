import { Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { ResultsResponse } from '../results/results-schema.ts'
import { LiveAlwaysValidBlock, MaybeFlag, MaybeNumber, MaybeText, MaybeWhole } from './comparison-schema.ts'

const LiveGuardrailArmStat = Type.Object(
  { variation_index: Type.Integer(), exposed_users: Type.Integer(), point_estimate: MaybeNumber },
  { title: 'LiveGuardrailArmStat' },
)

const LiveGuardrailComparison = Type.Object(
  {
    treatment_index: Type.Integer(),
    status: Type.String(),
    control: LiveGuardrailArmStat,
    treatment: LiveGuardrailArmStat,
    effect: MaybeNumber,
    harm: MaybeNumber,
    harm_lower_bound: MaybeNumber,
    margin: MaybeNumber,
    p_value: MaybeNumber,
    p_value_log10: MaybeNumber,
    is_breached: MaybeFlag,
    note: MaybeText,
  },
  { title: 'LiveGuardrailComparison' },
)

const LiveGuardrailMetricResult = Type.Object(
  {
    name: Type.String(),
    metric_type: Type.String(),
    direction: Type.String(),
    margin_pct: MaybeNumber,
    status: Type.String(),
    comparisons: Type.Array(LiveGuardrailComparison),
  },
  { title: 'LiveGuardrailMetricResult' },
)

export const LiveGuardrailBlock = Type.Object(
  {
    status: Type.String(),
    note: Type.String(),
    any_breached: Type.Boolean(),
    metrics: Type.Array(LiveGuardrailMetricResult),
  },
  { title: 'LiveGuardrailBlock' },
)

const LiveHoldoutArmStat = Type.Object(
  {
    label: Type.String(),
    exposed_users: Type.Integer(),
    converted_users: Type.Integer(),
    conversion_rate: MaybeNumber,
    mean: MaybeNumber,
    std: MaybeNumber,
  },
  { title: 'LiveHoldoutArmStat' },
)

export const LiveHoldoutBlock = Type.Object(
  {
    status: Type.String(),
    note: Type.String(),
    treated: nullable(LiveHoldoutArmStat),
    holdout: nullable(LiveHoldoutArmStat),
    analysis: nullable(ResultsResponse),
    probability_treated_beats_holdout: MaybeNumber,
    always_valid: nullable(LiveAlwaysValidBlock),
    treated_users_total: MaybeWhole,
    holdout_users_total: MaybeWhole,
  },
  { title: 'LiveHoldoutBlock' },
)
