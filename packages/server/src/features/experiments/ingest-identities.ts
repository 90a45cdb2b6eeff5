import { route } from '../../http/route.ts'
import { linkOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { IdentityIngestRequest, IngestResultResponse } from './ingestion-schema.ts'

export const ingestIdentities = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/identities',
  operationId: 'ingestIdentities',
  tag: 'experiments',
  summary: 'Link anonymous ids to persons',
  description:
    'Both ids are one person from then on, in events before and after. Links to itself and chains are refused, item by item.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: IdentityIngestRequest,
  example: { identities: [{ anonymous_id: 'cookie-9f3a', canonical_id: 'user-42' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.identities', () => ({
      kind: 'identities',
      items: body.identities.map(linkOf),
    }))
  },
})
