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
  type Refusal,
  type RetentionQuery,
  type Timeline,
  type TimelineQuery,
} from '../event-store.ts'
import { erasePerson } from './erase-person.ts'
import { sumOf } from './exact-moments.ts'
import { type ExperimentLog, emptyLog, type Outcome, recordInLog } from './experiment-log.ts'
import { findPerson } from './find-person.ts'
import { firstExposureOf } from './persons.ts'
import { purgeLog } from './purge-log.ts'
import { readLog } from './read-log.ts'
import { readRows } from './read-rows.ts'
import { timelineOf } from './timeline.ts'

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
    const outcomes = recordInLog(log, whole)
    const changes = outcomes.filter(outcome => outcome === 'recorded' || outcome === 'conflict').length
    if (changes > 0) {
      this.#sequence += changes
      log.lastSequence = this.#sequence
      this.#logs.set(batch.experimentId, log)
    }
    return countsOf(outcomes, whole)
  }

  async findArm(experimentId: string, userId: string): Promise<Arm | null> {
    const log = this.#logs.get(experimentId)
    return log === undefined ? null : (firstExposureOf(log, userId)?.arm ?? null)
  }

  async findCluster(experimentId: string, userId: string): Promise<string | null> {
    const log = this.#logs.get(experimentId)
    return log === undefined ? null : (firstExposureOf(log, userId)?.clusterId ?? null)
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

  async timeline(query: TimelineQuery): Promise<Timeline> {
    return timelineOf(this.#logs.get(query.experimentId) ?? emptyLog(), query)
  }

  async findPerson(query: PersonQuery): Promise<PersonRecord | null> {
    const log = this.#logs.get(query.experimentId)
    return log === undefined ? null : findPerson(log, query)
  }

  async *exportRows(experimentId: string): AsyncGenerator<EventRowsPage> {
    const log = this.#logs.get(experimentId)
    if (log !== undefined) yield* readRows(log)
  }

  async erasePerson(experimentId: string, userId: string): Promise<boolean> {
    const log = this.#logs.get(experimentId)
    const isErased = log !== undefined && erasePerson(log, userId)
    if (isErased) this.#touch(log)
    return isErased
  }

  async purge(query: RetentionQuery): Promise<PurgedRows> {
    const log = this.#logs.get(query.experimentId)
    if (log === undefined) return { exposures: 0, conversions: 0 }
    const purged = purgeLog(log, query)
    if (!query.isDryRun && purged.exposures + purged.conversions > 0) this.#touch(log)
    return purged
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

  #touch(log: ExperimentLog): void {
    this.#sequence += 1
    log.lastSequence = this.#sequence
  }
}

function countsOf(outcomes: readonly Outcome[], batch: EventBatch): AppendCounts {
  const refused = outcomes.flatMap((reason, index): Refusal[] => {
    if (reason !== 'self_link' && reason !== 'would_chain') return []
    const item = batch.items[index]!
    return 'anonymousId' in item ? [{ index, userId: item.anonymousId, reason }] : []
  })
  const recorded = outcomes.filter(outcome => outcome === 'recorded').length
  return { recorded, deduplicated: outcomes.length - recorded - refused.length, refused }
}
