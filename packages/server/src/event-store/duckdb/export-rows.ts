import { EVENT_ROW_KINDS, MOST_PAGE_ROWS } from '../event-rows.ts'
import { type EventRowsPage, RowsRemovedError } from '../event-store.ts'
import type { DuckDbPort } from './duckdb-port.ts'
import type { RowsPage, RowsRequest } from './worker-calls.ts'

/**
 * Pages of what was stored when the first was read. No transaction stays open between them, so a slow reader keeps nobody
 * waiting: newer rows have greater sequences, and rows that are taken out in between end the export.
 */
export async function* exportRows(port: DuckDbPort, experimentId: string): AsyncGenerator<EventRowsPage> {
  let first: RowsPage | null = null
  for (const kind of EVENT_ROW_KINDS) {
    for (let after = 0; ; ) {
      const request: RowsRequest = { experimentId, kind, after, until: first?.until ?? null, most: MOST_PAGE_ROWS }
      const next: RowsPage | null = await port.call('rows', request)
      if (next === null && first === null) return
      if (next === null || (first !== null && next.removals !== first.removals)) throw new RowsRemovedError()
      first ??= next
      if (next.page.rows.length > 0) yield next.page
      if (next.page.rows.length < MOST_PAGE_ROWS) break
      after = next.last
    }
  }
}
