import { Type } from 'typebox'
import { route } from '../../http/route.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { AssignmentPreviewRequest, previewComputation } from './preview-computation.ts'

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
  responses: { 200: AssignmentPreviewResponse, 202: JobResponse },
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, previewComputation, request.body, preview => preview)
  },
})
