import { reply, route } from '../../http/route.ts'
import { ingestAudited } from './audited-ingestion.ts'
import { stratumOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import type { IngestionDeps } from './ingestion.ts'
import { IngestResultResponse, StratumIngestRequest } from './ingestion-schema.ts'

export const correctStrata = route({
  method: 'PUT',
  path: '/api/v1/experiments/{experiment_id}/strata',
  operationId: 'correctStrata',
  tag: 'experiments',
  summary: 'Correct the stratum of users',
  description:
    'Stands for the whole person, whatever was recorded; the last correction wins. Written to the audit log.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: StratumIngestRequest,
  example: { strata: [{ user_id: 'user-42', stratum: 'android' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  async handle(request, deps: IngestionDeps) {
    const items = request.body.strata.map(stratumOf)
    const result = await ingestAudited(request, deps, {
      action: 'strata.correct',
      batch: { kind: 'stratum_corrections', items },
      diff: ({ recorded }) => ({ recorded: [null, recorded] }),
    })
    return reply(200, result)
  },
})
