import { EVENT_ROW_KINDS, MOST_READ_ROWS } from '../event-rows.ts'
import { type EventRowsPage, RowsRemovedError } from '../event-store.ts'
import { splitPage } from '../split-page.ts'
import type { DuckDbPort } from './duckdb-port.ts'
import type { RowsPage, RowsRequest } from './worker-calls.ts'

/**
 * Pages of what was stored when the first was read. No transaction stays open between them, so a slow reader keeps nobody
 * waiting: newer rows have greater sequences, and rows that are taken out in between end the export.
 */
export async function* exportRows(port: DuckDbPort, experimentId: string): AsyncGenerator<EventRowsPage> {
  let first: RowsPage | null = null
  for (const kind of EVENT_ROW_KINDS) {
    for (let after: number | null = 0; after !== null; ) {
      const request: RowsRequest = { experimentId, kind, after, until: first?.until ?? null, most: MOST_READ_ROWS }
      const read: RowsPage | null = await port.call('rows', request)
      if (read === null && first === null) return
      if (read === null || (first !== null && read.removals !== first.removals)) throw new RowsRemovedError()
      first ??= read
      yield* splitPage(read.page)
      after = read.next
    }
  }
}
