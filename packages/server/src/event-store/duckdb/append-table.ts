import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import duckdb, { type Vector } from '@duckdb/node-bindings'
import type { ColumnData, TableData } from './column-data.ts'
import { CATALOG } from './open-database.ts'

const CHUNK_ROWS = duckdb.vector_size()

/** Appends rows within the connection's transaction, a vector at a time. */
export async function appendTable(connection: DuckDBConnection, schema: string, data: TableData): Promise<void> {
  const appender = await connection.createAppender(data.table, schema, CATALOG)
  try {
    appendChunks(appender, data)
    appender.closeSync()
  } catch (error) {
    // An appender that still holds rows would write them when it is collected, after the rollback.
    appender.clear()
    throw error
  }
}

function appendChunks(appender: DuckDBAppender, { columns, rowCount }: TableData): void {
  const types = columns.map((_, at) => appender.columnType(at))
  const chunk = DuckDBDataChunk.create(types)
  for (let from = 0; from < rowCount; from += CHUNK_ROWS) {
    const to = Math.min(from + CHUNK_ROWS, rowCount)
    chunk.reset()
    chunk.rowCount = to - from
    columns.forEach((column, at) => {
      fillVector(duckdb.data_chunk_get_vector(chunk.chunk, at), column, from, to)
    })
    appender.appendDataChunk(chunk)
  }
}

function fillVector(vector: Vector, column: ColumnData, from: number, to: number): void {
  if (column.kind === 'text') fillText(vector, column, from, to)
  else duckdb.copy_data_to_vector(vector, 0, column.data, from * column.rowBytes, (to - from) * column.rowBytes)
  if (column.validity !== null) fillValidity(vector, column.validity, from, to)
}

function fillText(vector: Vector, column: ColumnData & { kind: 'text' }, from: number, to: number): void {
  const bytes = new Uint8Array(column.data)
  const ends = new Uint32Array(column.ends)
  let start = from === 0 ? 0 : ends[from - 1]!
  for (let row = from; row < to; row += 1) {
    const end = ends[row]!
    duckdb.vector_assign_string_element_len(vector, row - from, bytes.subarray(start, end))
    start = end
  }
}

/** A chunk begins at a multiple of 64 rows, so its bits begin at a whole word. */
function fillValidity(vector: Vector, validity: ArrayBuffer, from: number, to: number): void {
  duckdb.vector_ensure_validity_writable(vector)
  const firstByte = from / 8
  const byteCount = Math.ceil((to - from) / 32) * 4
  duckdb.copy_data_to_vector_validity(vector, 0, validity, firstByte, byteCount)
}
