import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api'
import { DuckDBBlobVector } from '@duckdb/node-api'
import duckdb from '@duckdb/node-bindings'
import type { IndexPart, IndexTable } from './index-part.ts'
import { readQuery } from './read-query.ts'

const PART_ROWS = 65_536
const FIRST_TEXT_BYTES = 1 << 20

const QUERIES: readonly (readonly [IndexTable, string])[] = [
  ['users', readQuery('index-users')],
  ['names', readQuery('index-names')],
  ['exposures', readQuery('index-exposures')],
  ['idempotency_keys', readQuery('index-idempotency-keys')],
  ['pre_period', readQuery('index-pre-period')],
  ['strata', readQuery('index-strata')],
  ['identities', readQuery('index-identities')],
  ['identity_conflicts', readQuery('index-identity-conflicts')],
  ['exclusions', readQuery('index-exclusions')],
  ['erasures', readQuery('index-erasures')],
]

/** Sends everything that the index of the connection's experiment is built from, in large parts. */
export async function readIndex(connection: DuckDBConnection, send: (part: IndexPart) => void): Promise<void> {
  for (const [table, sql] of QUERIES) {
    const result = await connection.stream(sql)
    let part = new PartBuilder(table)
    for await (const chunk of result) {
      if (part.rowCount + chunk.rowCount > PART_ROWS) {
        send(part.build())
        part = new PartBuilder(table)
      }
      part.add(chunk)
    }
    if (part.rowCount > 0) send(part.build())
  }
}

class PartBuilder {
  readonly #table: IndexTable
  readonly #keys = new Uint32Array(PART_ROWS)
  readonly #details = new Int32Array(PART_ROWS)
  readonly #textEnds = new Uint32Array(PART_ROWS)
  #textBytes = new Uint8Array(FIRST_TEXT_BYTES)
  rowCount = 0

  constructor(table: IndexTable) {
    this.#table = table
  }

  add(chunk: DuckDBDataChunk): void {
    const { rowCount } = chunk
    this.#keys.set(new Uint32Array(wordsOf(chunk, 0)), this.rowCount)
    this.#details.set(new Int32Array(wordsOf(chunk, 1)), this.rowCount)
    const texts = chunk.getColumnVector(2)
    for (let row = 0; row < rowCount; row += 1) this.#addText(texts, row)
  }

  build(): IndexPart {
    return {
      table: this.#table,
      rowCount: this.rowCount,
      keys: this.#keys,
      details: this.#details,
      textBytes: this.#textBytes,
      textEnds: this.#textEnds,
    }
  }

  #addText(texts: DuckDBVector, row: number): void {
    const start = this.rowCount === 0 ? 0 : this.#textEnds[this.rowCount - 1]!
    const bytes = texts instanceof DuckDBBlobVector ? texts.getItemBytes(row) : null
    const end = start + (bytes?.length ?? 0)
    if (end > this.#textBytes.length) this.#enlarge(end * 2)
    if (bytes !== null) this.#textBytes.set(bytes, start)
    this.#textEnds[this.rowCount] = end
    this.rowCount += 1
  }

  #enlarge(capacity: number): void {
    const enlarged = new Uint8Array(capacity)
    enlarged.set(this.#textBytes)
    this.#textBytes = enlarged
  }
}

/** A column of 32-bit integers without nulls, copied whole. */
function wordsOf(chunk: DuckDBDataChunk, column: number): ArrayBuffer {
  const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk.chunk, column), chunk.rowCount * 4)
  return new Uint8Array(bytes).buffer
}
