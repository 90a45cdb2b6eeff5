import type { ExperimentIndex } from './experiment-index.ts'

/** One experiment as the writing side knows it. */
export interface ExperimentState {
  readonly experimentId: string
  readonly experimentNumber: number
  /** Its schema is stored, or a group that creates it was begun. */
  isAnnounced: boolean
  /** Of its newest durable row; 0 without rows. */
  committedSequence: number
  /** null: to be loaded before the next write. */
  index: ExperimentIndex | null
  /** The index was asked for since the last sweep. */
  isInUse: boolean
}

export type LoadedExperiment = ExperimentState & { index: ExperimentIndex }

export function isLoaded(experiment: ExperimentState): experiment is LoadedExperiment {
  return experiment.index !== null
}
