import type { components } from '@verdict/client'

export type LiveStats = components['schemas']['LiveStatsResponse']
export type Comparison = components['schemas']['LiveComparison']
export type Decision = components['schemas']['DecisionReadoutResponse']
export type Reason = components['schemas']['DecisionReason']

/** One consistent read of an experiment: statistics and verdict of the same data version. */
export interface Reading {
  readonly live: Tagged<LiveStats>
  readonly decision: Tagged<Decision>
  /** When this version arrived here, in milliseconds. */
  readonly readAt: number
}

/** An answer with the tag that asks for it only if it has changed. */
export interface Tagged<T> {
  readonly body: T
  readonly etag: string | null
}
