import { readout as words } from '../../../locales/en/readout.ts'
import type { Project } from '../projects/project.ts'
import type { LiveStats } from './live-stats-schema.ts'

/** Blocks whose analysis this version does not hold: present, and saying so. */
export function unavailableBlocks(project: Project, heldOutUsers: number) {
  return {
    guardrail: guardrailBlock(project),
    secondary: {
      status: 'unavailable',
      adjustment: project.payload.decision_policy.secondary_adjustment,
      metrics: [],
    },
    holdout: holdoutBlock(heldOutUsers),
    identity_resolution: { status: 'inactive', linked_identities: 0, canonicalized_events: 0, merged_users: 0 },
  } satisfies Partial<LiveStats>
}

function guardrailBlock({ payload }: Project): LiveStats['guardrail'] {
  const hasGuardrails = payload.metrics.guardrail_metrics.length > 0
  return {
    status: 'unavailable',
    note: hasGuardrails ? words.guardrail.unavailable : words.guardrail.none,
    any_breached: false,
    metrics: [],
  }
}

function holdoutBlock(heldOutUsers: number): LiveStats['holdout'] {
  return {
    status: 'unavailable',
    note: words.holdout.unavailable,
    treated: null,
    holdout: null,
    analysis: null,
    probability_treated_beats_holdout: null,
    always_valid: null,
    treated_users_total: null,
    holdout_users_total: heldOutUsers,
  }
}
