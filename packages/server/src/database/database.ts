import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, Migrator, PostgresAdapter } from 'kysely'
import * as projects from './migrations/0001-projects.ts'
import * as controlPlane from './migrations/0002-control-plane.ts'
import * as projectList from './migrations/0003-project-list.ts'
import * as auditPages from './migrations/0004-audit-pages.ts'
import * as jobs from './migrations/0005-jobs.ts'
import { NoNulPlugin } from './no-nul-plugin.ts'
import { type PostgresSettings, postgresDialect } from './postgres.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

export interface SqliteSettings {
  readonly databasePath: string
  readonly sqliteBusyTimeoutMs: number
  readonly sqliteJournalMode: string
  readonly sqliteSynchronous: string
}

export interface DatabaseSettings extends SqliteSettings {
  /** Null: SQLite. */
  readonly postgres: PostgresSettings | null
}

/** In the order in which they are applied; a landed migration is never edited. */
export const MIGRATIONS = {
  '0001-projects': { up: projects.up },
  '0002-control-plane': { up: controlPlane.up },
  '0003-project-list': { up: projectList.up },
  '0004-audit-pages': { up: auditPages.up },
  '0005-jobs': { up: jobs.up },
} as const

/** Opens the control plane and brings its schema up to date. */
export function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.postgres === null ? openSqlite(settings) : openPostgres(settings.postgres)
}

export async function openSqlite(settings: SqliteSettings): Promise<Database> {
  if (settings.databasePath !== ':memory:') mkdirSync(dirname(settings.databasePath), { recursive: true })
  const sqlite = new BetterSqlite(settings.databasePath, { timeout: settings.sqliteBusyTimeoutMs })
  sqlite.pragma(`journal_mode = ${settings.sqliteJournalMode}`)
  sqlite.pragma(`synchronous = ${settings.sqliteSynchronous}`)
  sqlite.pragma('foreign_keys = on')
  return migrated(new Kysely<Tables>({ dialect: sqliteDialect(sqlite) }))
}

/** Processes that start at the same time wait for each other's migration. */
export async function openPostgres(settings: PostgresSettings): Promise<Database> {
  return migrated(new Kysely<Tables>({ dialect: postgresDialect(settings), plugins: [new NoNulPlugin()] }))
}

export function isPostgres(db: Pick<Database, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

async function migrated(db: Database): Promise<Database> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return db
  await db.destroy()
  throw error
}
