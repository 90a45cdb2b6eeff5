import type { Clock } from '../../clock.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord, projectRecord } from './project-record.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const restoreProject = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/restore',
  operationId: 'restoreProject',
  tag: 'projects',
  summary: 'Restore an archived project',
  scope: 'write',
  params: ProjectParams,
  responses: { 200: ProjectRecord },
  errors: [404],
  async handle(request, { projects, clock }: { projects: ProjectsRepository; clock: Clock }) {
    const project = await projects.find(request.params.project_id)
    if (project === null) throw notFound({ key: 'projectNotFound' })
    const audit = projectAudit('project.restore', { id: project.id, name: project.projectName }, request, clock)
    return reply(200, projectRecord(await projects.mark(project.id, null, audit)))
  },
})
