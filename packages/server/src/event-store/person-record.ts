import type { Arm, EpochMs } from './event-batch.ts'
import type { PopulationQuery } from './event-readout.ts'

export type EventStanding = 'counted' | 'before_exposure' | 'after_window' | 'not_exposed'

/** What is stored of one person, under all of its ids. Lists ascend by arrival. */
export interface PersonRecord {
  /** The id that names the person, and its anonymous ids. */
  readonly canonicalId: string
  readonly anonymousIds: readonly string[]
  /** The first of them decides. */
  readonly exposures: readonly (Timed & {
    readonly userId: string
    readonly arm: Arm
    readonly clusterId: string | null
    readonly decides: boolean
  })[]
  readonly stratum: string | null
  readonly covariates: readonly { readonly covariate: string; readonly value: number }[]
  /** The ids among them that are excluded now. */
  readonly excludedIds: readonly { readonly userId: string; readonly reason: string }[]
  readonly isRateSpike: boolean
  readonly events: readonly (Timed & {
    readonly userId: string
    readonly metric: string
    readonly value: number
    readonly standing: EventStanding
  })[]
  /** Stored events of the person, listed or not. */
  readonly eventCount: number
}

interface Timed {
  readonly clientTime: EpochMs | null
  readonly receivedAt: EpochMs
}

export interface PersonQuery extends PopulationQuery {
  readonly userId: string
  /** So many events are listed at most, the newest. */
  readonly maxEvents: number
}
