import { type AppendCounts, type EventBatch, EventQueueFullError, EventStoreUnavailableError } from '../event-store.ts'
import { EventGroup } from './event-group.ts'
import type { ExperimentRegistry } from './experiment-registry.ts'
import type { LoadedExperiment } from './experiment-state.ts'
import type { CommitRequest } from './worker-calls.ts'

export type CommitGroup = (request: CommitRequest) => Promise<void>

/**
 * Batches that arrive while one group is being committed form the next. A batch is deduplicated when it arrives, against
 * everything that arrived before it; it is acknowledged when all of that is durable, in order.
 */
export class GroupCommit {
  readonly capacity: number
  readonly #registry: ExperimentRegistry
  readonly #commit: CommitGroup
  #forming = new EventGroup()
  #committing: EventGroup | null = null
  #isScheduled = false
  #lastSequence: number
  #items = 0

  constructor(registry: ExperimentRegistry, commit: CommitGroup, capacity: number, lastSequence: number) {
    this.#registry = registry
    this.#commit = commit
    this.capacity = capacity
    this.#lastSequence = lastSequence
  }

  get items(): number {
    return this.#items
  }

  /** Takes up room in the queue until the work ends. A batch larger than the whole queue may pass an empty one. */
  async admit<T>(itemCount: number, work: () => Promise<T>): Promise<T> {
    if (this.#items > 0 && this.#items + itemCount > this.capacity) throw new EventQueueFullError(1)
    this.#items += itemCount
    try {
      return await work()
    } finally {
      this.#items -= itemCount
    }
  }

  async add(experiment: LoadedExperiment, batch: EventBatch): Promise<AppendCounts> {
    const { recorded, refused, sequence } = this.#forming.record(experiment, batch, this.#lastSequence)
    this.#lastSequence = sequence
    const deduplicated = batch.items.length - recorded - refused.length
    await this.settled()
    return { recorded, deduplicated, refused }
  }

  /** A sequence for a change that is written beside the groups. */
  takeSequence(): number {
    this.#lastSequence += 1
    return this.#lastSequence
  }

  /** Resolves when everything added so far is durable; rejects when it is not going to be. */
  settled(): Promise<void> {
    if (this.#forming.isEmpty) return this.#committing?.outcome ?? Promise.resolve()
    this.#schedule()
    return this.#forming.outcome
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    // The batches of one turn of the event loop share a commit.
    setImmediate(() => void this.#commitAll())
  }

  async #commitAll(): Promise<void> {
    while (!this.#forming.isEmpty) {
      const group = this.#forming
      this.#committing = group
      this.#forming = new EventGroup()
      await this.#commitOne(group)
    }
    this.#committing = null
    this.#isScheduled = false
  }

  async #commitOne(group: EventGroup): Promise<void> {
    try {
      await this.#commit(group.take(this.#lastSequence, this.#registry.lastExperimentNumber))
      group.succeed()
    } catch (error) {
      this.#giveUp(group, error)
    }
  }

  /** Only the file knows now what is stored. What formed meanwhile was deduplicated against rows that are not stored, so it fails too. */
  #giveUp(group: EventGroup, error: unknown): void {
    const formed = this.#forming
    this.#forming = new EventGroup()
    for (const experiment of [...group.experiments(), ...formed.experiments()]) experiment.index = null
    group.fail(toUnavailable(error))
    formed.fail(toUnavailable(error))
  }
}

function toUnavailable(error: unknown): EventStoreUnavailableError {
  if (error instanceof EventStoreUnavailableError) return error
  return new EventStoreUnavailableError('The events could not be written.', { cause: error })
}
