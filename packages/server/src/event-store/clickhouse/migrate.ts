import type { ClickHousePort } from './clickhouse-port.ts'
import { defineTable } from './define-table.ts'
import { BOOK_TABLES, EVENT_TABLES, MIGRATIONS_TABLE } from './event-tables.ts'
import { onEveryNode, type Topology } from './topology.ts'

/** A landed migration is never edited. Each statement may run twice: a migration is recorded after its last one. */
export const MIGRATIONS: readonly ((topology: Topology) => readonly string[])[] = [
  topology =>
    Object.entries({ ...EVENT_TABLES, ...BOOK_TABLES }).flatMap(([name, table]) => defineTable(name, table, topology)),
]

/** Brings the database to the newest version; a database of a later program is left alone. */
export async function migrate(port: ClickHousePort, topology: Topology): Promise<void> {
  await port.createDatabase(`create database if not exists ${topology.database}${onEveryNode(topology)}`)
  for (const statement of defineTable('migrations', MIGRATIONS_TABLE, topology)) await port.command(statement)
  const [row] = await port.select('select max(migrations.version) as version from migrations')
  const version = Number(row!.version)
  if (version > MIGRATIONS.length) {
    throw new Error(`The ClickHouse database ${topology.database} was written by a later version of this program.`)
  }
  for (const [at, statementsOf] of MIGRATIONS.entries()) {
    if (at < version) continue
    for (const statement of statementsOf(topology)) await port.command(statement)
    await port.insert('migrations', ['version'], [[at + 1]])
  }
}
