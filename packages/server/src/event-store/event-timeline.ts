import type { CrossMoments } from '@verdict/stats'
import type { Arm } from './event-batch.ts'
import type { MetricQuery, PopulationQuery } from './event-readout.ts'

export interface TimelineQuery extends PopulationQuery {
  /** One metric, or a metric and what it is paired with. */
  readonly metrics: readonly [MetricQuery] | readonly [MetricQuery, MetricQuery]
}

/** One arm as it stood at the end of a day: everybody exposed by then, with their counted events until then. */
export interface TimelineDay {
  /** UTC days since 1970-01-01. */
  readonly day: number
  readonly arm: Arm
  /** Of the outcomes of the query's metrics. */
  readonly moments: CrossMoments
}

/**
 * How the arms came to be what they are. An event belongs to the day of its client time (receive time when absent), or to
 * the day of the exposure where that is later.
 */
export interface Timeline {
  readonly dataVersion: string
  /** Ascending by day, then arm; an arm has an entry for each day on which it changed. */
  readonly days: readonly TimelineDay[]
}
