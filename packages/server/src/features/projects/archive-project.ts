import { Type } from 'typebox'
import { type Clock, isoTime } from '../../clock.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { nullable } from '../../http/schema.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import type { ProjectsRepository } from './projects-repository.ts'

const ProjectArchiveResponse = Type.Object(
  { id: Type.String(), archived: Type.Boolean(), archived_at: nullable(Type.String()) },
  { title: 'ProjectArchiveResponse' },
)

export const archiveProject = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/archive',
  operationId: 'archiveProject',
  tag: 'projects',
  summary: 'Archive a project',
  description: 'Hides it and closes it to changes and events; its read-out stays. A second call changes nothing.',
  scope: 'write',
  params: ProjectParams,
  responses: { 200: ProjectArchiveResponse },
  errors: [404],
  async handle(request, { projects, clock }: { projects: ProjectsRepository; clock: Clock }) {
    const project = await projects.find(request.params.project_id)
    if (project === null) throw notFound({ key: 'projectNotFound' })
    const audit = projectAudit('project.archive', { id: project.id, name: project.projectName }, request, clock)
    const { id, archivedAt } = await projects.mark(project.id, isoTime(clock.now()), audit)
    return reply(200, { id, archived: true, archived_at: archivedAt })
  },
})
