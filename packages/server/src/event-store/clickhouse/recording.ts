import type { Cell } from './clickhouse-port.ts'
import type { EventTableName } from './event-tables.ts'
import type { KnownRows } from './known-rows.ts'

export type NewRow = Readonly<Record<string, Cell>>

/** What batches of one experiment are recorded in: what was there, and the rows to be written. */
export interface Recording {
  readonly experimentId: string
  readonly known: KnownRows
  readonly rows: Map<EventTableName, NewRow[]>
  /** The last sequence given out. */
  sequence: number
}

/** Each stored row has its own sequence, but for rows that say more of one. */
export function addRow(recording: Recording, table: EventTableName, row: NewRow): void {
  recording.sequence += 1
  addDetail(recording, table, row)
}

/** A row that belongs to the newest one. */
export function addDetail(recording: Recording, table: EventTableName, row: NewRow): void {
  const rows = recording.rows.get(table) ?? []
  recording.rows.set(table, rows)
  rows.push({ experiment_id: recording.experimentId, sequence: recording.sequence, ...row })
}
