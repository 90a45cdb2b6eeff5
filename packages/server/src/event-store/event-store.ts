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
  /** The unit that was randomized, where it is larger than a user. */
  readonly clusterId?: string | null
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

/** The anonymous id and the canonical id are one person, named by the canonical id. */
export interface IdentityLink {
  readonly anonymousId: string
  readonly canonicalId: string
}

export interface Exclusion {
  readonly userId: string
  readonly reason: string
}

/**
 * What one call brings for one experiment; it is stored whole or not at all. A correction stands for its person whatever
 * was written before; `lifted_exclusions` undo exclusions of the same user id.
 */
export type EventBatch = { readonly experimentId: string; readonly receivedAt: EpochMs } & (
  | { readonly kind: 'exposures'; readonly items: readonly Exposure[] }
  | { readonly kind: 'conversions'; readonly items: readonly Conversion[] }
  | { readonly kind: 'pre_period'; readonly items: readonly PrePeriodValue[] }
  | { readonly kind: 'pre_period_corrections'; readonly items: readonly PrePeriodValue[] }
  | { readonly kind: 'strata'; readonly items: readonly UserStratum[] }
  | { readonly kind: 'stratum_corrections'; readonly items: readonly UserStratum[] }
  | { readonly kind: 'identities'; readonly items: readonly IdentityLink[] }
  | { readonly kind: 'exclusions'; readonly items: readonly Exclusion[] }
  | { readonly kind: 'lifted_exclusions'; readonly items: readonly { readonly userId: string }[] }
)

export type RefusalReason = 'self_link' | 'would_chain'

/** A link that is not stored: to itself, or from or to an id that already plays the other part. */
export interface Refusal {
  readonly index: number
  /** The anonymous id. */
  readonly userId: string
  readonly reason: RefusalReason
}

/** recorded + deduplicated + refused = items of the batch. First write wins, within a batch too; each correction is recorded. */
export interface AppendCounts {
  readonly recorded: number
  readonly deduplicated: number
  readonly refused: readonly Refusal[]
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
  /** Persons with more than maxEvents conversion events, of all their ids, within any window are left out; null = rule off. */
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

/** Events of the primary metric by treated persons of the population. */
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

/** Persons about whom the stored rows of their ids disagree. All ids count, exposed or not, left out or not. */
export interface Conflicts {
  /** Exposed in two or more known arms. */
  readonly severalArms: number
  /** Exposed in a known arm and held out. */
  readonly treatedAndHeldOut: number
  /** Two or more strata, none of them a correction. */
  readonly severalStrata: number
  /** Two or more values of one covariate, none of them a correction. */
  readonly covariate: number
  /** One of their anonymous ids was later linked to another person as well; that link is not stored. */
  readonly identity: number
}

export interface Identities {
  readonly links: number
  /** Exposures and conversions that were stored under a linked anonymous id. */
  readonly foldedEvents: number
  /** Persons exposed under two or more ids. */
  readonly mergedPersons: number
}

/**
 * A person is an id with the anonymous ids that are linked to it. Its arm is the arm of its first exposure of any kind:
 * smallest client time (receive time when absent), then the order of arrival. It has one stratum and one value of each
 * covariate: the last correction, or else the first that was written.
 */
export interface Population {
  /** Persons in known arms, after exclusions. */
  readonly treatedUsers: number
  /** Persons in the holdout, after exclusions. */
  readonly heldOutUsers: number
  /** Receive time of the first stored exposure of any arm; null before it. */
  readonly firstExposureAt: EpochMs | null
  /** Treated persons with an excluded id, by arm (length armCount). */
  readonly manuallyExcludedByArm: readonly number[]
  /** Treated persons left out for event rates alone, by arm (length armCount). */
  readonly rateSpikeExcludedByArm: readonly number[]
  readonly conflicts: Conflicts
  readonly identities: Identities
}

/** One computed read of one snapshot. */
export interface Readout {
  readonly dataVersion: string
  readonly population: Population
  /** Ascending by arm, stratum (null first), hasAllCovariates (false first); empty cells and the holdout are absent. */
  readonly cells: readonly ReadoutCell[]
  /** The persons in the holdout, by metric in the order of the query. */
  readonly heldOut: readonly MetricMoments[]
  /** Names that were ever recorded, ascending by code units; more than maxCovariates: counted, not read. */
  readonly covariates: readonly string[]
  readonly covariateCount: number
  readonly stratumCount: number
  readonly timing: EventTiming
}

/** Where exposures, conversions, covariates, strata, links and exclusions live. One case suite holds every engine to this. */
export interface EventStore {
  /** Resolves when the batch is durable. Rejects with EventQueueFullError, or EventStoreUnavailableError; then nothing of it is stored. */
  append(batch: EventBatch): Promise<AppendCounts>
  /** The arm of the first exposure of the user's person, -1 for the holdout; null when never exposed. */
  findArm(experimentId: string, userId: string): Promise<Arm | null>
  /** The cluster of that exposure; null when it has none, or there is no exposure. */
  findCluster(experimentId: string, userId: string): Promise<string | null>
  /** Changes with every recorded row of the experiment and every conflict that is counted, and only then; opaque. */
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
