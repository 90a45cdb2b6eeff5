import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import * as projects from './migrations/0001-projects.ts'
import * as controlPlane from './migrations/0002-control-plane.ts'
import * as auditPages from './migrations/0004-audit-pages.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

export interface SqliteSettings {
  readonly databasePath: string
  readonly sqliteBusyTimeoutMs: number
  readonly sqliteJournalMode: string
  readonly sqliteSynchronous: string
}

/** In the order in which they are applied; a landed migration is never edited. */
export const MIGRATIONS = {
  '0001-projects': { up: projects.up },
  '0002-control-plane': { up: controlPlane.up },
  '0004-audit-pages': { up: auditPages.up },
} as const

/** Opens the control plane on SQLite and brings its schema up to date. */
export async function openSqlite(settings: SqliteSettings): Promise<Database> {
  if (settings.databasePath !== ':memory:') mkdirSync(dirname(settings.databasePath), { recursive: true })
  const sqlite = new BetterSqlite(settings.databasePath, { timeout: settings.sqliteBusyTimeoutMs })
  sqlite.pragma(`journal_mode = ${settings.sqliteJournalMode}`)
  sqlite.pragma(`synchronous = ${settings.sqliteSynchronous}`)
  sqlite.pragma('foreign_keys = on')
  const db: Database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  await migrate(db)
  return db
}

async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
