import type { Exclusion } from '../event-store.ts'
import { IdBytes } from './id-bytes.ts'
import { nextSequence, type Recording, userKeyOf } from './recording.ts'

const bytes = new IdBytes()

/** The reason of the first exclusion stands until it is lifted. */
export function recordExclusion(recording: Recording, { userId, reason }: Exclusion, receivedAt: number): boolean {
  const reasonBytes = bytes.encode(reason)
  const userKey = userKeyOf(recording, userId)
  const { excluded } = recording.index
  if (excluded.has(userKey)) return false
  recording.rows.exclusions.reason.push(reasonBytes)
  addRow(recording, userKey, 1, receivedAt)
  excluded.add(userKey)
  return true
}

/** False when the user was not excluded. */
export function recordLifting(recording: Recording, userId: string, receivedAt: number): boolean {
  const { excluded, users } = recording.index
  const userKey = users.find(bytes.encode(userId))
  if (userKey === -1 || !excluded.has(userKey)) return false
  recording.rows.exclusions.reason.push(null)
  addRow(recording, userKey, 0, receivedAt)
  excluded.delete(userKey)
  return true
}

function addRow(recording: Recording, userKey: number, isExcluded: number, receivedAt: number): void {
  const { exclusions } = recording.rows
  exclusions.userKey.push(userKey)
  exclusions.isExcluded.push(isExcluded)
  exclusions.receivedAt.push(receivedAt)
  exclusions.sequence.push(nextSequence(recording))
}
