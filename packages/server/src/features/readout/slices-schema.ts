import { type Static, Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { AdjustedComparison } from './adjusted-comparison.ts'
import { MaybeNumber, MaybeText, MaybeWhole } from './comparison-schema.ts'

const Slice = Type.Object(
  {
    /** Stratum, number of the quarter, ISO day of the week (1 is Monday), or the Monday of the week; null: not known. */
    key: MaybeText,
    /** Least and greatest value of a quarter. */
    least: MaybeNumber,
    greatest: MaybeNumber,
    exposed_users: Type.Integer(),
    arms: Type.Array(
      Type.Object({ variation_index: Type.Integer(), exposed_users: Type.Integer(), value: MaybeNumber }),
    ),
    comparisons: Type.Array(AdjustedComparison),
  },
  { title: 'Slice' },
)

const SliceInteraction = Type.Object(
  {
    treatment_index: Type.Integer(),
    slices: Type.Integer(),
    statistic: MaybeNumber,
    degrees_of_freedom: MaybeWhole,
    p_value: MaybeNumber,
    p_value_log10: MaybeNumber,
    inconsistency: MaybeNumber,
  },
  { title: 'SliceInteraction' },
)

export const SlicesResponse = Type.Object(
  {
    experiment_id: Type.String(),
    metric: Type.String(),
    metric_type: Type.String(),
    by: Type.String(),
    /** Why there are no comparisons: clusters, ranks, too_many; null where there are. */
    not_compared: MaybeText,
    data_version: Type.String(),
    slices: Type.Array(Slice),
    interactions: Type.Array(SliceInteraction),
    multiplicity: nullable(Type.Object({ method: Type.String(), tests: Type.Integer(), note: Type.String() })),
  },
  { title: 'SlicesResponse' },
)

export type Slices = Static<typeof SlicesResponse>
