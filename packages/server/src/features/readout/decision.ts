import { round, roundOrNull } from '../../http/wire-numbers.ts'
import { type ArmEvidence, armEvidence } from './arm-evidence.ts'
import { guardrailBlockers, srmBlockers, unsupportedBlockers } from './blockers.ts'
import type { DecisionReadout } from './decision-schema.ts'
import { isFutile } from './futility.ts'
import type { CurrentReadout } from './live-stats.ts'
import { isComplete, monitoringOf } from './look.ts'
import { judge } from './verdict.ts'
import { type WorthwhileEffect, worthwhileEffect } from './worthwhile-effect.ts'

const POLICY_VERSION = 'practical_v1'
const EVIDENCE_FIELDS = ['srm', 'guardrail', 'comparisons', 'always_valid', 'looks', 'information_fraction']

/** The verdict on a read-out, with what it rests on. Pure. */
export function decide(current: CurrentReadout): DecisionReadout {
  const { project, statistics, looks, readout, policyChanges } = current
  const worthwhile = worthwhileEffect(project)
  const arms = armEvidence(project, statistics.comparisons, looks, worthwhile)
  const srm = srmBlockers(statistics.srm)
  const guardrails = guardrailBlockers(statistics.guardrails)
  const unsupported = unsupportedBlockers(project)
  const { verdict, confidence, reasons } = judge({
    comparisonCount: statistics.comparisons.length,
    totalExposed: statistics.totalExposed,
    arms,
    srm,
    guardrails,
    unsupported,
    isComplete: isComplete(project, looks),
    lastLook: monitoringOf(project) === 'group_sequential' ? (looks.at(-1)?.look ?? 0) : null,
    isFutile: isFutile(project, looks),
    informationFraction: statistics.information.fraction,
    worthwhileEffect: worthwhile.value,
  })
  return {
    experiment_id: project.id,
    verdict,
    confidence,
    reasons: [...reasons],
    blockers: [...srm, ...guardrails, ...unsupported],
    policy: policySummary(current, worthwhile),
    evidence: evidenceSummary(current, worthwhile, arms, policyChanges),
    data_version: readout.dataVersion,
  }
}

function policySummary({ project }: CurrentReadout, worthwhile: WorthwhileEffect): DecisionReadout['policy'] {
  const { metrics, decision_policy: policy } = project.payload
  return {
    version: POLICY_VERSION,
    require_practical_evidence: true,
    practical_rule: 'ci_lower_above',
    mwe_scale: 'absolute_analysis_units',
    minimum_worthwhile_effect: round(worthwhile.value, 6),
    minimum_worthwhile_effect_relative_pct: roundOrNull(worthwhile.relativePct, 6),
    mwe_source: worthwhile.source,
    metric_type: metrics.metric_type,
    baseline_value: metrics.baseline_value,
    planned_power: metrics.power,
    evidence_fields: EVIDENCE_FIELDS,
    direction: metrics.direction,
    estimator: policy.estimator,
    monitoring: monitoringOf(project),
    arm_adjustment: policy.arm_adjustment,
  }
}

function evidenceSummary(
  { project }: CurrentReadout,
  worthwhile: WorthwhileEffect,
  arms: readonly ArmEvidence[],
  changes: CurrentReadout['policyChanges'],
): DecisionReadout['evidence'] {
  return {
    policy_version: POLICY_VERSION,
    minimum_worthwhile_effect: round(worthwhile.value, 6),
    mwe_source: worthwhile.source,
    planned_power: project.payload.metrics.power,
    require_practical_evidence: true,
    winning_arms: arms.filter(arm => arm.outcome === 'win').map(arm => winningArm(arm, worthwhile)),
    power_achieved_not_used: true,
    policy_changed_after_start: Object.keys(changes).length > 0,
    policy_changes: { ...changes },
  }
}

function winningArm(arm: ArmEvidence, { value }: WorthwhileEffect): Record<string, unknown> {
  return {
    arm: arm.arm,
    effect_relative: round(arm.effectRelative, 2),
    p_value: round(arm.pValue, 6),
    p_value_log10: round(arm.pValueLog10, 6),
    practical: {
      status: arm.practical,
      mwe: round(value, 6),
      ci_lower: round(arm.lower, 6),
      ci_upper: round(arm.upper, 6),
      sample_complete: arm.basis === 'look',
    },
  }
}
