import type { EventBatch, EventStoreUnavailableError } from '../event-store.ts'
import { ExperimentRows } from './experiment-rows.ts'
import type { ExperimentState, LoadedExperiment } from './experiment-state.ts'
import { type Recorded, recordBatch } from './record-batch.ts'
import type { Recording } from './recording.ts'
import type { CommitRequest } from './worker-calls.ts'

interface Part {
  readonly experiment: ExperimentState
  readonly rows: ExperimentRows
  /** Its schema is created by this group. */
  readonly isNew: boolean
  /** Of the newest row; 0 without rows. */
  sequence: number
}

/** Batches that become durable together. */
export class EventGroup {
  readonly #parts = new Map<ExperimentState, Part>()
  #resolve: () => void = () => {}
  #reject: (error: EventStoreUnavailableError) => void = () => {}
  /** Settles when the group is durable or given up. */
  readonly outcome = new Promise<void>((resolve, reject) => {
    this.#resolve = resolve
    this.#reject = reject
  })
  isEmpty = true

  constructor() {
    // A group may be given up before anybody waits for it.
    this.outcome.catch(() => {})
  }

  /** Tells what became of the batch, and the last sequence given out. */
  record(experiment: LoadedExperiment, batch: EventBatch, lastSequence: number): Recorded & { sequence: number } {
    const part = this.#partOf(experiment)
    const recording: Recording = { index: experiment.index, rows: part.rows, sequence: lastSequence }
    const outcome = recordBatch(recording, batch)
    const { sequence } = recording
    if (sequence > lastSequence) {
      part.sequence = sequence
      experiment.isAnnounced = true
      this.isEmpty = false
    }
    return { ...outcome, sequence }
  }

  experiments(): ExperimentState[] {
    return [...this.#parts.keys()]
  }

  take(lastSequence: number, lastExperimentNumber: number): CommitRequest {
    const written = [...this.#parts.values()].filter(part => part.sequence > 0)
    const experiments = written.map(({ experiment, rows, isNew, sequence }) => {
      const { experimentId, experimentNumber } = experiment
      return { experimentId, experimentNumber, isNew, sequence, tables: rows.take() }
    })
    return { lastSequence, lastExperimentNumber, experiments }
  }

  succeed(): void {
    for (const { experiment, sequence } of this.#parts.values()) {
      experiment.committedSequence = Math.max(experiment.committedSequence, sequence)
    }
    this.#resolve()
  }

  fail(error: EventStoreUnavailableError): void {
    this.#reject(error)
  }

  #partOf(experiment: ExperimentState): Part {
    const present = this.#parts.get(experiment)
    if (present !== undefined) return present
    const part: Part = { experiment, rows: new ExperimentRows(), isNew: !experiment.isAnnounced, sequence: 0 }
    this.#parts.set(experiment, part)
    return part
  }
}
