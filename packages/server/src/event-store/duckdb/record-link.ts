import type { IdentityLink, RefusalReason } from '../event-store.ts'
import { IdBytes } from './id-bytes.ts'
import { isErased } from './is-erased.ts'
import { nextSequence, type Recording, userKeyOf } from './recording.ts'

const bytes = new IdBytes()

/** Chains never come to be: an id is anonymous or canonical, never both. */
export function recordLink(
  recording: Recording,
  { anonymousId, canonicalId }: IdentityLink,
  receivedAt: number,
): 'recorded' | 'deduplicated' | RefusalReason {
  if (anonymousId === canonicalId) return 'self_link'
  if (isErased(recording.index, anonymousId) || isErased(recording.index, canonicalId)) return 'deduplicated'
  const { links, users } = recording.index
  const anonymousKey = users.find(bytes.encode(anonymousId))
  const canonicalKey = users.find(bytes.encode(canonicalId))
  if (links.isLinked(anonymousKey)) {
    if (links.personOf(anonymousKey) !== links.personOf(canonicalKey))
      recordConflict(recording, anonymousKey, receivedAt)
    return 'deduplicated'
  }
  if (links.hasLinks(anonymousKey) || links.isLinked(canonicalKey)) return 'would_chain'
  addLink(recording, userKeyOf(recording, anonymousId), userKeyOf(recording, canonicalId), receivedAt)
  return 'recorded'
}

function addLink(recording: Recording, anonymousKey: number, personKey: number, receivedAt: number): void {
  const { identities } = recording.rows
  identities.anonymousKey.push(anonymousKey)
  recording.index.links.link(anonymousKey, personKey)
  identities.personKey.push(personKey)
  identities.receivedAt.push(receivedAt)
  identities.sequence.push(nextSequence(recording))
}

/** The link is not stored; that there was one is, once. */
function recordConflict(recording: Recording, anonymousKey: number, receivedAt: number): void {
  const { conflicts } = recording.index.links
  if (conflicts.has(anonymousKey)) return
  const { identityConflicts } = recording.rows
  identityConflicts.anonymousKey.push(anonymousKey)
  conflicts.add(anonymousKey)
  identityConflicts.receivedAt.push(receivedAt)
  identityConflicts.sequence.push(nextSequence(recording))
}
