import { Type } from 'typebox'
import { JsonObject, nullable, oneOf, optional, record } from '../../http/schema.ts'
import { ExperimentAssignmentResponse } from '../experiments/assignment-schema.ts'

const MOST_EXPERIMENTS = 1000

const SdkNamespace = Type.Object(
  { id: Type.String(), range_start: Type.Number(), range_end: Type.Number() },
  { title: 'SdkNamespace' },
)

type Scalar = string | number | boolean

const SdkTargetingRule = Type.Object(
  {
    attribute: Type.String(),
    operator: oneOf('equals', 'not_equals', 'in', 'gt', 'lt', 'gte', 'lte'),
    value: Type.Unsafe<Scalar | readonly Scalar[]>({
      type: ['string', 'number', 'boolean', 'array'],
      items: { type: ['string', 'number', 'boolean'] },
    }),
  },
  { title: 'SdkTargetingRule' },
)

const SdkExperiment = Type.Object(
  {
    id: Type.String(),
    seed: Type.String(),
    hashVersion: Type.Integer(),
    weights: Type.Array(Type.Number()),
    coverage: Type.Number(),
    holdout_fraction: Type.Number(),
    // [start, end) of each arm, control first.
    ranges: Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
    namespace: nullable(SdkNamespace),
    targeting_rules: Type.Array(SdkTargetingRule),
  },
  { title: 'SdkExperiment' },
)

export const SdkConfigResponse = Type.Object(
  {
    // The entity tag without its quotes.
    version: Type.String(),
    experiments: Type.Array(SdkExperiment),
  },
  { title: 'SdkConfigResponse' },
)

export const AssignManyRequest = record('AssignManyRequest', {
  user_id: Type.String({ minLength: 1, maxLength: 200 }),
  attributes: optional(JsonObject),
  experiment_ids: optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: MOST_EXPERIMENTS })),
})

export const AssignManyResponse = Type.Array(ExperimentAssignmentResponse, { title: 'AssignManyResponse' })
