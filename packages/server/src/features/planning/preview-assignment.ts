import { bucketRanges, chooseArm, hashToUnit } from '@verdict/sdk'
import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { oneOfNumbers, optional, record, withDefault } from '../../http/schema.ts'

const SHOWN = 25

const AssignmentPreviewRequest = record('AssignmentPreviewRequest', {
  seed: Type.String({ minLength: 1, maxLength: 200 }),
  num_variations: Type.Integer({ minimum: 2, maximum: 10 }),
  coverage: withDefault(Type.Number({ minimum: 0, maximum: 1 }), 1),
  weights: optional(Type.Array(Type.Number())),
  sample_size: withDefault(Type.Integer({ minimum: 1, maximum: 100_000 }), 1000),
  user_id_prefix: withDefault(Type.String({ maxLength: 80 }), 'user-'),
  hash_version: withDefault(oneOfNumbers(1, 2), 2),
})

const AssignmentPreviewResponse = Type.Object(
  {
    sample_size: Type.Integer(),
    in_experiment_fraction: Type.Number(),
    distribution: Type.Array(
      Type.Object(
        { variation_index: Type.Integer(), count: Type.Integer(), fraction: Type.Number() },
        { title: 'AssignmentDistributionBucket' },
      ),
    ),
    sample_assignments: Type.Array(
      Type.Object({ user_id: Type.String(), variation_index: Type.Integer() }, { title: 'AssignmentPreviewSample' }),
    ),
  },
  { title: 'AssignmentPreviewResponse' },
)

export const previewAssignment = route({
  method: 'POST',
  path: '/api/v1/assignment/preview',
  operationId: 'previewAssignment',
  tag: 'planning',
  summary: 'How a seed spreads users over arms',
  description: 'Users are the prefix and 0, 1, 2, ...; variation -1 is outside the experiment.',
  scope: 'read',
  body: AssignmentPreviewRequest,
  example: { seed: 'checkout', num_variations: 2, sample_size: 1000 },
  responses: { 200: AssignmentPreviewResponse },
  handle({ body }) {
    const ranges = bucketRanges({ weights: body.weights, count: body.num_variations, coverage: body.coverage })
    const assignments = Array.from({ length: body.sample_size }, (_, index) => {
      const userId = `${body.user_id_prefix}${index}`
      const unit = hashToUnit({ seed: body.seed, value: userId, hashVersion: body.hash_version })
      return { user_id: userId, variation_index: unit === null ? -1 : chooseArm(unit, ranges) }
    })
    const distribution = distributionOf(assignments.map(({ variation_index: arm }) => arm))
    const outside = distribution.find(({ variation_index: arm }) => arm === -1)?.count ?? 0
    return reply(200, {
      sample_size: body.sample_size,
      in_experiment_fraction: (body.sample_size - outside) / body.sample_size,
      distribution,
      sample_assignments: assignments.slice(0, SHOWN),
    })
  },
})

// By arm, ascending; an arm that got nobody is left out.
function distributionOf(arms: readonly number[]) {
  const counts = new Map<number, number>()
  for (const arm of arms) counts.set(arm, (counts.get(arm) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([arm, count]) => ({ variation_index: arm, count, fraction: count / arms.length }))
}
