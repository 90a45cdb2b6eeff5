import type { DuckDBConnection } from '@duckdb/node-api'
import { EXPERIMENT_TABLES } from './experiment-rows.ts'

export function schemaOf(experimentNumber: number): string {
  return `e${experimentNumber}`
}

/** Creates the tables that the schema lacks. */
export async function createTables(connection: DuckDBConnection, schema: string): Promise<void> {
  const tables = Object.entries(EXPERIMENT_TABLES)
  const statements = tables.map(([table, columns]) => `create table if not exists ${schema}.${table}(${columns});`)
  await connection.run(statements.join(' '))
}
