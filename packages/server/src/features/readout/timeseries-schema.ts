import { type Static, Type } from 'typebox'
import { MaybeFlag, MaybeNumber, MaybeText } from './comparison-schema.ts'

const TimeseriesDay = Type.Object(
  {
    date: Type.String(),
    arms: Type.Array(
      Type.Object({ variation_index: Type.Integer(), exposed_users: Type.Integer(), value: MaybeNumber }),
    ),
    srm: Type.Object({
      p_value: MaybeNumber,
      p_value_log10: MaybeNumber,
      is_srm: Type.Boolean(),
      sequential_p_value: MaybeNumber,
      sequential_is_srm: MaybeFlag,
    }),
    comparisons: Type.Array(
      Type.Object({
        treatment_index: Type.Integer(),
        effect: MaybeNumber,
        ci_lower: MaybeNumber,
        ci_upper: MaybeNumber,
        p_value: MaybeNumber,
        p_value_log10: MaybeNumber,
        always_valid_lower: MaybeNumber,
        always_valid_upper: MaybeNumber,
        always_valid_p_value: MaybeNumber,
        always_valid_p_value_log10: MaybeNumber,
      }),
    ),
  },
  { title: 'TimeseriesDay' },
)

export const TimeseriesResponse = Type.Object(
  {
    experiment_id: Type.String(),
    metric: Type.String(),
    metric_type: Type.String(),
    /** Why there are no comparisons: clusters, ranks; null where there are. */
    not_compared: MaybeText,
    data_version: Type.String(),
    days: Type.Array(TimeseriesDay),
  },
  { title: 'TimeseriesResponse' },
)

export type Timeseries = Static<typeof TimeseriesResponse>
