import { emptyReadout } from '../empty-readout.ts'
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
import { ClickHousePort } from './clickhouse-port.ts'
import { readCommits } from './commit-state.ts'
import { copyBatch } from './copy-batch.ts'
import { deleteRows } from './delete-rows.ts'
import { erasePerson } from './erase-person.ts'
import { exportRows } from './export-rows.ts'
import { migrate } from './migrate.ts'
import { purgeRows } from './purge-rows.ts'
import { readFirstExposure } from './read-first-exposure.ts'
import { readPerson } from './read-person.ts'
import { EMPTY_COUNTS, readRawCounts } from './read-raw-counts.ts'
import { readReadout } from './read-readout.ts'
import { readTimeline } from './read-timeline.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'
import { requirePlainNames, type Topology } from './topology.ts'
import { ProcessLease, type WriteLease } from './write-lease.ts'
import { WriteQueue } from './write-queue.ts'

export interface ClickHouseOptions {
  /** With user and password where there are. */
  readonly url: string
  readonly database?: string
  /** Of the server's configuration; null: one node. */
  readonly cluster?: string | null
  /** Null: the cluster has no ClickHouse Keeper, and all its shards are on one node. */
  readonly replication?: 'keeper' | null
  readonly queueCapacityItems?: number
  readonly requestTimeoutMs?: number
  readonly retryWaitsMs?: readonly number[]
  /** Gives the right to write; by default this process is the only one that writes to the database. */
  readonly lease?: WriteLease
}

/** Opens the event store in a ClickHouse database, which is created or brought to the newest version first. */
export async function openClickHouseEventStore(options: ClickHouseOptions): Promise<EventStore> {
  const { url, database = 'verdict', cluster = null, replication = 'keeper' } = options
  const topology = { database, cluster, isReplicated: cluster !== null && replication === 'keeper' }
  requirePlainNames(topology)
  const { requestTimeoutMs = 60_000, retryWaitsMs = [100, 400, 1_000] } = options
  const port = new ClickHousePort({ url, topology, requestTimeoutMs, retryWaitsMs })
  try {
    await migrate(port, topology)
  } catch (error) {
    await port.close()
    throw error
  }
  const { lease = new ProcessLease(), queueCapacityItems = QUEUE_CAPACITY_ITEMS } = options
  return new ClickHouseEventStore(port, topology, new WriteQueue(port, lease, queueCapacityItems))
}

const QUEUE_CAPACITY_ITEMS = 200_000

class ClickHouseEventStore implements EventStore {
  readonly #port: ClickHousePort
  readonly #topology: Topology
  readonly #queue: WriteQueue
  #probes = 0
  #isClosed = false

  constructor(port: ClickHousePort, topology: Topology, queue: WriteQueue) {
    this.#port = port
    this.#topology = topology
    this.#queue = queue
  }

  async append(batch: EventBatch): Promise<AppendCounts> {
    this.#requireOpen()
    return this.#queue.append(copyBatch(batch))
  }

  async findArm(experimentId: string, userId: string): Promise<Arm | null> {
    return (await this.#findFirstExposure(experimentId, userId))?.arm ?? null
  }

  async findCluster(experimentId: string, userId: string): Promise<string | null> {
    return (await this.#findFirstExposure(experimentId, userId))?.clusterId ?? null
  }

  async dataVersion(experimentId: string): Promise<string> {
    this.#requireOpen()
    return String((await readCommits(this.#port, experimentId)).version)
  }

  countRaw(experimentId: string): Promise<RawCounts> {
    return this.#read(experimentId, EMPTY_COUNTS, readRawCounts)
  }

  readout(query: ReadoutQuery): Promise<Readout> {
    return this.#read(query.experimentId, emptyReadout(query), snapshot => readReadout(snapshot, query))
  }

  timeline(query: TimelineQuery): Promise<Timeline> {
    const empty = { dataVersion: '0', days: [] }
    return this.#read<Timeline>(query.experimentId, empty, snapshot => readTimeline(snapshot, query))
  }

  findPerson(query: PersonQuery): Promise<PersonRecord | null> {
    return this.#read<PersonRecord | null>(query.experimentId, null, snapshot => readPerson(snapshot, query))
  }

  async *exportRows(experimentId: string): AsyncGenerator<EventRowsPage> {
    this.#requireOpen()
    yield* exportRows(this.#snapshots(experimentId))
  }

  async erasePerson(experimentId: string, userId: string): Promise<boolean> {
    this.#requireOpen()
    return this.#queue.run(experimentId, writer => erasePerson(this.#snapshots(experimentId), writer, userId))
  }

  async purge(query: RetentionQuery): Promise<PurgedRows> {
    this.#requireOpen()
    return this.#queue.run(query.experimentId, writer => purgeRows(this.#snapshots(query.experimentId), writer, query))
  }

  async deleteExperiment(experimentId: string): Promise<void> {
    this.#requireOpen()
    await this.#queue.run(experimentId, async writer => {
      if ((await writer.state()).bounds.length === 0) return
      await writer.markDeleted()
      await deleteRows(this.#port, this.#topology, experimentId)
    })
  }

  async probe(): Promise<void> {
    this.#requireOpen()
    this.#probes += 1
    await this.#port.insert('probes', ['id', 'probed_at'], [[0, this.#probes]])
  }

  queueDepth(): { readonly items: number; readonly capacity: number } {
    return { items: this.#queue.items, capacity: this.#queue.capacity }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#queue.drain()
    await this.#port.close()
  }

  async #findFirstExposure(experimentId: string, userId: string) {
    return this.#read(experimentId, null, snapshot => readFirstExposure(snapshot, userId))
  }

  async #read<T>(experimentId: string, empty: T, read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    this.#requireOpen()
    return readSnapshot(this.#port, this.#topology, experimentId, empty, read)
  }

  #snapshots(experimentId: string): Omit<Snapshot, 'state'> {
    return { port: this.#port, topology: this.#topology, experimentId }
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new EventStoreUnavailableError('The event store is closed.')
  }
}
