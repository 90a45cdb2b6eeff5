import { Type } from 'typebox'
import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { reply, route } from '../../http/route.ts'
import { nullable } from '../../http/schema.ts'
import { holdProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import type { ProjectsRepository } from './projects-repository.ts'

const ProjectArchiveResponse = Type.Object(
  { id: Type.String(), archived: Type.Boolean(), archived_at: nullable(Type.String()) },
  { title: 'ProjectArchiveResponse' },
)

interface ArchiveDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly clock: Clock
}

export const archiveProject = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/archive',
  operationId: 'archiveProject',
  tag: 'projects',
  summary: 'Archive a project',
  description:
    'Hides it and closes it to changes and events; its read-out stays. A second call changes nothing. Takes If-Match.',
  scope: 'write',
  params: ProjectParams,
  responses: { 200: ProjectArchiveResponse },
  errors: [404, 412],
  async handle(request, { db, projects, clock }: ArchiveDeps) {
    const change = { id: request.params.project_id, ifMatch: request.header('if-match') }
    return inTransaction(db, async unit => {
      const project = await holdProject(projects, unit, change)
      const audit = projectAudit('project.archive', { id: project.id, name: project.projectName }, request, clock)
      const { id, archivedAt } = await projects.mark(unit, project, isoTime(clock.now()), audit)
      return reply(200, { id, archived: true, archived_at: archivedAt })
    })
  },
})
