import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord, projectRecord } from './project-record.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const getProject = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}',
  operationId: 'getProject',
  tag: 'projects',
  summary: 'Read a project',
  description: 'An archived project is hidden here; restore it to read it again.',
  scope: 'read',
  params: ProjectParams,
  responses: { 200: ProjectRecord },
  errors: [404],
  async handle({ params }, { projects }: { projects: ProjectsRepository }) {
    const project = await projects.find(params.project_id)
    if (project === null || project.archivedAt !== null) throw notFound({ key: 'projectNotFound' })
    return reply(200, projectRecord(project))
  },
})
