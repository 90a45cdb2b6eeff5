import type { CrossMoments, Moments } from '@verdict/stats'
import type { Arm, EpochMs } from './event-batch.ts'

export interface RateSpikeRule {
  readonly maxEvents: number
  readonly windowMinutes: number
}

export interface MetricQuery {
  readonly name: string
  /** converted: outcome is 1 when a counted event has value > 0, else 0. sum: outcome is the sum of counted values, 0 without any. */
  readonly outcome: 'converted' | 'sum'
}

/** Who is counted, and which of their events. */
export interface PopulationQuery {
  readonly experimentId: string
  readonly armCount: number
  /** Events later than exposure + this many days are left out, when both carry a client time; null = no bound. */
  readonly attributionWindowDays: number | null
  /** Persons with more than maxEvents conversion events, of all their ids, within any window are left out; null = rule off. */
  readonly rateSpike: RateSpikeRule | null
}

export interface ReadoutQuery extends PopulationQuery {
  /** The first is the primary metric: it alone is crossed with the covariates and its events are timed. */
  readonly metrics: readonly [MetricQuery, ...MetricQuery[]]
  /** Which of the metrics the primary one is paired with, such as the denominator of a ratio; null: with none. */
  readonly pairedWith: number | null
  /** Whether the outcomes are wanted by cluster too. */
  readonly readsClusters: boolean
  /** Whether the primary outcome is wanted person by person too, as a histogram. */
  readonly readsHistograms: boolean
  /** The covariate whose quarters the cells are split by; null: they are not. It has to be among those that are read. */
  readonly quarteredBy: string | null
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

/** Persons of one arm, one stratum, one day of exposure, with or without all covariates: disjoint, so cells merge. */
export interface ReadoutCell {
  readonly arm: Arm
  /** Of the exposure that counts, by its client time (receive time when absent): UTC days since 1970-01-01. */
  readonly exposureDay: number
  /** From 0, the lowest values; null: the person has no value, or nothing is quartered. */
  readonly quarter: number | null
  /** null: the person has no stratum, or strata were not read. */
  readonly stratum: string | null
  /** The person has a value of every covariate of the experiment (false when there is none, or too many). */
  readonly hasAllCovariates: boolean
  readonly metrics: readonly MetricMoments[]
  /** [primary outcome, paired outcome if any, covariate 1, ...] in the order of `covariates`; null unless hasAllCovariates. */
  readonly crossed: CrossMoments | null
  /** [primary outcome, the outcome that it is paired with]; null unless asked for. */
  readonly paired: CrossMoments | null
}

/**
 * The clusters of one arm: over clusters [persons, sum of the outcomes of metric 0, of metric 1, ...]. A person without a
 * cluster is one; the persons of a cluster in several arms are a cluster in each.
 */
export interface ClusterMoments {
  readonly arm: Arm
  readonly moments: CrossMoments
  readonly personsWithoutCluster: number
}

/** How many persons of one arm have which primary outcome: ascending values, and as many counts. */
export interface OutcomeHistogram {
  readonly arm: Arm
  readonly values: readonly number[]
  readonly counts: readonly number[]
}

/** One of the quarters of a covariate; its bounds belong to it. */
export interface Quarter {
  readonly least: number
  readonly greatest: number
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
  /** Ascending by arm, stratum, quarter (null first), hasAllCovariates (false first), day; no empty cell, no holdout. */
  readonly cells: readonly ReadoutCell[]
  /** Ascending by arm; empty unless asked for, and without arms that have no persons. */
  readonly clusters: readonly ClusterMoments[]
  readonly histograms: readonly OutcomeHistogram[]
  /** By number; at most four, fewer where values are equal. Split at quartiles over the treated persons that are counted. */
  readonly quarters: readonly Quarter[]
  /** The persons in the holdout, by metric in the order of the query. */
  readonly heldOut: readonly MetricMoments[]
  /** Names that were ever recorded, ascending by code units; more than maxCovariates: counted, not read. */
  readonly covariates: readonly string[]
  readonly covariateCount: number
  readonly stratumCount: number
  readonly timing: EventTiming
}
