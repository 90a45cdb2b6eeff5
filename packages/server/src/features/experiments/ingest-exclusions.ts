import { route } from '../../http/route.ts'
import { exclusionOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { ExclusionIngestRequest, IngestResultResponse } from './ingestion-schema.ts'

export const ingestExclusions = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/exclusions',
  operationId: 'ingestExclusions',
  tag: 'experiments',
  summary: 'Leave persons out of the analysis',
  description: 'Everything they did stays stored. The read-out counts them by arm and tests whether they are uneven.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: ExclusionIngestRequest,
  example: { exclusions: [{ user_id: 'tester-1', exclusion_reason: 'internal' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.exclusions', () => ({
      kind: 'exclusions',
      items: body.exclusions.map(exclusionOf),
    }))
  },
})
