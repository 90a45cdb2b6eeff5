import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { route } from '../../http/route.ts'
import { holdProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply } from './project-reply.ts'
import type { ProjectsRepository } from './projects-repository.ts'

interface RestoreDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly clock: Clock
}

export const restoreProject = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/restore',
  operationId: 'restoreProject',
  tag: 'projects',
  summary: 'Restore an archived project',
  description: 'Of an active project nothing changes. Takes If-Match.',
  scope: 'write',
  params: ProjectParams,
  responses: { 200: ProjectRecord },
  errors: [404, 412],
  async handle(request, { db, projects, clock }: RestoreDeps) {
    const change = { id: request.params.project_id, ifMatch: request.header('if-match') }
    return inTransaction(db, async unit => {
      const project = await holdProject(projects, unit, change)
      const audit = projectAudit('project.restore', { id: project.id, name: project.projectName }, request, clock)
      return projectReply(await projects.mark(unit, project, null, audit))
    })
  },
})
