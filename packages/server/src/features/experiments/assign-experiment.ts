import { assign } from '@verdict/sdk'
import type { EventStore } from '../../event-store/event-store.ts'
import { reply, route } from '../../http/route.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { assignmentResponse } from './assignment-response.ts'
import { ExperimentAssignmentRequest, ExperimentAssignmentResponse } from './assignment-schema.ts'
import { experimentConfig } from './experiment-config.ts'
import { ExperimentParams } from './experiment-params.ts'

export const assignExperiment = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/assign',
  operationId: 'assignExperiment',
  tag: 'experiments',
  summary: 'Which arm a user gets',
  description: 'A recorded exposure is kept; otherwise targeting, namespace and hash decide. Nothing is recorded.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  body: ExperimentAssignmentRequest,
  example: { user_id: 'user-42', attributes: { country: 'DE' } },
  responses: { 200: ExperimentAssignmentResponse },
  errors: [404, 503],
  async handle({ params, body }, { projects, events }: { projects: ProjectsRepository; events: EventStore }) {
    const project = await getExperiment(projects, params.experiment_id)
    const assignment = assign({
      experiment: experimentConfig(project),
      userId: body.user_id,
      attributes: body.attributes ?? {},
      hashVersion: body.hash_version,
      recordedArm: await events.findArm(project.id, body.user_id),
    })
    const call = { experimentId: project.id, userId: body.user_id, hashVersion: body.hash_version }
    return reply(200, assignmentResponse(call, assignment))
  },
})
