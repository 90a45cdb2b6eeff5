import { route } from '../../http/route.ts'
import { prePeriodOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { IngestResultResponse, PrePeriodIngestRequest } from './ingestion-schema.ts'

export const ingestPrePeriod = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/pre-period',
  operationId: 'ingestPrePeriod',
  tag: 'experiments',
  summary: 'Record covariates from before the start',
  description: 'One value per user and covariate; the first wins. They sharpen the CUPED estimate.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: PrePeriodIngestRequest,
  example: { pre_period_values: [{ user_id: 'user-42', value: 129.5, covariate_name: 'revenue_last_year' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.pre_period', () => ({
      kind: 'pre_period',
      items: body.pre_period_values.map(prePeriodOf),
    }))
  },
})
