import { type Attributes, assign } from '@verdict/sdk'
import type { EventStore } from '../../event-store/event-store.ts'
import { reply, route } from '../../http/route.ts'
import { assignmentResponse } from '../experiments/assignment-response.ts'
import { experimentConfig } from '../experiments/experiment-config.ts'
import type { Project } from '../projects/project.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { HASH_VERSION } from './sdk-experiment.ts'
import { AssignManyRequest, AssignManyResponse } from './sdk-schema.ts'

export const assignMany = route({
  method: 'POST',
  path: '/api/v1/assign',
  operationId: 'assignMany',
  tag: 'sdk',
  summary: 'Which arm a user gets in several experiments',
  description:
    'Each answer is that of the single route, in the order asked for; without `experiment_ids`, every active experiment, the oldest first. Nothing is recorded.',
  scope: 'write',
  traffic: 'events',
  body: AssignManyRequest,
  example: { user_id: 'user-42', attributes: { country: 'DE' } },
  responses: { 200: AssignManyResponse },
  errors: [404, 503],
  async handle({ body }, { projects, events }: { projects: ProjectsRepository; events: EventStore }) {
    const user = { userId: body.user_id, attributes: body.attributes ?? {} }
    const asked = await experimentsOf(body.experiment_ids, projects)
    return reply(200, await Promise.all(asked.map(project => answerFor(project, user, events))))
  },
})

function experimentsOf(ids: readonly string[] | null, projects: ProjectsRepository): Promise<readonly Project[]> {
  return ids === null ? projects.listActive() : Promise.all(ids.map(id => getExperiment(projects, id)))
}

interface User {
  readonly userId: string
  readonly attributes: Attributes
}

async function answerFor(project: Project, { userId, attributes }: User, events: EventStore) {
  const recordedArm = await events.findArm(project.id, userId)
  const assignment = assign({ experiment: experimentConfig(project), userId, attributes, recordedArm })
  return assignmentResponse({ experimentId: project.id, userId, hashVersion: HASH_VERSION }, assignment)
}
