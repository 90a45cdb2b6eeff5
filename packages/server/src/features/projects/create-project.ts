import { randomUUID } from 'node:crypto'
import { route } from '../../http/route.ts'
import { answerOnce, type OnceDeps } from '../idempotency/answer-once.ts'
import { ExperimentInput } from './experiment-input.ts'
import { experimentIssues } from './experiment-rules.ts'
import { projectAudit } from './project-audit.ts'
import { EXAMPLE_PROJECT } from './project-example.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply } from './project-reply.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const createProject = route({
  method: 'POST',
  path: '/api/v1/projects',
  operationId: 'createProject',
  tag: 'projects',
  summary: 'Create a project',
  description: 'With an Idempotency-Key a retry within 24 hours gets the first answer again and creates nothing.',
  scope: 'write',
  body: ExperimentInput,
  example: EXAMPLE_PROJECT,
  rules: [experimentIssues],
  responses: { 200: ProjectRecord },
  errors: [409],
  async handle(request, deps: OnceDeps & { projects: ProjectsRepository }) {
    return answerOnce(request, deps, { operationId: 'createProject' }, async unit => {
      const named = { id: randomUUID(), name: request.body.project.project_name }
      const audit = projectAudit('project.create', named, request, deps.clock)
      return projectReply(await deps.projects.create(unit, named.id, request.body, audit))
    })
  },
})
