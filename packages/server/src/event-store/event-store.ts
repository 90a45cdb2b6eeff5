import type { AppendCounts, Arm, EpochMs, EventBatch, RawCounts } from './event-batch.ts'
import type { Readout, ReadoutQuery } from './event-readout.ts'
import type { EventRowsPage } from './event-rows.ts'
import type { Timeline, TimelineQuery } from './event-timeline.ts'
import type { PersonQuery, PersonRecord } from './person-record.ts'

export type {
  AppendCounts,
  Arm,
  Conversion,
  EpochMs,
  Erasure,
  EventBatch,
  Exclusion,
  Exposure,
  IdentityLink,
  PrePeriodValue,
  RawCounts,
  Refusal,
  RefusalReason,
  UserStratum,
} from './event-batch.ts'
export type {
  ClusterMoments,
  Conflicts,
  EventTiming,
  Identities,
  MetricMoments,
  MetricQuery,
  OutcomeHistogram,
  Population,
  PopulationQuery,
  Quarter,
  RateSpikeRule,
  Readout,
  ReadoutCell,
  ReadoutQuery,
} from './event-readout.ts'
export type { ConversionRow, EventRowKind, EventRowsPage, ExposureRow } from './event-rows.ts'
export type { Timeline, TimelineDay, TimelineQuery } from './event-timeline.ts'
export type { EventStanding, PersonQuery, PersonRecord } from './person-record.ts'

export interface RetentionQuery {
  readonly experimentId: string
  /** Rows received before are erased; null: none. */
  readonly exposuresBefore: EpochMs | null
  readonly conversionsBefore: EpochMs | null
  /** Only counted. */
  readonly isDryRun: boolean
}

export interface PurgedRows {
  readonly exposures: number
  readonly conversions: number
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
  timeline(query: TimelineQuery): Promise<Timeline>
  /** Null when nothing is stored of the id's person. */
  findPerson(query: PersonQuery): Promise<PersonRecord | null>
  /**
   * Every stored row, in pages by kind: what was there when the first page was asked for. Rejects with RowsRemovedError when
   * rows are erased meanwhile.
   */
  exportRows(experimentId: string): AsyncIterable<EventRowsPage>
  /**
   * Erases every row of the id's person and leaves a digest of each of its ids: what is sent for them later counts as
   * deduplicated and is not stored. False when nothing is stored of the person. Durable when it resolves.
   */
  erasePerson(experimentId: string, userId: string): Promise<boolean>
  /** Erases old rows; first writes that are erased may come again. */
  purge(query: RetentionQuery): Promise<PurgedRows>
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

/** Rows were erased while they were read: what was read is not whole. */
export class RowsRemovedError extends EventStoreUnavailableError {
  constructor() {
    super('Rows were erased while they were read. Read them again.')
    this.name = 'RowsRemovedError'
  }
}
