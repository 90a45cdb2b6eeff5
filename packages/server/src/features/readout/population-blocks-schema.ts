import { Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { MaybeFlag, MaybeNumber, MaybeText, MaybeWhole } from './comparison-schema.ts'

const LiveSrmSequential = Type.Object({
  status: Type.String(),
  p_value: MaybeNumber,
  p_value_log10: MaybeNumber,
  is_srm: MaybeFlag,
})
const LiveSrmCause = Type.Object({
  code: Type.String(),
  evidence: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
})

export const LiveSrmBlock = Type.Object(
  {
    status: Type.String(),
    chi_square: MaybeNumber,
    p_value: MaybeNumber,
    p_value_log10: MaybeNumber,
    is_srm: Type.Boolean(),
    observed_counts: Type.Array(Type.Integer()),
    expected_counts: Type.Array(Type.Number()),
    verdict: Type.String(),
    sequential: LiveSrmSequential,
    causes: Type.Array(LiveSrmCause),
  },
  { title: 'LiveSrmBlock' },
)

export const LiveSequentialBlock = Type.Object(
  {
    status: Type.String(),
    n_looks: Type.Integer(),
    planned_sample_size_per_variant: MaybeWhole,
    total_exposed: Type.Integer(),
    information_fraction: MaybeNumber,
    current_boundary_z: MaybeNumber,
    note: Type.String(),
  },
  { title: 'LiveSequentialBlock' },
)

export const LiveEventTimingBlock = Type.Object(
  {
    status: Type.String(),
    metric: MaybeText,
    horizon_days: MaybeNumber,
    in_window: MaybeWhole,
    late: MaybeWhole,
    out_of_order: MaybeWhole,
    total: MaybeWhole,
    before_exposure_left_out: MaybeWhole,
    after_window_left_out: MaybeWhole,
    without_client_time: MaybeWhole,
  },
  { title: 'LiveEventTimingBlock' },
)

export const LiveIdentityResolutionBlock = Type.Object(
  {
    status: Type.String(),
    linked_identities: MaybeWhole,
    canonicalized_events: MaybeWhole,
    merged_users: MaybeWhole,
  },
  { title: 'LiveIdentityResolutionBlock' },
)

export const LiveExclusionBlock = Type.Object(
  {
    status: Type.String(),
    total_filtered: MaybeWhole,
    manual_filtered: MaybeWhole,
    rate_spike_filtered: MaybeWhole,
  },
  { title: 'LiveExclusionBlock' },
)

const PopulationFilter = Type.Object({
  reason: Type.String(),
  by_arm: Type.Array(Type.Integer()),
  imbalance_p_value: MaybeNumber,
  imbalance_p_value_log10: MaybeNumber,
})

const PopulationConflicts = Type.Object({
  several_arms: Type.Integer(),
  treated_and_held_out: Type.Integer(),
  several_strata: Type.Integer(),
  covariate: Type.Integer(),
  identity: Type.Integer(),
})

export const LivePopulationBlock = Type.Object(
  {
    status: Type.String(),
    policy_version: MaybeText,
    fingerprint: MaybeText,
    treated_users: MaybeWhole,
    holdout_users: MaybeWhole,
    excluded_users: MaybeWhole,
    manual_excluded: MaybeWhole,
    rate_spike_excluded: MaybeWhole,
    linked_identities: MaybeWhole,
    policy_aligned: MaybeFlag,
    conflicts: nullable(PopulationConflicts),
    filters: Type.Array(PopulationFilter),
  },
  { title: 'LivePopulationBlock' },
)
