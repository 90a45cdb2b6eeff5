import { ExperimentIndex } from './experiment-index.ts'
import { type ExperimentState, isLoaded, type LoadedExperiment } from './experiment-state.ts'
import type { HashBytes } from './key-index.ts'
import type { StoredState } from './worker-calls.ts'

/** Fills the index with what is stored, and returns the sequence of the newest row, 0 when nothing is stored. */
export type LoadIndex = (experimentId: string, index: ExperimentIndex) => Promise<number>

/** Which experiments there are, and whether one may be written to now. */
export class ExperimentRegistry {
  readonly #hash: HashBytes
  readonly #load: LoadIndex
  readonly #experiments = new Map<string, ExperimentState>()
  /** What must end before the experiment may be written to: a load or a deletion. */
  readonly #gates = new Map<string, Promise<void>>()
  #lastExperimentNumber: number

  constructor(stored: StoredState, hash: HashBytes, load: LoadIndex) {
    this.#hash = hash
    this.#load = load
    this.#lastExperimentNumber = stored.lastExperimentNumber
    for (const { experimentId, experimentNumber, sequence } of stored.experiments) {
      const committedSequence = sequence
      const state = {
        experimentId,
        experimentNumber,
        isAnnounced: true,
        committedSequence,
        index: null,
        isInUse: false,
      }
      this.#experiments.set(experimentId, state)
    }
  }

  get lastExperimentNumber(): number {
    return this.#lastExperimentNumber
  }

  find(experimentId: string): ExperimentState | null {
    return this.#experiments.get(experimentId) ?? null
  }

  /** The experiment, a new one if need be, with its index loaded; null: `prepare` it first. */
  findReady(experimentId: string): LoadedExperiment | null {
    if (this.#gates.has(experimentId)) return null
    const state = this.#experiments.get(experimentId) ?? this.#add(experimentId)
    state.isInUse = true
    return isLoaded(state) ? state : null
  }

  /** Waits until the experiment can be written to. */
  async prepare(experimentId: string): Promise<LoadedExperiment> {
    for (;;) {
      const ready = this.findReady(experimentId)
      if (ready !== null) return ready
      const gate = this.#gates.get(experimentId)
      if (gate === undefined) await this.block(experimentId, () => this.#loadIndex(experimentId))
      else await gate.catch(() => {})
    }
  }

  /** Keeps writers of the experiment waiting while the work runs, after whatever runs already. */
  block(experimentId: string, work: () => Promise<void>): Promise<void> {
    const before = this.#gates.get(experimentId) ?? Promise.resolve()
    const gate = before.then(work, work).finally(() => {
      if (this.#gates.get(experimentId) === gate) this.#gates.delete(experimentId)
    })
    this.#gates.set(experimentId, gate)
    return gate
  }

  /** The experiments whose index nobody has asked for since the last sweep. */
  sweep(): readonly string[] {
    const idle = [...this.#experiments.values()].filter(state => isLoaded(state) && !state.isInUse)
    for (const state of this.#experiments.values()) state.isInUse = false
    return idle.map(({ experimentId }) => experimentId)
  }

  forget(experimentId: string): void {
    this.#experiments.delete(experimentId)
  }

  /** Resolves when no load and no deletion is under way. */
  async settled(): Promise<void> {
    while (this.#gates.size > 0) await Promise.allSettled(this.#gates.values())
  }

  #add(experimentId: string): ExperimentState {
    this.#lastExperimentNumber += 1
    const state: ExperimentState = {
      experimentId,
      experimentNumber: this.#lastExperimentNumber,
      isAnnounced: false,
      committedSequence: 0,
      index: new ExperimentIndex(this.#hash),
      isInUse: true,
    }
    this.#experiments.set(experimentId, state)
    return state
  }

  async #loadIndex(experimentId: string): Promise<void> {
    const state = this.#experiments.get(experimentId)
    if (state === undefined) return
    const index = new ExperimentIndex(this.#hash)
    const sequence = await this.#load(experimentId, index)
    state.committedSequence = sequence
    state.isAnnounced = sequence > 0
    state.index = index
  }
}
