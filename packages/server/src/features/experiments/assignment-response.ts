import type { Assignment } from '@verdict/sdk'
import type { Static } from 'typebox'
import type { ExperimentAssignmentResponse } from './assignment-schema.ts'

export interface AssignmentCall {
  readonly experimentId: string
  readonly userId: string
  readonly hashVersion: number
}

/** An assignment as the wire prints it, with GrowthBook's own shape beside ours. */
export function assignmentResponse(
  { experimentId, userId, hashVersion }: AssignmentCall,
  assignment: Assignment,
): Static<typeof ExperimentAssignmentResponse> {
  return {
    experiment_id: experimentId,
    user_id: userId,
    seed: experimentId,
    variation_index: assignment.arm,
    in_experiment: assignment.inExperiment,
    hash: assignment.hash,
    num_variations: assignment.weights.length,
    coverage: assignment.coverage,
    weights: [...assignment.weights],
    hash_version: hashVersion,
    sticky: assignment.sticky,
    holdout: assignment.holdout,
    namespace_excluded: assignment.namespaceExcluded,
    targeting_excluded: assignment.targetingExcluded,
    growthbook: {
      key: experimentId,
      variationId: assignment.inExperiment ? assignment.arm : 0,
      inExperiment: assignment.inExperiment,
      hashUsed: assignment.inExperiment && !assignment.sticky,
      hashAttribute: 'id',
      hashValue: userId,
      bucket: assignment.hash,
    },
  }
}
