import { Type } from 'typebox'
import { notFound } from '../../http/errors.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { reply, route } from '../../http/route.ts'
import { shownAs } from '../../http/schema.ts'
import { ingestAudited } from './audited-ingestion.ts'
import type { IngestionDeps } from './ingestion.ts'

const ExclusionParams = Type.Object({
  experiment_id: shownAs(Type.String(), EXAMPLE_IDS.project),
  user_id: shownAs(Type.String({ minLength: 1, maxLength: 200 }), 'u1'),
})

export const liftExclusion = route({
  method: 'DELETE',
  path: '/api/v1/experiments/{experiment_id}/exclusions/{user_id}',
  operationId: 'liftExclusion',
  tag: 'experiments',
  summary: 'Count an excluded user again',
  description: 'For this id alone: a person stays out while another of its ids is excluded. Written to the audit log.',
  scope: 'write',
  params: ExclusionParams,
  responses: { 204: null },
  errors: [400, 404, 503],
  async handle(request, deps: IngestionDeps) {
    const userId = request.params.user_id
    const { recorded } = await ingestAudited(request, deps, {
      action: 'exclusion.lift',
      batch: { kind: 'lifted_exclusions', items: [{ userId }] },
      diff: () => ({ user_id: [userId, null] }),
    })
    if (recorded === 0) throw notFound({ key: 'notFound' }, 'exclusion_not_found')
    return reply(204, null)
  },
})
