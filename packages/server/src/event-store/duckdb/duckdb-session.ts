import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { dropPersons } from './find-persons.ts'
import { CATALOG, openDatabase, refuseShortened } from './open-database.ts'
import { readLastSequence } from './stored-state.ts'
import type { OpenRequest } from './worker-calls.ts'

/** A read uses all of DuckDB's threads; with two at a time the writer keeps its turn on Node's four. */
const READER_COUNT = 2

/** The open file with its connections: one that writes, a few that read. */
export class DuckDbSession {
  readonly writer: DuckDBConnection
  readonly #instance: DuckDBInstance
  readonly #readers: readonly DuckDBConnection[]
  readonly #idleReaders: DuckDBConnection[]
  readonly #waiting: ((reader: DuckDBConnection) => void)[] = []

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection, readers: readonly DuckDBConnection[]) {
    this.#instance = instance
    this.writer = writer
    this.#readers = readers
    this.#idleReaders = [...readers]
  }

  static async open(request: OpenRequest): Promise<DuckDbSession> {
    const instance = await openDatabase(request)
    const connections = Array.from({ length: READER_COUNT + 1 }, () => instance.connect())
    const [writer, ...readers] = await Promise.all(connections)
    for (const connection of [writer!, ...readers]) await connection.run(`use ${CATALOG}`)
    const session = new DuckDbSession(instance, writer!, readers)
    try {
      refuseShortened(request.path, await readLastSequence(session.writer))
      return session
    } catch (error) {
      await session.close()
      throw error
    }
  }

  async read<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const reader =
      this.#idleReaders.pop() ?? (await new Promise<DuckDBConnection>(resolve => this.#waiting.push(resolve)))
    try {
      await reader.run('begin transaction')
      return await work(reader)
    } finally {
      await reader.run('rollback').catch(() => {})
      await dropPersons(reader).catch(() => {})
      this.#release(reader)
    }
  }

  /** Waits for the reads under way: the file stays locked as long as one connection is open. */
  async close(): Promise<void> {
    while (this.#idleReaders.length < this.#readers.length) await new Promise(resolve => setTimeout(resolve, 5))
    for (const connection of [this.writer, ...this.#readers]) connection.closeSync()
    this.#instance.closeSync()
  }

  #release(reader: DuckDBConnection): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#idleReaders.push(reader)
    else next(reader)
  }
}
