import { isHeld } from '../../http/entity-tag.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply, projectTag } from './project-reply.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const getProject = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}',
  operationId: 'getProject',
  tag: 'projects',
  summary: 'Read a project',
  description:
    'An archived project is hidden here; restore it to read it again. Its ETag names the version: If-None-Match is answered 304, and If-Match guards a change.',
  scope: 'read',
  params: ProjectParams,
  responses: { 200: ProjectRecord },
  errors: [404],
  async handle({ params, header }, { projects }: { projects: ProjectsRepository }) {
    const project = await projects.find(params.project_id)
    if (project === null || project.archivedAt !== null) throw notFound({ key: 'projectNotFound' })
    const { headers, ...found } = projectReply(project)
    const fresh = { ...headers, 'cache-control': 'no-cache' }
    if (isHeld(projectTag(project), header('if-none-match'))) return reply(304, null, fresh)
    return { ...found, headers: fresh }
  },
})
