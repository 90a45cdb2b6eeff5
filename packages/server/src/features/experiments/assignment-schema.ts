import { Type } from 'typebox'
import { JsonObject, nullable, oneOfNumbers, optional, record, withDefault } from '../../http/schema.ts'

export const ExperimentAssignmentRequest = record('ExperimentAssignmentRequest', {
  user_id: Type.String({ minLength: 1, maxLength: 200 }),
  attributes: optional(JsonObject),
  hash_version: withDefault(oneOfNumbers(1, 2), 2),
})

const GrowthBookAssignmentResult = Type.Object(
  {
    key: Type.String(),
    variationId: Type.Integer(),
    inExperiment: Type.Boolean(),
    hashUsed: Type.Boolean(),
    hashAttribute: Type.String(),
    hashValue: Type.String(),
    bucket: nullable(Type.Number()),
  },
  { title: 'GrowthBookAssignmentResult' },
)

export const ExperimentAssignmentResponse = Type.Object(
  {
    experiment_id: Type.String(),
    user_id: Type.String(),
    seed: Type.String(),
    variation_index: Type.Integer(),
    in_experiment: Type.Boolean(),
    hash: nullable(Type.Number()),
    num_variations: Type.Integer(),
    coverage: Type.Number(),
    weights: Type.Array(Type.Number()),
    hash_version: Type.Integer(),
    sticky: Type.Boolean(),
    holdout: Type.Boolean(),
    namespace_excluded: Type.Boolean(),
    targeting_excluded: Type.Boolean(),
    growthbook: GrowthBookAssignmentResult,
  },
  { title: 'ExperimentAssignmentResponse' },
)
