import { route } from '../../http/route.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { liveStats } from './live-stats.ts'
import { LiveStatsResponse } from './live-stats-schema.ts'
import { type ReadoutDeps, readoutReply } from './readout-reply.ts'

export const getLiveStats = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/live-stats',
  operationId: 'getLiveStats',
  tag: 'readout',
  summary: 'The live read-out',
  description: 'Sample ratio, comparisons, always-valid bounds, CUPED, strata, population. ETag by data and design.',
  scope: 'read',
  params: ExperimentParams,
  responses: { 200: LiveStatsResponse, 304: null },
  errors: [404, 503],
  handle: (request, deps: ReadoutDeps) => readoutReply(request, deps, liveStats),
})
