import type { Assignment } from './assign.ts'
import type { ExperimentMap } from './experiment-map.ts'
import type { Attributes } from './matches-targeting.ts'
import type { Platform } from './platform.ts'
import type { Drop } from './queued-event.ts'

/** Whom an experiment is shown to. */
export interface User {
  readonly userId: string
  /** What targeting rules ask about. */
  readonly attributes?: Attributes
}

/** Every part of the platform may be given too. */
export interface EvaluatorOptions<Experiments extends ExperimentMap> extends Partial<Platform> {
  /** Where the server answers, without `/api/v1`. */
  readonly apiUrl: string
  /** Read scope is enough to assign; events need the write scope. */
  readonly token?: string
  /** The user that calls are about unless they name another. Without an id nobody is assigned. */
  readonly userId?: string
  readonly attributes?: Attributes
  readonly experiments?: Experiments
  /** A URL or query string whose parameters force variations, for example `location.search`. */
  readonly query?: string
  /** Milliseconds until a request without an answer counts as failed: 10,000. */
  readonly timeoutMs?: number
}

export interface ClientOptions<Experiments extends ExperimentMap> extends EvaluatorOptions<Experiments> {
  /** Milliseconds that an event waits for others: 2,000. */
  readonly flushMs?: number
  /** Events in one request, at most 1,000: 100. */
  readonly batchSize?: number
  /** Events kept while the server does not take them: 1,000. */
  readonly queueCapacity?: number
  /** Told of every event that will not be sent. */
  readonly onDrop?: (drop: Drop) => void
}

export interface EvaluateOptions {
  readonly user?: User
  /** The arm that the user was shown before, if any; it is kept. */
  readonly recordedArm?: number | null
}

export interface AssignOptions {
  readonly user?: User
  /** False: only look, record no exposure. */
  readonly expose?: boolean
}

export interface TrackOptions {
  readonly user?: User
  /** Keys or ids to count in; those that the user was exposed to here, when left out. */
  readonly experiments?: readonly string[]
  /** Two events of one metric with the same key count once; a random key when left out. */
  readonly idempotencyKey?: string
}

export interface ClientAssignment<Variation> extends Assignment {
  readonly experimentId: string
  /** What to show: the variation of the arm, and control's for a user without one. */
  readonly variation: Variation
  /** Chosen by `forceVariation` or the query string; it records no exposure. */
  readonly isForced: boolean
  /** Whether the configuration holds the experiment. */
  readonly isKnown: boolean
}

/**
 * What has changed for whoever shows variations.
 * - `configuration`: another configuration is in force
 * - `user`, `forced`: by a call
 * - `stale`: the server could not be asked; `error` says why, and what was known before stays
 * - `fresh`: it could be asked again
 */
export type Change =
  | { readonly what: 'configuration' | 'user' | 'forced' | 'fresh' }
  | { readonly what: 'stale'; readonly error: Error }
