import type { IdentityLink, RefusalReason } from '../event-store.ts'
import { isErased } from './known-rows.ts'
import { addRow, type Recording } from './recording.ts'

/** Chains never come to be: an id is anonymous or canonical, never both. */
export function recordLink(
  recording: Recording,
  { anonymousId, canonicalId }: IdentityLink,
  receivedAt: number,
): 'recorded' | 'deduplicated' | RefusalReason {
  if (anonymousId === canonicalId) return 'self_link'
  const { known } = recording
  const { links, canonicalIds } = known
  if (isErased(known, anonymousId) || isErased(known, canonicalId)) return 'deduplicated'
  const present = links.get(anonymousId)
  if (present !== undefined) {
    if ((links.get(canonicalId) ?? canonicalId) !== present) recordConflict(recording, anonymousId, receivedAt)
    return 'deduplicated'
  }
  if (canonicalIds.has(anonymousId) || links.has(canonicalId)) return 'would_chain'
  links.set(anonymousId, canonicalId)
  canonicalIds.add(canonicalId)
  const row = { anonymous_id: anonymousId, canonical_id: canonicalId, received_at: receivedAt }
  addRow(recording, 'identities', row)
  return 'recorded'
}

/** The link is not stored; that there was one is, once. */
function recordConflict(recording: Recording, anonymousId: string, receivedAt: number): void {
  const { identityConflicts } = recording.known
  if (identityConflicts.has(anonymousId)) return
  identityConflicts.add(anonymousId)
  addRow(recording, 'identity_conflicts', { anonymous_id: anonymousId, received_at: receivedAt })
}
