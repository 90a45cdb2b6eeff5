import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ClickHouseClient,
  ClickHouseError,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client'
import { EventStoreUnavailableError } from '../event-store.ts'
import type { Topology } from './topology.ts'

export type Cell = string | number | null
export type Row = Readonly<Record<string, unknown>>
export type Parameters = Readonly<Record<string, Cell | bigint | readonly Cell[]>>

export interface PortOptions {
  readonly url: string
  readonly topology: Topology
  readonly requestTimeoutMs: number
  /** Waits before a request is sent again whose connection failed. */
  readonly retryWaitsMs: readonly number[]
}

/** What the engine says and does to one ClickHouse server; every failure is an EventStoreUnavailableError. */
export class ClickHousePort {
  readonly #client: ClickHouseClient
  readonly #options: PortOptions

  constructor(options: PortOptions) {
    this.#options = options
    this.#client = this.#connect(options.topology.database)
  }

  select(sql: string, parameters: Parameters = {}): Promise<readonly Row[]> {
    return this.#attempt(async () => {
      const result = await this.#client.query({ query: sql, query_params: parameters, format: 'JSONEachRow' })
      return result.json<Row>()
    })
  }

  /** Durable when it resolves. Sent again with the same token, rows that had arrived are not stored twice. */
  async insert(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> {
    const token = randomUUID()
    const [first, ...others] = columns
    await this.#attempt(() =>
      this.#client.insert({
        table,
        columns: [first!, ...others],
        values: rows,
        format: 'JSONCompactEachRow',
        clickhouse_settings: { insert_deduplication_token: token },
      }),
    )
  }

  async command(sql: string, parameters: Parameters = {}): Promise<void> {
    await this.#attempt(() => this.#client.command({ query: sql, query_params: parameters }))
  }

  /** Over a connection of its own, for the usual one names the database. */
  async createDatabase(sql: string): Promise<void> {
    const client = this.#connect('default')
    try {
      await this.#attempt(() => client.command({ query: sql }))
    } finally {
      await client.close()
    }
  }

  close(): Promise<void> {
    return this.#client.close()
  }

  #connect(database: string): ClickHouseClient {
    const { url, topology, requestTimeoutMs } = this.#options
    return createClient({
      url,
      database,
      application: 'verdict',
      request_timeout: requestTimeoutMs,
      // Arrays of ids are larger than an address may be.
      use_multipart_params_auto: true,
      clickhouse_settings: topology.isReplicated ? { ...SETTINGS, ...QUORUM } : SETTINGS,
      log: { level: ClickHouseLogLevel.OFF },
    })
  }

  async #attempt<T>(request: () => Promise<T>): Promise<T> {
    for (const waitMs of this.#options.retryWaitsMs) {
      try {
        return await request()
      } catch (error) {
        if (!isLostConnection(error)) throw toUnavailable(error)
        await sleep(waitMs)
      }
    }
    return request().catch(error => {
      throw toUnavailable(error)
    })
  }
}

const SETTINGS: ClickHouseSettings = {
  async_insert: 0,
  insert_deduplicate: 1,
  // An insert through a Distributed table is answered when every shard has it.
  distributed_foreground_insert: 1,
  // A row of a join without its other half has nulls there; the empty string is an id like others.
  join_use_nulls: 1,
  // The fast way of reading numbers may be wrong in the last digit.
  precise_float_parsing: 1,
  output_format_json_quote_64bit_integers: 0,
  mutations_sync: '2',
  // An error in the middle of an answer comes as an error, not as the end of a shorter answer.
  wait_end_of_query: 1,
}

/** Of replicas: an acknowledged row is on most of them, and a read waits for what was acknowledged. */
const QUORUM: ClickHouseSettings = {
  insert_quorum: 'auto',
  insert_quorum_parallel: 0,
  select_sequential_consistency: '1',
}

const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'])

function isLostConnection(error: unknown): boolean {
  if (error instanceof ClickHouseError || !(error instanceof Error)) return false
  return ('code' in error && LOST.has(String(error.code))) || error.message.includes('socket hang up')
}

function toUnavailable(cause: unknown): EventStoreUnavailableError {
  if (cause instanceof ClickHouseError) {
    return new EventStoreUnavailableError(`ClickHouse refused a request (${cause.type ?? cause.code}).`, { cause })
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new EventStoreUnavailableError(`ClickHouse can not be reached: ${reason}`, { cause })
}
