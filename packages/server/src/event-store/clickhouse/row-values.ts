import type { Row } from './clickhouse-port.ts'

/** Counts may come as text where they are large. */
export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (value === null || value === undefined) throw new TypeError(`ClickHouse sent no number in ${column}.`)
  return Number(value)
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column)
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`ClickHouse sent no text in ${column}.`)
  return value
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}
