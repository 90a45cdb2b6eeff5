import { randomInt } from 'node:crypto'
import { digestOfId } from '../digest-of-id.ts'
import {
  type AppendCounts,
  type Arm,
  type EventBatch,
  type EventRowsPage,
  type EventStore,
  EventStoreUnavailableError,
  type PersonQuery,
  type PersonRecord,
  type PurgedRows,
  type RawCounts,
  type Readout,
  type ReadoutQuery,
  type RetentionQuery,
  type Timeline,
  type TimelineQuery,
} from '../event-store.ts'
import { addToIndex } from './add-to-index.ts'
import { transferablesOf } from './column-data.ts'
import { type DuckDbPort, startDuckDbWorker } from './duckdb-port.ts'
import type { ExperimentIndex } from './experiment-index.ts'
import { ExperimentRegistry } from './experiment-registry.ts'
import { exportRows } from './export-rows.ts'
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
  /** The index of an experiment that nobody writes to or assigns for between two sweeps is released. */
  readonly sweepMs?: number
}

/** Opens or creates the events file. One process may hold it, and one store in that process. */
export async function openDuckDbEventStore(options: DuckDbOptions): Promise<EventStore> {
  const { path, memoryLimit = '2GiB', tempDirectory = `${path}.tmp`, queueCapacityItems, sweepMs } = options
  const port = startDuckDbWorker(path)
  try {
    const stored = await port.call('open', { path, memoryLimit, tempDirectory })
    return createDuckDbEventStore(port, stored, queueCapacityItems, sweepMs)
  } catch (error) {
    await port.terminate()
    throw error
  }
}

/** For a person who is read only to be erased. */
const ANY_PERSON = { armCount: 0, attributionWindowDays: null, rateSpike: null, maxEvents: 1 }
const QUEUE_CAPACITY_ITEMS = 200_000
const SWEEP_MS = 300_000
/** What an index says of an id that it does not hold. */
const UNKNOWN = -1

export function createDuckDbEventStore(
  port: DuckDbPort,
  stored: StoredState,
  queueCapacityItems = QUEUE_CAPACITY_ITEMS,
  sweepMs = SWEEP_MS,
): EventStore {
  return new DuckDbEventStore(port, stored, queueCapacityItems, sweepMs)
}

class DuckDbEventStore implements EventStore {
  readonly #port: DuckDbPort
  readonly #registry: ExperimentRegistry
  readonly #queue: GroupCommit
  readonly #id = new IdBytes()
  readonly #sweeper: NodeJS.Timeout
  #isClosed = false

  constructor(port: DuckDbPort, stored: StoredState, queueCapacityItems: number, sweepMs: number) {
    this.#port = port
    this.#sweeper = setInterval(() => void this.#releaseIdle(), sweepMs).unref()
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
      let experiment = this.#registry.findReady(batch.experimentId)
      // Looked up again after each wait: what was loaded then may have been released since.
      while (experiment === null) {
        await this.#registry.prepare(batch.experimentId)
        experiment = this.#registry.findReady(batch.experimentId)
      }
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

  async timeline(query: TimelineQuery): Promise<Timeline> {
    this.#requireOpen()
    return this.#port.call('timeline', query)
  }

  async findPerson(query: PersonQuery): Promise<PersonRecord | null> {
    const index = await this.#findIndex(query.experimentId)
    const userKeys = index === null ? [] : this.#keysOf(index, query.userId)
    if (userKeys.length === 0) return null
    await this.#queue.settled().catch(() => {})
    return this.#port.call('person', { ...query, userKeys })
  }

  async *exportRows(experimentId: string): AsyncGenerator<EventRowsPage> {
    this.#requireOpen()
    yield* exportRows(this.#port, experimentId)
  }

  async erasePerson(experimentId: string, userId: string): Promise<boolean> {
    const isErased = await this.#rewrite(experimentId, async (index, sequence) => {
      const userKeys = this.#keysOf(index, userId)
      if (userKeys.length === 0) return null
      const person = await this.#port.call('person', { ...ANY_PERSON, experimentId, userId, userKeys })
      if (person === null) return null
      const ids = [person.canonicalId, ...person.anonymousIds]
      const users = userKeys.map((userKey, at) => ({ userKey, digest: digestOfId(ids[at]!) }))
      await this.#port.call('erase', { experimentId, sequence, users })
      return true
    })
    return isErased ?? false
  }

  async purge(query: RetentionQuery): Promise<PurgedRows> {
    if (query.isDryRun) return this.#port.call('purge', { ...query, sequence: 0 })
    const purged = await this.#rewrite(query.experimentId, async (_, sequence) => {
      const rows = await this.#port.call('purge', { ...query, sequence })
      return rows.exposures + rows.conversions > 0 ? rows : null
    })
    return purged ?? { exposures: 0, conversions: 0 }
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
    clearInterval(this.#sweeper)
    while (this.#queue.items > 0) await this.#settle()
    await this.#settle()
    try {
      await this.#port.call('close', null)
    } finally {
      await this.#port.terminate()
    }
  }

  /** Of the id's person, then of its anonymous ids in the order of their links; empty for an unknown id. */
  #keysOf({ users, links }: ExperimentIndex, userId: string): readonly number[] {
    const userKey = users.find(this.#id.encode(userId))
    if (userKey === UNKNOWN) return []
    const [person, ...anonymous] = links.idsOf(links.personOf(userKey))
    return [person!, ...anonymous.reverse()]
  }

  /** Rows are taken out while nobody writes to the experiment; its index is read anew afterwards. Null: nothing was. */
  async #rewrite<T>(
    experimentId: string,
    work: (index: ExperimentIndex, sequence: number) => Promise<T | null>,
  ): Promise<T | null> {
    if ((await this.#findIndex(experimentId)) === null) return null
    const rewritten: { outcome: T | null } = { outcome: null }
    await this.#registry.block(experimentId, async () => {
      this.#requireOpen()
      await this.#queue.settled().catch(() => {})
      const experiment = this.#registry.find(experimentId)
      const index = experiment?.index ?? null
      if (experiment === null || index === null)
        throw new EventStoreUnavailableError('The experiment is being changed. Try again.')
      const sequence = this.#queue.takeSequence()
      experiment.index = null
      rewritten.outcome = await work(index, sequence)
      if (rewritten.outcome !== null) experiment.committedSequence = sequence
    })
    return rewritten.outcome
  }

  /** Memory is for the experiments that are in use; the next call to another loads its index from the file. */
  async #releaseIdle(): Promise<void> {
    for (const experimentId of this.#registry.sweep()) {
      await this.#registry.block(experimentId, async () => {
        await this.#queue.settled().catch(() => {})
        const experiment = this.#registry.find(experimentId)
        if (experiment !== null && !experiment.isInUse) experiment.index = null
      })
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
