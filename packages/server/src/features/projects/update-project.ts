import { route } from '../../http/route.ts'
import { type EditDeps, editProject } from './edit-project.ts'
import { ExperimentInput } from './experiment-input.ts'
import { experimentIssues } from './experiment-rules.ts'
import { EXAMPLE_PROJECT } from './project-example.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply } from './project-reply.ts'

export const updateProject = route({
  method: 'PUT',
  path: '/api/v1/projects/{project_id}',
  operationId: 'updateProject',
  tag: 'projects',
  summary: 'Replace a project',
  description:
    'Each call keeps a revision. What decides is frozen at the first exposure; later changes are recorded, not used. If-Match with the ETag of a read: 412 when somebody else was faster.',
  scope: 'write',
  params: ProjectParams,
  body: ExperimentInput,
  example: EXAMPLE_PROJECT,
  rules: [experimentIssues],
  responses: { 200: ProjectRecord },
  errors: [400, 404, 412, 503],
  async handle(request, deps: EditDeps) {
    return projectReply(await editProject(request, deps, async () => request.body))
  },
})
