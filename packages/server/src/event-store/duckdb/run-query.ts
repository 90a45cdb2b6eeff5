import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api'

export type Row = Readonly<Record<string, DuckDBValue>>

export async function selectRows(
  connection: DuckDBConnection,
  sql: string,
  values: Readonly<Record<string, DuckDBValue>> = {},
  types: Readonly<Record<string, DuckDBType>> = {},
): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql, { ...values }, { ...types })
  return reader.getRowObjects()
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value === 'number') return value
  throw new TypeError(`Column ${column} is no number.`)
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`Column ${column} is no text.`)
}
