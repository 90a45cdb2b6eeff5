import type { DuckDBConnection } from '@duckdb/node-api'
import { EventStoreUnavailableError } from '../event-store.ts'
import { DuckDbSession } from './duckdb-session.ts'
import { CATALOG } from './open-database.ts'
import type { OpenRequest } from './worker-calls.ts'

/** The file that this thread owns. Writes take turns; reads run beside them, each on a snapshot of its own. */
export class DuckDbDatabase {
  readonly #request: OpenRequest
  #session: DuckDbSession | null = null
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(request: OpenRequest) {
    this.#request = request
  }

  /** One transaction: durable when it resolves, undone when it rejects. */
  write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const turn = this.#lastWrite.then(() => this.#transact(work))
    this.#lastWrite = turn.catch(() => {})
    return turn
  }

  /** One transaction, hence one snapshot. */
  async read<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const session = await this.#opened()
    return session.read(work)
  }

  async close(): Promise<void> {
    await this.#lastWrite
    const session = this.#session
    this.#session = null
    if (session === null) return
    await session.writer.run(`checkpoint ${CATALOG}`)
    await session.close()
  }

  async #transact<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const session = await this.#opened()
    try {
      await session.writer.run('begin transaction')
      const result = await work(session.writer)
      await session.writer.run('commit')
      return result
    } catch (error) {
      await this.#recover(session)
      throw unwritten(this.#request.path, error)
    }
  }

  /** After an error in writing the log, DuckDB refuses everything until the file is opened again. */
  async #recover(session: DuckDbSession): Promise<void> {
    await session.writer.run('rollback').catch(() => {})
    const isUsable = await session.writer.run('select store.format_version from main.store').then(
      () => true,
      () => false,
    )
    if (isUsable) return
    this.#session = null
    await session.close()
  }

  async #opened(): Promise<DuckDbSession> {
    this.#session ??= await DuckDbSession.open(this.#request)
    return this.#session
  }
}

function unwritten(path: string, error: unknown): Error {
  if (error instanceof EventStoreUnavailableError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new EventStoreUnavailableError(
    `The events file ${path} could not be written (${reason}). Nothing of the call is stored. If the disk is full, make room.`,
    { cause: error },
  )
}
