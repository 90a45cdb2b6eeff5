import type { Speech } from '../../http/speech.ts'
import type { LiveStats } from './live-stats-schema.ts'

/** Blocks whose analysis this version does not hold: present, and saying so. */
export function unavailableBlocks(heldOutUsers: number, { words }: Speech) {
  return {
    holdout: holdoutBlock(heldOutUsers, words.readout.holdout.unavailable),
    identity_resolution: { status: 'inactive', linked_identities: 0, canonicalized_events: 0, merged_users: 0 },
  } satisfies Partial<LiveStats>
}

function holdoutBlock(heldOutUsers: number, note: string): LiveStats['holdout'] {
  return {
    status: 'unavailable',
    note,
    treated: null,
    holdout: null,
    analysis: null,
    probability_treated_beats_holdout: null,
    always_valid: null,
    treated_users_total: null,
    holdout_users_total: heldOutUsers,
  }
}
