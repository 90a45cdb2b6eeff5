import type { PurgedRows, RetentionQuery } from '../event-store.ts'
import { type ExperimentLog, keepConversions, type LoggedConversion } from './experiment-log.ts'

/** Counts the rows that are too old, and takes them out unless it is a dry run. */
export function purgeLog(log: ExperimentLog, query: RetentionQuery): PurgedRows {
  const isOld = (receivedAt: number, before: number | null) => before !== null && receivedAt < before
  const exposed = [...log.exposures].filter(([, row]) => isOld(row.receivedAt, query.exposuresBefore))
  const isKept = (row: LoggedConversion) => !isOld(row.receivedAt, query.conversionsBefore)
  const purged = { exposures: exposed.length, conversions: log.conversions.filter(row => !isKept(row)).length }
  if (query.isDryRun) return purged
  for (const [userId] of exposed) log.exposures.delete(userId)
  keepConversions(log, isKept)
  return purged
}
