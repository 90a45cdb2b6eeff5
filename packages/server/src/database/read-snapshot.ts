import BetterSqlite from 'better-sqlite3'
import { type ControlledTransaction, Kysely, SqliteDialect, sql } from 'kysely'
import { type Database, isPostgres } from './database.ts'
import type { Tables } from './tables.ts'

/** The control plane as it stood at one moment, for reads that take long. */
export interface DatabaseSnapshot {
  readonly db: Kysely<Tables>
  close(): Promise<void>
}

/**
 * Opens one. Nobody waits for it, however long it is open: SQLite gets a connection of its own, PostgreSQL one of the pool. But
 * without a write-ahead log a reader would keep a write from ever ending, so there the one connection is taken, and others wait.
 */
export async function openSnapshot(db: Database): Promise<DatabaseSnapshot> {
  if (isPostgres(db)) {
    return snapshotOf(
      await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(),
    )
  }
  const path = await pathOfLogged(db)
  if (path === null) return snapshotOf(await db.startTransaction().execute())
  const own = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: new BetterSqlite(path, { readonly: true, fileMustExist: true }) }),
  })
  return snapshotOf(await own.startTransaction().execute(), () => own.destroy())
}

// A transaction sees what is committed when it reads for the first time.
async function snapshotOf(
  transaction: ControlledTransaction<Tables>,
  release: () => Promise<void> = async () => undefined,
): Promise<DatabaseSnapshot> {
  const close = async () => {
    await transaction.rollback().execute()
    await release()
  }
  try {
    await sql`select count(*) from projects where id = ''`.execute(transaction)
  } catch (error) {
    await close()
    throw error
  }
  return { db: transaction, close }
}

/** Of a file with a write-ahead log; null for other files, and in memory. */
async function pathOfLogged(db: Database): Promise<string | null> {
  const mode = await sql<{ readonly journal_mode: string }>`pragma journal_mode`.execute(db)
  if (mode.rows[0]!.journal_mode !== 'wal') return null
  const { rows } = await sql<{ readonly name: string; readonly file: string }>`pragma database_list`.execute(db)
  return rows.find(({ name }) => name === 'main')!.file
}
