import { type Static, Type } from 'typebox'
import { AdjustedComparison } from './adjusted-comparison.ts'
import { LiveComparison } from './comparison-schema.ts'
import { LiveCupedBlock, LiveStratifiedBlock } from './estimator-blocks-schema.ts'
import {
  LiveEventTimingBlock,
  LiveExclusionBlock,
  LiveIdentityResolutionBlock,
  LivePopulationBlock,
  LiveSequentialBlock,
  LiveSrmBlock,
} from './population-blocks-schema.ts'
import { LiveGuardrailBlock, LiveHoldoutBlock } from './safety-blocks-schema.ts'

const LookComparison = Type.Object({
  treatment_index: Type.Integer(),
  test_statistic: Type.Number(),
  crossed: Type.Boolean(),
})

const RecordedLook = Type.Object({
  look: Type.Integer(),
  information_fraction: Type.Number(),
  recorded_at: Type.String(),
  boundary_z: Type.Number(),
  comparisons: Type.Array(LookComparison),
})

const LiveSecondaryBlock = Type.Object({
  status: Type.String(),
  adjustment: Type.String(),
  metrics: Type.Array(
    Type.Object({
      name: Type.String(),
      metric_type: Type.String(),
      direction: Type.String(),
      comparisons: Type.Array(AdjustedComparison),
    }),
  ),
})

/** The whole live read-out; every key is there, null where it does not apply. */
export const LiveStatsResponse = Type.Object(
  {
    experiment_id: Type.String(),
    metric_type: Type.String(),
    primary_metric_name: Type.String(),
    exposures_total: Type.Integer(),
    conversions_total: Type.Integer(),
    data_version: Type.String(),
    disclaimer: Type.String(),
    srm: LiveSrmBlock,
    comparisons: Type.Array(LiveComparison),
    sequential: LiveSequentialBlock,
    looks: Type.Array(RecordedLook),
    cuped: LiveCupedBlock,
    stratified: LiveStratifiedBlock,
    guardrail: LiveGuardrailBlock,
    secondary: LiveSecondaryBlock,
    holdout: LiveHoldoutBlock,
    event_timing: LiveEventTimingBlock,
    identity_resolution: LiveIdentityResolutionBlock,
    exclusions: LiveExclusionBlock,
    population: LivePopulationBlock,
  },
  { title: 'LiveStatsResponse' },
)

export type LiveStats = Static<typeof LiveStatsResponse>
