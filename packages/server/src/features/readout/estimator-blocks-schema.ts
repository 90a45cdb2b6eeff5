import { Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { ResultsResponse } from '../results/results-schema.ts'
import { MaybeFlag, MaybeNumber, MaybeText, MaybeWhole } from './comparison-schema.ts'

const LiveCupedArmStat = Type.Object(
  {
    variation_index: Type.Integer(),
    covariate_users: Type.Integer(),
    exposed_users: Type.Integer(),
    coverage: MaybeNumber,
    unadjusted_mean: MaybeNumber,
    adjusted_mean: MaybeNumber,
    adjusted_std: MaybeNumber,
  },
  { title: 'LiveCupedArmStat' },
)

const LiveCupedComparison = Type.Object(
  {
    treatment_index: Type.Integer(),
    status: Type.String(),
    control: LiveCupedArmStat,
    treatment: LiveCupedArmStat,
    analysis: nullable(ResultsResponse),
    variance_reduction_pct: MaybeNumber,
    note: MaybeText,
  },
  { title: 'LiveCupedComparison' },
)

const LiveCupedCovariate = Type.Object({ name: Type.String(), theta: Type.Number() }, { title: 'LiveCupedCovariate' })

export const LiveCupedBlock = Type.Object(
  {
    status: Type.String(),
    note: Type.String(),
    theta: MaybeNumber,
    num_covariates: MaybeWhole,
    covariates: Type.Array(LiveCupedCovariate),
    variance_reduction_pct: MaybeNumber,
    covariate_users_total: MaybeWhole,
    exposed_users_total: MaybeWhole,
    coverage_total: MaybeNumber,
    selection_caveat: MaybeText,
    comparisons: Type.Array(LiveCupedComparison),
  },
  { title: 'LiveCupedBlock' },
)

const LiveStratumEffect = Type.Object(
  {
    stratum: Type.String(),
    users: Type.Integer(),
    control_users: Type.Integer(),
    treatment_users: Type.Integer(),
    effect: MaybeNumber,
  },
  { title: 'LiveStratumEffect' },
)

const LiveStratifiedComparison = Type.Object(
  {
    treatment_index: Type.Integer(),
    status: Type.String(),
    effect: MaybeNumber,
    standard_error: MaybeNumber,
    test_statistic: MaybeNumber,
    p_value: MaybeNumber,
    p_value_log10: MaybeNumber,
    ci_lower: MaybeNumber,
    ci_upper: MaybeNumber,
    ci_level: MaybeNumber,
    is_significant: MaybeFlag,
    variance_reduction_pct: MaybeNumber,
    num_strata: MaybeWhole,
    strata: Type.Array(LiveStratumEffect),
    note: MaybeText,
  },
  { title: 'LiveStratifiedComparison' },
)

export const LiveStratifiedBlock = Type.Object(
  {
    status: Type.String(),
    note: Type.String(),
    num_strata: MaybeWhole,
    stratified_users_total: MaybeWhole,
    exposed_users_total: MaybeWhole,
    comparisons: Type.Array(LiveStratifiedComparison),
  },
  { title: 'LiveStratifiedBlock' },
)
