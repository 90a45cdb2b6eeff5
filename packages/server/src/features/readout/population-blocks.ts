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
  const { treatedUsers, heldOutUsers, identities } = readout.population
  const { manual, spike } = leftOut(readout)
  const out = `excluded=${manual + spike}|manual=${manual}|spike=${spike}|links=${identities.links}`
  return {
    status: 'ok',
    policy_version: POLICY_VERSION,
    fingerprint: `${POLICY_VERSION}|metric=${metric}|treated=${treatedUsers}|holdout=${heldOutUsers}|${out}`,
    treated_users: treatedUsers,
    holdout_users: heldOutUsers,
    excluded_users: manual + spike,
    manual_excluded: manual,
    rate_spike_excluded: spike,
    linked_identities: identities.links,
    policy_aligned: true,
    conflicts: conflictsOf(readout),
    filters: filtersOf(readout, arms),
  }
}

export function exclusionsBlock(readout: Readout): LiveStats['exclusions'] {
  const { manual, spike } = leftOut(readout)
  return {
    status: manual + spike > 0 ? 'active' : 'inactive',
    total_filtered: manual + spike,
    manual_filtered: manual,
    rate_spike_filtered: spike,
  }
}

export function identityBlock({ population: { identities } }: Readout): LiveStats['identity_resolution'] {
  return {
    status: identities.links > 0 ? 'active' : 'inactive',
    linked_identities: identities.links,
    canonicalized_events: identities.foldedEvents,
    merged_users: identities.mergedPersons,
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

function leftOut({ population }: Readout): { readonly manual: number; readonly spike: number } {
  return { manual: sumOf(population.manuallyExcludedByArm), spike: sumOf(population.rateSpikeExcludedByArm) }
}

function conflictsOf({ population: { conflicts } }: Readout): LiveStats['population']['conflicts'] {
  return {
    several_arms: conflicts.severalArms,
    treated_and_held_out: conflicts.treatedAndHeldOut,
    several_strata: conflicts.severalStrata,
    covariate: conflicts.covariate,
    identity: conflicts.identity,
  }
}

/** Manual exclusions are taken out first, so their arms are those of everybody; rates are judged of those who remain. */
function filtersOf({ population }: Readout, arms: readonly ArmMoments[]): LiveStats['population']['filters'] {
  const { manuallyExcludedByArm: manual, rateSpikeExcludedByArm: spikes } = population
  const afterManual = arms.map(({ outcome }, arm) => outcome.n + spikes[arm]!)
  const everybody = afterManual.map((count, arm) => count + manual[arm]!)
  return [...filterOf('manual', manual, everybody), ...filterOf('rate_spike', spikes, afterManual)]
}

// Does the filter take as many from each arm as the arms hold? Against the arms before the filter.
function filterOf(reason: string, byArm: readonly number[], before: readonly number[]) {
  if (sumOf(byArm) === 0) return []
  const test = before.every(count => count > 0) ? sampleRatioTest(byArm, before) : null
  const imbalance = test?.ok ? test.value : null
  return [
    {
      reason,
      by_arm: [...byArm],
      imbalance_p_value: imbalance === null ? null : round(imbalance.pValue, 6),
      imbalance_p_value_log10: imbalance === null ? null : round(imbalance.pValueLog10, 6),
    },
  ]
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
