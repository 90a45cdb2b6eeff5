import { invalid } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { exposureOf } from './event-items.ts'
import { ExperimentParams } from './experiment-params.ts'
import { type IngestionDeps, ingest } from './ingestion.ts'
import { ExposureIngestRequest, IngestResultResponse } from './ingestion-schema.ts'

export const ingestExposures = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/exposures',
  operationId: 'ingestExposures',
  tag: 'experiments',
  summary: 'Record who saw which arm',
  description:
    "A user's first exposure wins. The batch is stored whole or not at all, and is on disk before the answer.",
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: ExposureIngestRequest,
  example: { exposures: [{ user_id: 'user-42', variation_index: 1, occurred_at: '2026-05-01T09:00:00Z' }] },
  responses: { 200: IngestResultResponse },
  errors: [400, 404, 503],
  handle(request, deps: IngestionDeps) {
    const { body } = request
    return ingest(request, deps, 'ingest.exposures', project => {
      requireKnownArms(body.exposures, project.payload.setup.variants_count)
      return { kind: 'exposures', items: body.exposures.map(exposureOf) }
    })
  },
})

function requireKnownArms(exposures: readonly { readonly variation_index: number }[], arms: number): void {
  const issues = exposures.flatMap(({ variation_index: arm }, index) =>
    arm < arms
      ? []
      : [
          ruleBroken(
            ['body', 'exposures', index, 'variation_index'],
            { key: 'unknownArm', values: { last: arms - 1 } },
            arm,
          ),
        ],
  )
  if (issues.length > 0) throw invalid(issues.slice(0, 100))
}
