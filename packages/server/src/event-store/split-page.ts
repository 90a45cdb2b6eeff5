import { type EventRowsPage, MOST_PAGE_ROWS } from './event-rows.ts'

/** The rows of the page in pages that are not too large; none for none. */
export function* splitPage({ kind, rows }: EventRowsPage): Generator<EventRowsPage> {
  for (let from = 0; from < rows.length; from += MOST_PAGE_ROWS) {
    yield { kind, rows: rows.slice(from, from + MOST_PAGE_ROWS) } as EventRowsPage
  }
}
