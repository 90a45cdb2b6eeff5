import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { type Database, type DatabaseSettings, isPostgres } from './database.ts'
import { redactedUrl } from './postgres.ts'
import { type Check, journalMode, probeWriting } from './readiness.ts'
import type { Tables } from './tables.ts'

/** Where the control plane lies and how it is kept. */
export interface StorageFacts {
  readonly path: string
  readonly folder: string
  readonly freeBytes: number
  readonly exists: boolean
  readonly bytes: number
  /** Number of the newest migration that is applied. */
  readonly migration: number
  readonly busyTimeoutMs: number
  readonly journalMode: string
  readonly synchronous: string
  readonly writeProbe: Check
}

export function storageFacts(db: Database, settings: DatabaseSettings): Promise<StorageFacts> {
  return isPostgres(db) ? postgresFacts(db, settings.postgres?.url ?? '') : sqliteFacts(db, settings)
}

/** What the contract says of PostgreSQL, where files and their locks are not ours. */
async function postgresFacts(db: Database, url: string): Promise<StorageFacts> {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db)
  return {
    path: redactedUrl(url),
    folder: URL.canParse(url) ? new URL(url).hostname : '',
    freeBytes: 0,
    exists: true,
    bytes: Number(rows[0]?.bytes ?? 0),
    migration: await newestMigration(db),
    busyTimeoutMs: 0,
    journalMode: 'POSTGRES',
    synchronous: 'READ COMMITTED',
    writeProbe: await probeWriting(db),
  }
}

async function sqliteFacts(db: Database, settings: DatabaseSettings): Promise<StorageFacts> {
  const { databasePath: path } = settings
  const folder = dirname(path)
  return {
    path,
    folder,
    freeBytes: await freeBytes(folder),
    exists: existsSync(path),
    bytes: [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0),
    migration: await newestMigration(db),
    busyTimeoutMs: settings.sqliteBusyTimeoutMs,
    journalMode: (await journalMode(db)).detail.toUpperCase(),
    synchronous: settings.sqliteSynchronous,
    writeProbe: await probeWriting(db),
  }
}

/** How many rows a table has. */
export async function countRows(db: Database, table: keyof Tables): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.rows ?? 0)
}

async function newestMigration(db: Database): Promise<number> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  return Number.parseInt(rows[0]?.name ?? '0', 10)
}

async function freeBytes(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
