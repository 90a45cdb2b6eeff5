import { timingOf } from '../empty-readout.ts'
import type { EventTiming, ReadoutQuery } from '../event-store.ts'
import { daysInMs } from '../whole-ms.ts'
import { outcomeParameters } from './outcome-query.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import type { Snapshot } from './snapshot.ts'

const EVENT_TIMING = readQuestion('event-timing')

/** Counts of the primary metric's events. */
export async function readTiming(snapshot: Snapshot, query: ReadoutQuery, persons: PersonQuery): Promise<EventTiming> {
  const values = { ...outcomeParameters(query.metrics, query), horizon_ms: daysInMs(query.timingHorizonDays) }
  const rows = await askPersons(snapshot, persons, [EVENT_TIMING], {}, values)
  const count = (column: string) => rows.reduce((sum, row) => sum + numberOf(row, column), 0)
  return timingOf(count)
}
