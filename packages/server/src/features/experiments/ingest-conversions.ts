import { route } from '../../http/route.ts'
import { conversionOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { ConversionIngestRequest, IngestResultResponse } from './ingestion-schema.ts'

export const ingestConversions = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/conversions',
  operationId: 'ingestConversions',
  tag: 'experiments',
  summary: 'Record metric events',
  description: 'An idempotency key is unique per metric; without one every call adds its events again.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: ConversionIngestRequest,
  example: {
    conversions: [{ user_id: 'user-42', metric: 'purchase', value: 1, idempotency_key: 'order-1001' }],
  },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.conversions', () => ({
      kind: 'conversions',
      items: body.conversions.map(conversionOf),
    }))
  },
})
