import { route } from '../../http/route.ts'
import { stratumOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { IngestResultResponse, StratumIngestRequest } from './ingestion-schema.ts'

export const ingestStrata = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/strata',
  operationId: 'ingestStrata',
  tag: 'experiments',
  summary: 'Record the stratum of users',
  description: 'One stratum per user; the first wins. They sharpen the post-stratified estimate.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: StratumIngestRequest,
  example: { strata: [{ user_id: 'user-42', stratum: 'ios' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.strata', () => ({
      kind: 'strata',
      items: body.strata.map(stratumOf),
    }))
  },
})
