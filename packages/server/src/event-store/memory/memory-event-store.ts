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
import { sumOf } from './exact-moments.ts'
import { type ExperimentLog, emptyLog, recordInLog } from './experiment-log.ts'
import { readLog } from './read-log.ts'

/** What outlives a store that is closed, by experiment id. */
export type MemoryShelf = Map<string, ExperimentLog>

/** Naive and obviously right: the model that the other engines are held to. */
export function openMemoryEventStore(shelf: MemoryShelf = new Map()): EventStore {
  return new MemoryEventStore(shelf)
}

class MemoryEventStore implements EventStore {
  readonly #logs: MemoryShelf
  #sequence: number
  #isClosed = false

  constructor(shelf: MemoryShelf) {
    this.#logs = shelf
    this.#sequence = Math.max(0, ...[...shelf.values()].map(log => log.lastSequence))
  }

  async append(batch: EventBatch): Promise<AppendCounts> {
    if (this.#isClosed) throw new EventStoreUnavailableError('The event store is closed.')
    const whole = structuredClone(batch)
    const log = this.#logs.get(batch.experimentId) ?? emptyLog()
    const before = this.#sequence
    this.#sequence = recordInLog(log, whole, before)
    const recorded = this.#sequence - before
    if (recorded > 0) this.#logs.set(batch.experimentId, log)
    return { recorded, deduplicated: batch.items.length - recorded }
  }

  async findArm(experimentId: string, userId: string): Promise<Arm | null> {
    return this.#logs.get(experimentId)?.exposures.get(userId)?.arm ?? null
  }

  async dataVersion(experimentId: string): Promise<string> {
    return String(this.#logs.get(experimentId)?.lastSequence ?? 0)
  }

  async countRaw(experimentId: string): Promise<RawCounts> {
    const log = this.#logs.get(experimentId) ?? emptyLog()
    const arms = [...new Set([...log.exposures.values()].map(exposure => exposure.arm))].sort((a, b) => a - b)
    const metrics = [...new Set(log.conversions.map(conversion => conversion.metric))].sort()
    return {
      exposures: arms.map(arm => ({ arm, count: [...log.exposures.values()].filter(row => row.arm === arm).length })),
      conversions: metrics.map(metric => {
        const rows = log.conversions.filter(row => row.metric === metric)
        return { metric, count: rows.length, valueSum: sumOf(rows.map(row => row.value)) }
      }),
    }
  }

  async readout(query: ReadoutQuery): Promise<Readout> {
    return readLog(this.#logs.get(query.experimentId) ?? emptyLog(), query)
  }

  async deleteExperiment(experimentId: string): Promise<void> {
    this.#logs.delete(experimentId)
  }

  async probe(): Promise<void> {}

  queueDepth(): { readonly items: number; readonly capacity: number } {
    return { items: 0, capacity: Number.MAX_SAFE_INTEGER }
  }

  async close(): Promise<void> {
    this.#isClosed = true
  }
}
