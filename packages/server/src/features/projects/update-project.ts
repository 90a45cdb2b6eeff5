import type { Clock } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { payloadDiff } from '../audit/payload-diff.ts'
import { ExperimentInput } from './experiment-input.ts'
import { experimentIssues } from './experiment-rules.ts'
import { getOpenProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { EXAMPLE_PROJECT } from './project-example.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord, projectRecord } from './project-record.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const updateProject = route({
  method: 'PUT',
  path: '/api/v1/projects/{project_id}',
  operationId: 'updateProject',
  tag: 'projects',
  summary: 'Replace a project',
  description:
    'Each call keeps a revision. What decides is frozen at the first exposure; later changes are recorded, not used.',
  scope: 'write',
  params: ProjectParams,
  body: ExperimentInput,
  example: EXAMPLE_PROJECT,
  rules: [experimentIssues],
  responses: { 200: ProjectRecord },
  errors: [400, 404],
  async handle(request, { projects, clock }: { projects: ProjectsRepository; clock: Clock }) {
    const { id, payload } = await getOpenProject(projects, request.params.project_id)
    const name = request.body.project.project_name
    const audit = projectAudit('project.update', { id, name }, request, clock, payloadDiff(payload, request.body))
    return reply(200, projectRecord(await projects.replace(id, request.body, audit)))
  },
})
