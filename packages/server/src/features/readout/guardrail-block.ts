import type { Speech } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import type { ArmMoments } from './arm-moments.ts'
import { type GuardrailComparison, type GuardrailFinding, statusOf, worstStatus } from './guardrails.ts'
import type { LiveStats } from './live-stats-schema.ts'

type Block = LiveStats['guardrail']
type Notes = Speech['words']['readout']['guardrail']

/** The guardrails as the wire prints them. */
export function guardrailBlock(findings: readonly GuardrailFinding[], { words }: Speech): Block {
  const notes = words.readout.guardrail
  if (findings.length === 0) return { status: 'unavailable', note: notes.none, any_breached: false, metrics: [] }
  const status = worstStatus(findings.map(statusOf))
  return {
    status,
    note: notes[status],
    any_breached: status === 'breached',
    metrics: findings.map(finding => metric(finding, notes)),
  }
}

function metric(finding: GuardrailFinding, notes: Notes): Block['metrics'][number] {
  const { guardrail, comparisons } = finding
  return {
    name: guardrail.name,
    metric_type: guardrail.metric_type,
    direction: guardrail.direction,
    margin_pct: guardrail.non_inferiority_margin_pct,
    status: statusOf(finding),
    comparisons: comparisons.map(each => comparison(each, notes)),
  }
}

function comparison(
  { control, treatment, harm }: GuardrailComparison,
  notes: Notes,
): Block['metrics'][number]['comparisons'][number] {
  const arms = { treatment_index: treatment.arm, control: armStat(control), treatment: armStat(treatment) }
  if (!harm.ok) return { ...arms, ...NOTHING, note: notes.insufficient_data }
  const { value } = harm
  return {
    ...arms,
    status: value.status,
    effect: round(value.effect, 8),
    harm: round(value.harm, 8),
    harm_lower_bound: round(value.lowerBound, 8),
    margin: round(value.margin, 8),
    p_value: round(value.pValue, 6),
    p_value_log10: round(value.pValueLog10, 6),
    is_breached: value.status === 'breached',
    note: notes[value.status],
  }
}

const NOTHING = {
  status: 'insufficient_data',
  effect: null,
  harm: null,
  harm_lower_bound: null,
  margin: null,
  p_value: null,
  p_value_log10: null,
  is_breached: null,
}

function armStat({ arm, outcome }: ArmMoments) {
  return {
    variation_index: arm,
    exposed_users: outcome.n,
    point_estimate: outcome.n > 0 ? round(outcome.mean, 6) : null,
  }
}
