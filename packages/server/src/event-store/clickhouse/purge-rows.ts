import type { PurgedRows, RetentionQuery } from '../event-store.ts'
import { PURGE } from './commit-state.ts'
import { deleteRows } from './delete-rows.ts'
import type { ExperimentWriter } from './experiment-writer.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const COUNT_OLD_ROWS = readQuestion('count-old-rows')

/** Counts the rows that are too old, and takes them out unless it is a dry run. */
export async function purgeRows(
  at: Omit<Snapshot, 'state'>,
  writer: ExperimentWriter,
  query: RetentionQuery,
): Promise<PurgedRows> {
  const state = await writer.state()
  const values = { exposures_before: query.exposuresBefore, conversions_before: query.conversionsBefore }
  if (state.version === 0) return { exposures: 0, conversions: 0 }
  const [row] = await selectFrom({ ...at, state }, COUNT_OLD_ROWS, values)
  const purged = { exposures: numberOf(row!, 'exposures'), conversions: numberOf(row!, 'conversions') }
  if (query.isDryRun || purged.exposures + purged.conversions === 0) return purged
  await writer.store(new Map(), 1, [PURGE])
  const ofConversions = 'received_at < {conversions_before:Nullable(Int64)}'
  const conditions = {
    exposures: 'received_at < {exposures_before:Nullable(Int64)}',
    conversions: ofConversions,
    idempotency_keys: ofConversions,
  }
  await deleteRows(at.port, at.topology, at.experimentId, conditions, values)
  await writer.store(new Map(), 1, [PURGE])
  return purged
}
