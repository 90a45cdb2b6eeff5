import { route } from '../../http/route.ts'
import { heldOutOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { HoldoutIngestRequest, IngestResultResponse } from './ingestion-schema.ts'

export const ingestHoldout = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/holdout',
  operationId: 'ingestHoldout',
  tag: 'experiments',
  summary: 'Record who is held out',
  description: 'An exposure to nothing, variation -1. The first exposure of a user wins: one who saw an arm keeps it.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: HoldoutIngestRequest,
  example: { holdout: [{ user_id: 'user-7', occurred_at: '2026-05-01T09:00:00Z' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.holdout', () => ({
      kind: 'exposures',
      items: body.holdout.map(heldOutOf),
    }))
  },
})
