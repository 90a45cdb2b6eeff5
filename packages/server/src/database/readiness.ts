import { sql } from 'kysely'
import { type Database, MIGRATIONS } from './database.ts'

export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** Whether the control plane can be read and written, and stands at this build's schema. */
export async function databaseChecks(db: Database): Promise<readonly Check[]> {
  try {
    return [storage(), await schemaVersion(db), await journalMode(db), await probeWriting(db)]
  } catch (error) {
    return [{ name: 'sqlite_storage', ok: false, detail: error instanceof Error ? error.message : 'not readable' }]
  }
}

function storage(): Check {
  return { name: 'sqlite_storage', ok: true, detail: 'open' }
}

async function schemaVersion(db: Database): Promise<Check> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  const wanted = Object.keys(MIGRATIONS).at(-1)!
  const applied = rows[0]?.name ?? 'none'
  return { name: 'sqlite_schema_version', ok: applied === wanted, detail: `applied ${applied}, wanted ${wanted}` }
}

export async function journalMode(db: Database): Promise<Check> {
  const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
  return { name: 'sqlite_journal_mode', ok: true, detail: rows[0]?.journal_mode ?? 'unknown' }
}

/** Whether a table can be written; nothing of it stays. */
export async function probeWriting(db: Database): Promise<Check> {
  try {
    await db.transaction().execute(async transaction => {
      await sql`create table readiness_probe (x integer)`.execute(transaction)
      throw new ProbeDone()
    })
  } catch (error) {
    if (!(error instanceof ProbeDone)) {
      return { name: 'sqlite_write_probe', ok: false, detail: error instanceof Error ? error.message : 'failed' }
    }
  }
  return { name: 'sqlite_write_probe', ok: true, detail: 'a table was written and rolled back' }
}

// Rolls the probe back; nothing of it stays.
class ProbeDone extends Error {}
