import { sampleRatioTest } from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import { round } from '../../http/wire-numbers.ts'
import type { ArmMoments } from './arm-moments.ts'
import type { LiveStats } from './live-stats-schema.ts'
import { TIMING_HORIZON_DAYS } from './readout-query.ts'

const POLICY_VERSION = 'analytical_population_v1'

/** Who is counted, and who was left out. */
export function populationBlock(
  readout: Readout,
  metric: string,
  arms: readonly ArmMoments[],
): LiveStats['population'] {
  const { treatedUsers, heldOutUsers, rateSpikeExcludedByArm } = readout.population
  const spike = rateSpikeExcludedByArm.reduce((sum, count) => sum + count, 0)
  const counts = `treated=${treatedUsers}|holdout=${heldOutUsers}|excluded=${spike}|manual=0|spike=${spike}|links=0`
  return {
    status: 'ok',
    policy_version: POLICY_VERSION,
    fingerprint: `${POLICY_VERSION}|metric=${metric}|${counts}`,
    treated_users: treatedUsers,
    holdout_users: heldOutUsers,
    excluded_users: spike,
    manual_excluded: 0,
    rate_spike_excluded: spike,
    linked_identities: 0,
    policy_aligned: true,
    conflicts: null,
    filters: spike === 0 ? [] : [rateSpikeFilter(rateSpikeExcludedByArm, arms)],
  }
}

export function exclusionsBlock({ population }: Readout): LiveStats['exclusions'] {
  const spike = population.rateSpikeExcludedByArm.reduce((sum, count) => sum + count, 0)
  return {
    status: spike > 0 ? 'active' : 'inactive',
    total_filtered: spike,
    manual_filtered: 0,
    rate_spike_filtered: spike,
  }
}

export function eventTimingBlock({ timing }: Readout, metric: string): LiveStats['event_timing'] {
  return {
    status: 'ok',
    metric,
    horizon_days: TIMING_HORIZON_DAYS,
    in_window: timing.inWindow,
    late: timing.late,
    out_of_order: timing.outOfOrder,
    total: timing.total,
    before_exposure_left_out: timing.beforeExposureLeftOut,
    after_window_left_out: timing.afterWindowLeftOut,
    without_client_time: timing.withoutClientTime,
  }
}

// Does the filter take as many from each arm as the arms hold? Against the arms before the filter.
function rateSpikeFilter(excludedByArm: readonly number[], arms: readonly ArmMoments[]) {
  const before = arms.map(({ outcome }, arm) => outcome.n + excludedByArm[arm]!)
  const test = before.every(count => count > 0) ? sampleRatioTest(excludedByArm, before) : null
  return {
    reason: 'rate_spike',
    by_arm: [...excludedByArm],
    imbalance_p_value: test?.ok ? round(test.value.pValue, 6) : null,
    imbalance_p_value_log10: test?.ok ? round(test.value.pValueLog10, 6) : null,
  }
}
