import type {
  Arm,
  Conversion,
  EpochMs,
  Erasure,
  Exclusion,
  IdentityLink,
  PrePeriodValue,
  UserStratum,
} from './event-batch.ts'

export interface ExposureRow {
  readonly userId: string
  readonly arm: Arm
  readonly occurredAt: EpochMs | null
  readonly receivedAt: EpochMs
  readonly clusterId: string | null
}

export interface ConversionRow extends Conversion {
  readonly receivedAt: EpochMs
}

interface Correctable {
  readonly isCorrection: boolean
}

/** Stored rows of one kind, in the order in which they arrived. Of exclusions only those that stand. */
export type EventRowsPage =
  | { readonly kind: 'conversions'; readonly rows: readonly ConversionRow[] }
  | { readonly kind: 'erasures'; readonly rows: readonly Erasure[] }
  | { readonly kind: 'exclusions'; readonly rows: readonly Exclusion[] }
  | { readonly kind: 'exposures'; readonly rows: readonly ExposureRow[] }
  | { readonly kind: 'identities'; readonly rows: readonly IdentityLink[] }
  | { readonly kind: 'identity_conflicts'; readonly rows: readonly { readonly anonymousId: string }[] }
  | { readonly kind: 'pre_period'; readonly rows: readonly (PrePeriodValue & Correctable)[] }
  | { readonly kind: 'strata'; readonly rows: readonly (UserStratum & Correctable)[] }

export type EventRowKind = EventRowsPage['kind']

/** In the order of their pages. */
export const EVENT_ROW_KINDS = [
  ...(['conversions', 'erasures', 'exclusions', 'exposures', 'identities'] as const),
  ...(['identity_conflicts', 'pre_period', 'strata'] as const),
] as const satisfies readonly EventRowKind[]

/** Rows of a page at most. */
export const MOST_PAGE_ROWS = 10_000

/** Rows that an engine reads at once: a read goes through the ids of all users, so many pages share one. */
export const MOST_READ_ROWS = 20_000
