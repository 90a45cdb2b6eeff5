import type { DuckDBConnection } from '@duckdb/node-api'
import { EventStoreUnavailableError } from '../event-store.ts'
import { DuckDbSession } from './duckdb-session.ts'
import { CATALOG, unusable } from './open-database.ts'
import type { OpenRequest } from './worker-calls.ts'

const DAMAGE = /corrupt|checksum|could not read/i
/** A full disk still takes the few bytes of a probe when it refuses a batch. */
const ONE_MEBIBYTE = 'create or replace table main.room as select hash(range) as bytes from range(131072)'

/** The file that this thread owns. Writes take turns; reads run beside them, each on a snapshot of its own. */
export class DuckDbDatabase {
  readonly #request: OpenRequest
  #session: Promise<DuckDbSession> | null = null
  /** Settles when the session before has let the file go. */
  #released: Promise<void> = Promise.resolve()
  #lastWrite: Promise<unknown> = Promise.resolve()
  /** What a block that could not be read or has a wrong checksum was told by; it stays until the file is opened anew. */
  #damage: string | null = null
  /** The last write failed. */
  #hasFailed = false

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
    try {
      return await session.read(work)
    } catch (error) {
      this.#noteDamage(error)
      throw error
    }
  }

  /** A write that also fails when a part of the file was found damaged, or what failed before would not fit now. */
  async probe(work: (connection: DuckDBConnection) => Promise<unknown>): Promise<void> {
    if (this.#damage !== null) throw unusable(this.#request.path, `is damaged (${this.#damage})`)
    if (this.#hasFailed) {
      await this.write(connection => connection.run(ONE_MEBIBYTE))
      await this.write(connection => connection.run('drop table main.room'))
    }
    await this.write(work)
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
      this.#hasFailed = false
      return result
    } catch (error) {
      this.#hasFailed = true
      this.#noteDamage(error)
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

  #noteDamage(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    if (DAMAGE.test(reason)) this.#damage ??= reason
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
  if (DAMAGE.test(reason)) return unusable(path, `is damaged (${reason})`, error)
  return new EventStoreUnavailableError(
    `The events file ${path} could not be written (${reason}). Nothing of the call is stored. If the disk is full, make room.`,
    { cause: error },
  )
}
