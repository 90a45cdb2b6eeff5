import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { type Database, openPostgres, openSqlite } from '../database.ts'

/** The server of the run, if it has one; set by the run's set-up, for the tests of both engines alike. */
export const TEST_POSTGRES = 'VERDICT_TEST_POSTGRES_URL'
/** Set in the configuration for the tests that are to use it. */
const ON_POSTGRES = 'VERDICT_TEST_ON_POSTGRES'
const TEMPLATE = 'verdict_template'

/** An empty database at the newest schema, which is gone once it is closed: SQLite in memory, or one of the run's PostgreSQL. */
export function openTestDatabase(): Promise<Database> {
  const server = process.env[ON_POSTGRES] === '1' ? process.env[TEST_POSTGRES] : undefined
  return server === undefined ? openTestSqlite() : openTestPostgres(server)
}

/** What every test database is a copy of. */
export async function makeTemplate(server: string): Promise<void> {
  await command(server, `create database ${TEMPLATE}`)
  const db = await openPostgres({ url: `${server}/${TEMPLATE}`, poolSize: 1 })
  await db.destroy()
}

/** Databases of this process that no test uses now. */
const free: Database[] = []

async function openTestPostgres(server: string): Promise<Database> {
  return free.pop() ?? newTestPostgres(server)
}

async function newTestPostgres(server: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await command(server, `create database ${name} template ${TEMPLATE}`)
  const db = await openPostgres({ url: `${server}/${name}`, poolSize: 4 })
  const [destroy, tables] = [db.destroy.bind(db), await tableNames(db)]
  db.destroy = async () => {
    // A test may have spoiled it on purpose.
    if ((await tableNames(db)).join() !== tables.join()) return destroy()
    await sql`truncate ${sql.join(tables.map(name => sql.table(name)))} restart identity cascade`.execute(db)
    free.push(db)
  }
  return db
}

async function tableNames(db: Database): Promise<readonly string[]> {
  const tables = await db.introspection.getTables()
  return tables.map(({ name }) => name).sort()
}

function openTestSqlite(): Promise<Database> {
  const settings = { sqliteBusyTimeoutMs: 5_000, sqliteJournalMode: 'MEMORY', sqliteSynchronous: 'OFF' }
  return openSqlite({ databasePath: ':memory:', ...settings })
}

async function command(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
