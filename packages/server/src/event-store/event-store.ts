import type { CrossMoments, Moments } from '@verdict/stats'

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

/** Arm 0 is control; -1 is the holdout. */
export type Arm = number

export interface Exposure {
  readonly userId: string
  readonly arm: Arm
  /** Client time; null when the client sent none. */
  readonly occurredAt: EpochMs | null
}

export interface Conversion {
  readonly userId: string
  readonly metric: string
  readonly value: number
  /** Unique per (experiment, metric); null never collides. */
  readonly idempotencyKey: string | null
  readonly occurredAt: EpochMs | null
}

export interface PrePeriodValue {
  readonly userId: string
  readonly covariate: string
  readonly value: number
}

export interface UserStratum {
  readonly userId: string
  readonly stratum: string
}

/** What one call brings for one experiment; it is stored whole or not at all. */
export type EventBatch = { readonly experimentId: string; readonly receivedAt: EpochMs } & (
  | { readonly kind: 'exposures'; readonly items: readonly Exposure[] }
  | { readonly kind: 'conversions'; readonly items: readonly Conversion[] }
  | { readonly kind: 'pre_period'; readonly items: readonly PrePeriodValue[] }
  | { readonly kind: 'strata'; readonly items: readonly UserStratum[] }
)

/** recorded + deduplicated = items of the batch. First write wins, within a batch too. */
export interface AppendCounts {
  readonly recorded: number
  readonly deduplicated: number
}

/** Raw stored rows, before any population rule. */
export interface RawCounts {
  /** Ascending by arm. */
  readonly exposures: readonly { readonly arm: Arm; readonly count: number }[]
  /** Ascending by metric name (code units). */
  readonly conversions: readonly { readonly metric: string; readonly count: number; readonly valueSum: number }[]
}

export interface RateSpikeRule {
  readonly maxEvents: number
  readonly windowMinutes: number
}

export interface MetricQuery {
  readonly name: string
  /** converted: outcome is 1 when a counted event has value > 0, else 0. sum: outcome is the sum of counted values, 0 without any. */
  readonly outcome: 'converted' | 'sum'
}

export interface ReadoutQuery {
  readonly experimentId: string
  readonly armCount: number
  /** The first is the primary metric: it alone is crossed with the covariates and its events are timed. */
  readonly metrics: readonly [MetricQuery, ...MetricQuery[]]
  /** Events later than exposure + this many days are left out, when both carry a client time; null = no bound. */
  readonly attributionWindowDays: number | null
  /** Persons with more than maxEvents conversion events within any window are left out; null = rule off. */
  readonly rateSpike: RateSpikeRule | null
  /** Horizon of the timing counts, in days. */
  readonly timingHorizonDays: number
  /** With more distinct names than this, no covariate (stratum) is read; only their number is. */
  readonly maxCovariates: number
  readonly maxStrata: number
}

export interface MetricMoments {
  /** Persons with at least one counted event of value > 0. */
  readonly converted: number
  readonly outcome: Moments
}

/** Persons of one arm, one stratum, with or without all covariates: disjoint, so cells merge. */
export interface ReadoutCell {
  readonly arm: Arm
  /** null: the person has no stratum, or strata were not read. */
  readonly stratum: string | null
  /** The person has a value of every covariate of the experiment (false when there is none, or too many). */
  readonly hasAllCovariates: boolean
  readonly metrics: readonly MetricMoments[]
  /** [primary outcome, covariate 1, ...] in the order of `covariates`; null unless hasAllCovariates. */
  readonly crossed: CrossMoments | null
}

/** Events of the primary metric by persons of the population. */
export interface EventTiming {
  readonly total: number
  readonly inWindow: number
  /** After exposure + horizon, by client time (receive time when absent). */
  readonly late: number
  /** Before the exposure. */
  readonly outOfOrder: number
  readonly beforeExposureLeftOut: number
  readonly afterWindowLeftOut: number
  /** Events, or exposures of their persons, without a client time: never left out. */
  readonly withoutClientTime: number
}

export interface Population {
  /** Persons in known arms, after exclusions. */
  readonly treatedUsers: number
  readonly heldOutUsers: number
  /** Receive time of the first stored exposure of any arm; null before it. */
  readonly firstExposureAt: EpochMs | null
  /** Treated persons left out for event rates, by arm (length armCount). */
  readonly rateSpikeExcludedByArm: readonly number[]
}

/** One computed read of one snapshot. */
export interface Readout {
  readonly dataVersion: string
  readonly population: Population
  /** Ascending by arm, stratum (null first), hasAllCovariates (false first); empty cells are absent. */
  readonly cells: readonly ReadoutCell[]
  /** Names in use, ascending by code units; more than maxCovariates: counted, not read. */
  readonly covariates: readonly string[]
  readonly covariateCount: number
  readonly stratumCount: number
  readonly timing: EventTiming
}

/** Where exposures, conversions, covariates and strata live. One case suite holds every engine to this. */
export interface EventStore {
  /** Resolves when the batch is durable. Rejects with EventQueueFullError, or EventStoreUnavailableError; then nothing of it is stored. */
  append(batch: EventBatch): Promise<AppendCounts>
  /** The arm of the user's first exposure row, -1 for the holdout; null when never exposed. */
  findArm(experimentId: string, userId: string): Promise<Arm | null>
  /** Changes with every recorded row of the experiment, and only then; opaque. */
  dataVersion(experimentId: string): Promise<string>
  countRaw(experimentId: string): Promise<RawCounts>
  readout(query: ReadoutQuery): Promise<Readout>
  /** Erases everything of the experiment. */
  deleteExperiment(experimentId: string): Promise<void>
  /** Write probe for readiness; rejects with the reason when the store can not write. */
  probe(): Promise<void>
  /** Batches waiting or being written, and their bound. */
  queueDepth(): { readonly items: number; readonly capacity: number }
  /** Drains what was accepted, then closes. */
  close(): Promise<void>
}

/** The write queue is full: try again after so many seconds. */
export class EventQueueFullError extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('The event queue is full.')
    this.name = 'EventQueueFullError'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The store can not write or read now; nothing of the call is stored. */
export class EventStoreUnavailableError extends Error {
  readonly retryAfterSeconds = 5
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EventStoreUnavailableError'
  }
}
