import type { Conflicts, EventTiming, Identities, MetricMoments, Readout, ReadoutQuery } from './event-store.ts'

export const NO_CONFLICTS: Conflicts = {
  severalArms: 0,
  treatedAndHeldOut: 0,
  severalStrata: 0,
  covariate: 0,
  identity: 0,
}

export const NO_IDENTITIES: Identities = { links: 0, foldedEvents: 0, mergedPersons: 0 }

export const NO_EVENTS: EventTiming = {
  total: 0,
  inWindow: 0,
  late: 0,
  outOfOrder: 0,
  beforeExposureLeftOut: 0,
  afterWindowLeftOut: 0,
  withoutClientTime: 0,
}

export const NOBODY: MetricMoments = { converted: 0, outcome: { n: 0, mean: 0, m2: 0 } }

/** Of an experiment that nothing was recorded for. */
export function emptyReadout({ armCount, metrics }: ReadoutQuery): Readout {
  return {
    dataVersion: '0',
    population: {
      treatedUsers: 0,
      heldOutUsers: 0,
      firstExposureAt: null,
      manuallyExcludedByArm: Array(armCount).fill(0),
      rateSpikeExcludedByArm: Array(armCount).fill(0),
      conflicts: NO_CONFLICTS,
      identities: NO_IDENTITIES,
    },
    cells: [],
    clusters: [],
    histograms: [],
    quarters: [],
    heldOut: metrics.map(() => NOBODY),
    covariates: [],
    covariateCount: 0,
    stratumCount: 0,
    timing: NO_EVENTS,
  }
}

/** From the columns of the question event-timing. */
export function timingOf(count: (column: string) => number): EventTiming {
  const late = count('late') + count('late_by_receipt')
  const outOfOrder = count('out_of_order') + count('out_of_order_by_receipt')
  return {
    total: count('total'),
    inWindow: count('total') - late - outOfOrder,
    late,
    outOfOrder,
    beforeExposureLeftOut: count('out_of_order'),
    afterWindowLeftOut: count('after_window'),
    withoutClientTime: count('without_client_time'),
  }
}
