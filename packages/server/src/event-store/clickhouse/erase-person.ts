import { digestOfId } from '../digest-of-id.ts'
import { ERASURE } from './commit-state.ts'
import { deleteRows } from './delete-rows.ts'
import type { EventTableName } from './event-tables.ts'
import type { ExperimentWriter } from './experiment-writer.ts'
import { readPersonIds } from './read-person-ids.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'
import { splitIds } from './split-ids.ts'

const COUNT_PERSON_ROWS = readQuestion('count-person-rows')

/**
 * Takes every row of the person out, and leaves digests of the ids. The digests are committed first, so that nothing of the
 * person can come anew; when the call fails after that, it has to be made again.
 */
export async function erasePerson(
  at: Omit<Snapshot, 'state'>,
  writer: ExperimentWriter,
  userId: string,
): Promise<boolean> {
  const state = await writer.state()
  if (state.version === 0) return false
  const snapshot = { ...at, state }
  const ids = await readPersonIds(snapshot, userId)
  const parts = splitIds(ids)
  const counts = await Promise.all(parts.map(part => selectFrom(snapshot, COUNT_PERSON_ROWS, { ids: part })))
  if (counts.every(([row]) => numberOf(row!, 'rows') === 0)) return false
  const digests = ids.map(id => ({ experiment_id: at.experimentId, digest: digestOfId(id), sequence: 1 }))
  await writer.store(new Map([['erasures', digests]]), 1, [ERASURE])
  for (const part of parts) await deleteRows(at.port, at.topology, at.experimentId, PERSON_ROWS, { ids: part })
  // A read that began in between is not to be taken for one of the rows as they are now.
  await writer.store(new Map(), 1, [ERASURE])
  return true
}

const OF_USER = 'user_id in {ids:Array(String)}'
const OF_ANONYMOUS_ID = 'anonymous_id in {ids:Array(String)}'

const PERSON_ROWS: Partial<Readonly<Record<EventTableName, string>>> = {
  exposures: OF_USER,
  conversions: OF_USER,
  idempotency_keys: OF_USER,
  pre_period: OF_USER,
  strata: OF_USER,
  exclusions: OF_USER,
  identities: OF_ANONYMOUS_ID,
  identity_conflicts: OF_ANONYMOUS_ID,
}
