import { Type } from 'typebox'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { reply, route } from '../../http/route.ts'
import type { DeletedExperiments } from './deleted-experiments.ts'
import { holdProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import type { ProjectsRepository } from './projects-repository.ts'

const ProjectDeleteResponse = Type.Object(
  { id: Type.String(), deleted: Type.Boolean() },
  { title: 'ProjectDeleteResponse' },
)

interface DeleteDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly deletedExperiments: Pick<DeletedExperiments, 'erase'>
  readonly clock: Clock
}

export const deleteProject = route({
  method: 'DELETE',
  path: '/api/v1/projects/{project_id}',
  operationId: 'deleteProject',
  tag: 'projects',
  summary: 'Delete a project for good',
  description:
    'With its revisions, analyses, exports, looks and every event of its experiment; an archived one too. What the audit log says of it stays. Takes If-Match.',
  scope: 'write',
  params: ProjectParams,
  responses: { 200: ProjectDeleteResponse },
  errors: [404, 412],
  async handle(request, { db, projects, deletedExperiments, clock }: DeleteDeps) {
    const id = request.params.project_id
    await inTransaction(db, async unit => {
      const project = await holdProject(projects, unit, { id, ifMatch: request.header('if-match') })
      const audit = projectAudit('project.delete', { id, name: project.projectName }, request, clock)
      await projects.remove(unit, project, audit)
    })
    // The project goes first: whoever reads asks for it before its events, so what a crash leaves here nobody sees. The other
    // way round a reader would find a running experiment with its looks and no events.
    await deletedExperiments.erase(id)
    return reply(200, { id, deleted: true })
  },
})
