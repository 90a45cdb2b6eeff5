import { Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { ResultsResponse } from '../results/results-schema.ts'

export const MaybeNumber = nullable(Type.Number())
export const MaybeWhole = nullable(Type.Integer())
export const MaybeText = nullable(Type.String())
export const MaybeFlag = nullable(Type.Boolean())

export const LiveAlwaysValidBlock = Type.Object(
  {
    status: Type.String(),
    always_valid_p_value: MaybeNumber,
    always_valid_p_value_log10: MaybeNumber,
    confidence_level: MaybeNumber,
    ci_sequence_lower: MaybeNumber,
    ci_sequence_upper: MaybeNumber,
    is_significant: MaybeFlag,
    mixture_variance: MaybeNumber,
    note: MaybeText,
  },
  { title: 'LiveAlwaysValidBlock' },
)

const LiveArmStat = Type.Object(
  {
    variation_index: Type.Integer(),
    exposed_users: Type.Integer(),
    converted_users: Type.Integer(),
    conversion_rate: MaybeNumber,
    mean: MaybeNumber,
    std: MaybeNumber,
    ratio: MaybeNumber,
  },
  { title: 'LiveArmStat' },
)

export const LiveComparison = Type.Object(
  {
    treatment_index: Type.Integer(),
    status: Type.String(),
    control: LiveArmStat,
    treatment: LiveArmStat,
    analysis: nullable(ResultsResponse),
    probability_treatment_beats_control: MaybeNumber,
    sequential_significant: MaybeFlag,
    always_valid: nullable(LiveAlwaysValidBlock),
    note: MaybeText,
  },
  { title: 'LiveComparison' },
)
