import { daysInMs } from '../duckdb/whole-ms.ts'
import type { EventTiming, ReadoutQuery } from '../event-store.ts'
import { outcomeParameters } from './outcome-query.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import type { Snapshot } from './snapshot.ts'

const EVENT_TIMING = readQuestion('event-timing')

export const NO_EVENTS: EventTiming = {
  total: 0,
  inWindow: 0,
  late: 0,
  outOfOrder: 0,
  beforeExposureLeftOut: 0,
  afterWindowLeftOut: 0,
  withoutClientTime: 0,
}

/** Counts of the primary metric's events. */
export async function readTiming(snapshot: Snapshot, query: ReadoutQuery, persons: PersonQuery): Promise<EventTiming> {
  const values = { ...outcomeParameters(query.metrics, query), horizon_ms: daysInMs(query.timingHorizonDays) }
  const rows = await askPersons(snapshot, persons, [EVENT_TIMING], {}, values)
  const count = (column: string) => rows.reduce((sum, row) => sum + numberOf(row, column), 0)
  const late = count('late') + count('late_by_receipt')
  const outOfOrder = count('out_of_order') + count('out_of_order_by_receipt')
  return {
    total: count('total'),
    inWindow: count('total') - late - outOfOrder,
    late,
    outOfOrder,
    beforeExposureLeftOut: count('out_of_order'),
    afterWindowLeftOut: count('after_window'),
    withoutClientTime: count('without_client_time'),
  }
}
