import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Database, openSqlite } from './database.ts'

let folder: string
let db: Database
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-sqlite-'))
  const databasePath = join(folder, 'projects.sqlite3')
  const settings = { sqliteBusyTimeoutMs: 100, sqliteJournalMode: 'wal', sqliteSynchronous: 'full' }
  db = await openSqlite({ databasePath, ...settings })
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

it('tells that there is no room, keeps nothing of the transaction, and goes on when there is room again', async () => {
  const add = (id: string, owner: string) => {
    const at = '2026-05-01T09:00:00.000Z'
    const job = { id, owner, status: 'queued', progress: 0, created_at: at, heartbeat_at: at } as const
    return db.transaction().execute(transaction => {
      const ends = { result_json: null, error_json: null, finished_at: null }
      return transaction
        .insertInto('jobs')
        .values({ ...job, ...ends })
        .execute()
    })
  }
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count + 2)}`.execute(db)

  await expect(add('large', 'x'.repeat(1_000_000))).rejects.toMatchObject({ code: 'SQLITE_FULL' })

  expect(await db.selectFrom('jobs').select('id').execute()).toEqual([])
  await sql`pragma max_page_count = 1000000`.execute(db)
  await add('later', 'x'.repeat(1_000_000))
  expect(await db.selectFrom('jobs').select('id').execute()).toEqual([{ id: 'later' }])
})
