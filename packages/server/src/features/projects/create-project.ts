import { randomUUID } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { ExperimentInput } from './experiment-input.ts'
import { experimentIssues } from './experiment-rules.ts'
import { projectAudit } from './project-audit.ts'
import { EXAMPLE_PROJECT } from './project-example.ts'
import { ProjectRecord, projectRecord } from './project-record.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const createProject = route({
  method: 'POST',
  path: '/api/v1/projects',
  operationId: 'createProject',
  tag: 'projects',
  summary: 'Create a project',
  scope: 'write',
  body: ExperimentInput,
  example: EXAMPLE_PROJECT,
  rules: [experimentIssues],
  responses: { 200: ProjectRecord },
  async handle(request, { projects, clock }: { projects: ProjectsRepository; clock: Clock }) {
    const id = randomUUID()
    const name = request.body.project.project_name
    const project = await projects.create(
      id,
      request.body,
      projectAudit('project.create', { id, name }, request, clock),
    )
    return reply(200, projectRecord(project))
  },
})
