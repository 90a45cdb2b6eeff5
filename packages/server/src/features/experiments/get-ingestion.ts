import { Type } from 'typebox'
import type { EventStore } from '../../event-store/event-store.ts'
import { reply, route } from '../../http/route.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { ExperimentParams } from './experiment-params.ts'

const ExposureCountBucket = Type.Object(
  { variation_index: Type.Integer(), count: Type.Integer() },
  { title: 'ExposureCountBucket' },
)

const ConversionCountBucket = Type.Object(
  { metric: Type.String(), count: Type.Integer(), value_sum: Type.Number() },
  { title: 'ConversionCountBucket' },
)

const IngestionSummaryResponse = Type.Object(
  {
    experiment_id: Type.String(),
    exposures_total: Type.Integer(),
    exposure_counts: Type.Array(ExposureCountBucket),
    conversions_total: Type.Integer(),
    conversion_counts: Type.Array(ConversionCountBucket),
  },
  { title: 'IngestionSummaryResponse' },
)

export const getIngestion = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/ingestion',
  operationId: 'getIngestion',
  tag: 'experiments',
  summary: 'What has arrived',
  description: 'Raw rows, before any population rule; the holdout counts as variation -1.',
  scope: 'read',
  params: ExperimentParams,
  responses: { 200: IngestionSummaryResponse },
  errors: [404, 503],
  async handle({ params }, { projects, events }: { projects: ProjectsRepository; events: EventStore }) {
    const { id } = await getExperiment(projects, params.experiment_id)
    const { exposures, conversions } = await events.countRaw(id)
    return reply(200, {
      experiment_id: id,
      exposures_total: exposures.reduce((sum, { count }) => sum + count, 0),
      exposure_counts: exposures.map(({ arm, count }) => ({ variation_index: arm, count })),
      conversions_total: conversions.reduce((sum, { count }) => sum + count, 0),
      conversion_counts: conversions.map(({ metric, count, valueSum }) => ({ metric, count, value_sum: valueSum })),
    })
  },
})
