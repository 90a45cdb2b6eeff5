import { sql } from 'kysely'
import { type Database, isPostgres, MIGRATIONS } from './database.ts'

export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** Whether the control plane can be read and written, and stands at this build's schema. */
export async function databaseChecks(db: Database): Promise<readonly Check[]> {
  const engine = isPostgres(db) ? 'postgres' : 'sqlite'
  try {
    const mode = engine === 'sqlite' ? [await journalMode(db)] : []
    return [await storage(db, engine), await schemaVersion(db, engine), ...mode, await probeWriting(db)]
  } catch (error) {
    return [{ name: `${engine}_storage`, ok: false, detail: withoutCredentials(error) }]
  }
}

/** The newest migration that is applied, and this build's. */
async function schemaVersions(db: Database): Promise<{ readonly applied: string; readonly wanted: string }> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  return { applied: rows[0]?.name ?? 'none', wanted: Object.keys(MIGRATIONS).at(-1)! }
}

async function storage(db: Database, engine: string): Promise<Check> {
  await sql`select 1`.execute(db)
  return { name: `${engine}_storage`, ok: true, detail: 'open' }
}

async function schemaVersion(db: Database, engine: string): Promise<Check> {
  const { applied, wanted } = await schemaVersions(db)
  return {
    name: `${engine}_schema_version`,
    ok: applied === wanted,
    detail: `applied ${applied}, wanted ${wanted}`,
  }
}

export async function journalMode(db: Database): Promise<Check> {
  const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
  return { name: 'sqlite_journal_mode', ok: true, detail: rows[0]?.journal_mode ?? 'unknown' }
}

/** Writes a row for nobody and rolls it back: an opened transaction alone proves nothing about writing. */
export async function probeWriting(db: Database): Promise<Check> {
  const engine = isPostgres(db) ? 'postgres' : 'sqlite'
  const name = `${engine}_write_probe`
  try {
    await db.transaction().execute(async transaction => {
      await sql`insert into rate_hits (bucket, hit_at_ms) values ('readiness probe', 0)`.execute(transaction)
      throw new ProbeDone()
    })
  } catch (error) {
    if (!(error instanceof ProbeDone)) return { name, ok: false, detail: withoutCredentials(error) }
  }
  return { name, ok: true, detail: 'a row was written and rolled back' }
}

// An address in a message may hold a password.
function withoutCredentials(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : 'not readable'
  return message.replaceAll(/\/\/[^@/\s]*@/g, '//***@')
}

// Rolls the probe back; nothing of it stays.
class ProbeDone extends Error {}
