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

/** Of an id of a person who was erased; see digest-of-id.ts. */
export interface Erasure {
  readonly digest: string
}

/**
 * What one call brings for one experiment; it is stored whole or not at all. A correction stands for its person whatever
 * was written before; `lifted_exclusions` undo exclusions of the same user id. `erasures` come with a copy: from then on nothing
 * of these ids is stored; what is there stays.
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
  | { readonly kind: 'erasures'; readonly items: readonly Erasure[] }
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
