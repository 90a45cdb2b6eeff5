import { randomInt } from 'node:crypto'
import {
  type AppendCounts,
  type Arm,
  type EventBatch,
  type EventStore,
  EventStoreUnavailableError,
  type RawCounts,
  type Readout,
  type ReadoutQuery,
} from '../event-store.ts'
import { addToIndex } from './add-to-index.ts'
import { transferablesOf } from './column-data.ts'
import { type DuckDbPort, startDuckDbWorker } from './duckdb-port.ts'
import type { ExperimentIndex } from './experiment-index.ts'
import { ExperimentRegistry } from './experiment-registry.ts'
import { GroupCommit } from './group-commit.ts'
import { seededHash } from './hash-bytes.ts'
import { IdBytes } from './id-bytes.ts'
import type { StoredState } from './worker-calls.ts'

export interface DuckDbOptions {
  readonly path: string
  /** In DuckDB's words, such as `2GiB`. */
  readonly memoryLimit?: string
  readonly queueCapacityItems?: number
  readonly tempDirectory?: string
}

/** Opens or creates the events file. One process may hold it, and one store in that process. */
export async function openDuckDbEventStore(options: DuckDbOptions): Promise<EventStore> {
  const { path, memoryLimit = '2GiB', tempDirectory = `${path}.tmp`, queueCapacityItems } = options
  const port = startDuckDbWorker(path)
  try {
    const stored = await port.call('open', { path, memoryLimit, tempDirectory })
    return createDuckDbEventStore(port, stored, queueCapacityItems)
  } catch (error) {
    await port.terminate()
    throw error
  }
}

const QUEUE_CAPACITY_ITEMS = 200_000
/** What an index says of an id that it does not hold. */
const UNKNOWN = -1

export function createDuckDbEventStore(
  port: DuckDbPort,
  stored: StoredState,
  queueCapacityItems = QUEUE_CAPACITY_ITEMS,
): EventStore {
  return new DuckDbEventStore(port, stored, queueCapacityItems)
}

class DuckDbEventStore implements EventStore {
  readonly #port: DuckDbPort
  readonly #registry: ExperimentRegistry
  readonly #queue: GroupCommit
  readonly #id = new IdBytes()
  #isClosed = false

  constructor(port: DuckDbPort, stored: StoredState, queueCapacityItems: number) {
    this.#port = port
    this.#registry = new ExperimentRegistry(stored, seededHash(randomInt(2 ** 32)), (experimentId, index) =>
      port.call('load', { experimentId }, { onPart: part => addToIndex(index, part) }),
    )
    this.#queue = new GroupCommit(
      this.#registry,
      async group => {
        const transfer = group.experiments.flatMap(({ tables }) => transferablesOf(tables))
        await port.call('commit', group, { transfer })
      },
      queueCapacityItems,
      stored.lastSequence,
    )
  }

  async append(batch: EventBatch): Promise<AppendCounts> {
    this.#requireOpen()
    return this.#queue.admit(batch.items.length, async () => {
      const experiment =
        this.#registry.findReady(batch.experimentId) ?? (await this.#registry.prepare(batch.experimentId))
      return this.#queue.add(experiment, batch)
    })
  }

  async findArm(experimentId: string, userId: string): Promise<Arm | null> {
    const index = await this.#findIndex(experimentId)
    if (index === null) return null
    const userKey = index.users.find(this.#id.encode(userId))
    if (index.links.isEmpty) return index.armOf(userKey)
    const userKeys = index.links.idsOf(index.links.personOf(userKey))
    const arms = index.armsOf(userKeys)
    if (arms.length < 2) return arms[0] ?? null
    // The index does not know when users were exposed, the file does; it holds every exposure once all is durable.
    await this.#queue.settled().catch(() => {})
    return this.#port.call('firstArm', { experimentId, userKeys })
  }

  async findCluster(experimentId: string, userId: string): Promise<string | null> {
    const index = await this.#findIndex(experimentId)
    const userKey = index?.users.find(this.#id.encode(userId)) ?? UNKNOWN
    if (index === null || userKey === UNKNOWN) return null
    const userKeys = index.links.idsOf(index.links.personOf(userKey))
    await this.#queue.settled().catch(() => {})
    return this.#port.call('firstCluster', { experimentId, userKeys })
  }

  async dataVersion(experimentId: string): Promise<string> {
    return String(this.#registry.find(experimentId)?.committedSequence ?? 0)
  }

  async countRaw(experimentId: string): Promise<RawCounts> {
    this.#requireOpen()
    return this.#port.call('countRaw', { experimentId })
  }

  async readout(query: ReadoutQuery): Promise<Readout> {
    this.#requireOpen()
    return this.#port.call('readout', query)
  }

  deleteExperiment(experimentId: string): Promise<void> {
    return this.#registry.block(experimentId, async () => {
      this.#requireOpen()
      await this.#queue.settled().catch(() => {})
      await this.#port.call('deleteExperiment', { experimentId })
      this.#registry.forget(experimentId)
    })
  }

  async probe(): Promise<void> {
    this.#requireOpen()
    await this.#port.call('probe', null)
  }

  queueDepth(): { readonly items: number; readonly capacity: number } {
    return { items: this.#queue.items, capacity: this.#queue.capacity }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    while (this.#queue.items > 0) await this.#settle()
    await this.#settle()
    try {
      await this.#port.call('close', null)
    } finally {
      await this.#port.terminate()
    }
  }

  async #findIndex(experimentId: string): Promise<ExperimentIndex | null> {
    this.#requireOpen()
    if (this.#registry.find(experimentId) === null) return null
    const { index } = this.#registry.findReady(experimentId) ?? (await this.#registry.prepare(experimentId))
    return index
  }

  async #settle(): Promise<void> {
    await this.#registry.settled()
    await this.#queue.settled().catch(() => {})
    // Lets the callers whose batches are settled leave the queue.
    await new Promise(resolve => setImmediate(resolve))
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new EventStoreUnavailableError('The event store is closed.')
  }
}
