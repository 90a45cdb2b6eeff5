import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { CommandFailure } from './command-failure.ts'
import type { Source } from './import-mapping.ts'

const READERS: readonly [RegExp, string][] = [
  [/\.(csv|tsv|txt)(\.gz|\.zst)?$/i, 'read_csv'],
  [/\.parquet$/i, 'read_parquet'],
  [/\.(jsonl|ndjson|json)(\.gz|\.zst)?$/i, 'read_json'],
]

/** An item as its ingestion route takes it. */
export type Item = Readonly<Record<string, unknown>>

export interface SourceRows {
  /** Rows the source will give. */
  readonly total: number
  /** Items in file order, in batches, after the first `skip`. */
  batches(skip: number, size: number): AsyncIterable<readonly Item[]>
  close(): void
}

/** Opens a CSV, Parquet or JSON-lines file through DuckDB; `row_number` is a column of every file, from 1. */
export async function openSource(source: Source): Promise<SourceRows> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const digest = source.kind === 'conversions' ? await fileDigest(source.file) : ''
  const query = selection(source, digest)
  try {
    const counted = await connection.runAndReadAll(`select count(*)::double from (${query.text})`, query.values)
    return {
      total: Number(counted.value(0, 0)),
      batches: (skip, size) => readBatches(connection, query, skip, size),
      close: () => connection.closeSync(),
    }
  } catch (error) {
    throw new CommandFailure(`${source.file}: ${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}`)
  }
}

interface Query {
  readonly text: string
  readonly values: string[]
}

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>

// The expressions are the operator's own, run on the operator's own files; nothing of a file enters the text.
function selection({ kind, file, columns, where }: Source, digest: string): Query {
  const reader = READERS.find(([pattern]) => pattern.test(file))?.[1]
  if (reader === undefined) throw new CommandFailure(`${file}: name it .csv, .parquet or .jsonl (.gz is fine)`)
  const keyed = kind === 'conversions' && columns.idempotency_key === undefined
  const fields = Object.entries(columns).map(([field, column]) => `${typed(field, expression(column))} as ${field}`)
  if (keyed) fields.push(`'row-${digest}-' || row_number as idempotency_key`)
  const rows = `select *, row_number() over () as row_number from ${reader}($1${textColumns(reader, columns)})`
  return {
    text: `select ${fields.join(', ')} from (${rows})${where === null ? '' : ` where ${where}`}`,
    values: [file],
  }
}

// A CSV column of digits would be read as a number, and 007 become 7: an id is text.
function textColumns(reader: string, columns: Source['columns']): string {
  if (reader !== 'read_csv') return ''
  const names = Object.entries(columns)
    .filter(([field, column]) => !NUMBERS.includes(field) && !column.startsWith('=') && column !== 'row_number')
    .map(([, column]) => `'${column.replaceAll("'", "''")}': 'VARCHAR'`)
  return names.length === 0 ? '' : `, types = {${[...new Set(names)].join(', ')}}`
}

const NUMBERS: readonly string[] = ['value', 'variation_index']

function expression(column: string): string {
  return column.startsWith('=') ? `(${column.slice(1)})` : `"${column.replaceAll('"', '""')}"`
}

function typed(field: string, text: string): string {
  if (field === 'value') return `${text}::double`
  if (field === 'variation_index') return `${text}::integer`
  return `${text}::varchar`
}

async function* readBatches(
  connection: Connection,
  query: Query,
  skip: number,
  size: number,
): AsyncIterable<readonly Item[]> {
  const result = await connection.stream(query.text, query.values)
  const names = result.columnNames()
  let seen = 0
  let batch: Item[] = []
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    if (seen + chunk.rowCount <= skip) {
      seen += chunk.rowCount
      continue
    }
    for (const row of chunk.getRows()) {
      seen += 1
      if (seen <= skip) continue
      batch.push(itemOf(names, row))
      if (batch.length < size) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

function itemOf(names: readonly string[], row: readonly unknown[]): Item {
  return Object.fromEntries(names.map((name, at) => [name, row[at]]).filter(([, value]) => value !== null))
}

/** The start of the content's SHA-256: the same file sent again carries the same keys. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(file)) hash.update(part as Buffer)
  } catch (error) {
    throw new CommandFailure(`${file} can not be read: ${error instanceof Error ? error.message : 'unknown reason'}`)
  }
  return hash.digest('hex').slice(0, 12)
}
