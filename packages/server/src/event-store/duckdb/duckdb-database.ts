import type { DuckDBConnection } from '@duckdb/node-api'
import { EventStoreUnavailableError } from '../event-store.ts'
import { DuckDbSession } from './duckdb-session.ts'
import { CATALOG } from './open-database.ts'
import type { OpenRequest } from './worker-calls.ts'

/** The file that this thread owns. Writes take turns; reads run beside them, each on a snapshot of its own. */
export class DuckDbDatabase {
  readonly #request: OpenRequest
  #session: Promise<DuckDbSession> | null = null
  /** Settles when the session before has let the file go. */
  #released: Promise<void> = Promise.resolve()
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
    if (this.#session === null) return
    const session = await this.#session
    this.#session = null
    try {
      await session.writer.run(`checkpoint ${CATALOG}`)
    } finally {
      await session.close()
    }
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
    this.#released = session.close()
    await this.#released
  }

  #opened(): Promise<DuckDbSession> {
    this.#session ??= this.#open()
    return this.#session
  }

  #open(): Promise<DuckDbSession> {
    const opening = this.#released.then(() => DuckDbSession.open(this.#request))
    opening.catch(() => {
      this.#session = null
    })
    return opening
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
