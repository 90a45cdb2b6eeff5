import { reply, route } from '../../http/route.ts'
import { ingestAudited } from './audited-ingestion.ts'
import { prePeriodOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import type { IngestionDeps } from './ingestion.ts'
import { IngestResultResponse, PrePeriodIngestRequest } from './ingestion-schema.ts'

export const correctPrePeriod = route({
  method: 'PUT',
  path: '/api/v1/experiments/{experiment_id}/pre-period',
  operationId: 'correctPrePeriod',
  tag: 'experiments',
  summary: 'Correct covariates of users',
  description:
    'Stands for the whole person, whatever was recorded; the last correction wins. Written to the audit log.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: PrePeriodIngestRequest,
  example: { pre_period_values: [{ user_id: 'user-42', value: 131, covariate_name: 'revenue_last_year' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  async handle(request, deps: IngestionDeps) {
    const items = request.body.pre_period_values.map(prePeriodOf)
    const result = await ingestAudited(request, deps, {
      action: 'pre_period.correct',
      batch: { kind: 'pre_period_corrections', items },
      diff: ({ recorded }) => ({ recorded: [null, recorded] }),
    })
    return reply(200, result)
  },
})
