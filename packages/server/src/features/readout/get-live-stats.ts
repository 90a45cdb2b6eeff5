import { route } from '../../http/route.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { ServiceIdentity } from '../system/get-health.ts'
import { conditionalReply } from './conditional-reply.ts'
import { liveStats } from './live-stats.ts'
import { LiveStatsResponse } from './live-stats-schema.ts'
import type { Readouts } from './readouts.ts'

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
  async handle(
    { params, language, header },
    { projects, readouts, identity }: { projects: ProjectsRepository; readouts: Readouts; identity: ServiceIdentity },
  ) {
    const project = await getExperiment(projects, params.experiment_id)
    const version = await readouts.versionOf(project)
    const condition = { version, engineVersion: identity.version, language, ifNoneMatch: header('if-none-match') }
    return conditionalReply(condition, async () => liveStats(await readouts.current(project)))
  },
})
