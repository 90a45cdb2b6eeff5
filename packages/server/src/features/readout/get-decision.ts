import { route } from '../../http/route.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { ServiceIdentity } from '../system/get-health.ts'
import { conditionalReply } from './conditional-reply.ts'
import { decide } from './decision.ts'
import { DecisionReadoutResponse } from './decision-schema.ts'
import type { Readouts } from './readouts.ts'

export const getDecision = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/decision',
  operationId: 'getDecision',
  tag: 'readout',
  summary: 'Ship, do not ship, or keep running',
  description: 'One verdict over the same read-out as live-stats, with reasons and blockers as codes.',
  scope: 'read',
  params: ExperimentParams,
  responses: { 200: DecisionReadoutResponse, 304: null },
  errors: [404, 503],
  async handle(
    { params, language, header },
    { projects, readouts, identity }: { projects: ProjectsRepository; readouts: Readouts; identity: ServiceIdentity },
  ) {
    const project = await getExperiment(projects, params.experiment_id)
    const version = await readouts.versionOf(project)
    const condition = { version, engineVersion: identity.version, language, ifNoneMatch: header('if-none-match') }
    return conditionalReply(condition, async () => decide(await readouts.current(project)))
  },
})
