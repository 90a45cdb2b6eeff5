import { EVENT_ROW_KINDS, MOST_READ_ROWS } from '../event-rows.ts'
import { type EventRowsPage, RowsRemovedError } from '../event-store.ts'
import { splitPage } from '../split-page.ts'
import { readCommits } from './commit-state.ts'
import { readRows } from './read-rows.ts'
import type { Snapshot } from './snapshot.ts'

/** Pages of what is committed when the first is read; rows that are taken out in between end the export. */
export async function* exportRows(source: Omit<Snapshot, 'state'>): AsyncGenerator<EventRowsPage> {
  const { port, experimentId } = source
  const state = await readCommits(port, experimentId)
  if (state.version === 0) return
  for (const kind of EVENT_ROW_KINDS) {
    for (let after = 0; ; ) {
      const { page, last } = await readRows({ ...source, state }, kind, after)
      if ((await readCommits(port, experimentId)).removals !== state.removals) throw new RowsRemovedError()
      yield* splitPage(page)
      if (page.rows.length < MOST_READ_ROWS) break
      after = last
    }
  }
}
