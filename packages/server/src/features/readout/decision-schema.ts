import { type Static, Type } from 'typebox'
import { JsonObject, nullable, oneOf } from '../../http/schema.ts'
import { MaybeFlag, MaybeNumber, MaybeText } from './comparison-schema.ts'

const DecisionReason = Type.Object({ code: Type.String(), params: JsonObject }, { title: 'DecisionReason' })

const DecisionPolicySummary = Type.Object(
  {
    version: Type.String(),
    require_practical_evidence: Type.Boolean(),
    practical_rule: Type.String(),
    mwe_scale: Type.String(),
    minimum_worthwhile_effect: MaybeNumber,
    minimum_worthwhile_effect_relative_pct: MaybeNumber,
    mwe_source: Type.String(),
    metric_type: MaybeText,
    baseline_value: MaybeNumber,
    planned_power: MaybeNumber,
    evidence_fields: Type.Array(Type.String()),
    direction: Type.String(),
    estimator: Type.String(),
    monitoring: Type.String(),
    arm_adjustment: Type.String(),
  },
  { title: 'DecisionPolicySummary' },
)

const DecisionEvidenceSummary = Type.Object(
  {
    policy_version: MaybeText,
    minimum_worthwhile_effect: MaybeNumber,
    mwe_source: MaybeText,
    planned_power: MaybeNumber,
    require_practical_evidence: MaybeFlag,
    winning_arms: Type.Array(JsonObject),
    power_achieved_not_used: Type.Boolean(),
    policy_changed_after_start: Type.Boolean(),
    policy_changes: JsonObject,
  },
  { title: 'DecisionEvidenceSummary' },
)

/** One verdict with its reasons. */
export const DecisionReadoutResponse = Type.Object(
  {
    experiment_id: Type.String(),
    verdict: oneOf('ship', 'no_ship', 'keep_running'),
    confidence: oneOf('high', 'medium', 'low'),
    reasons: Type.Array(DecisionReason),
    blockers: Type.Array(DecisionReason),
    policy: nullable(DecisionPolicySummary),
    evidence: nullable(DecisionEvidenceSummary),
    data_version: Type.String(),
  },
  { title: 'DecisionReadoutResponse' },
)

export type DecisionReadout = Static<typeof DecisionReadoutResponse>
