import { Type } from 'typebox'
import type { Database } from '../../database/database.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { oneOf } from '../../http/schema.ts'
import { ExperimentInput } from './experiment-input.ts'
import { Limit, Offset } from './page-query.ts'
import { ProjectParams } from './project-params.ts'
import { listRevisions as readRevisions } from './project-revisions-repository.ts'
import type { ProjectsRepository } from './projects-repository.ts'

const ProjectRevisionRecord = Type.Object(
  {
    id: Type.String(),
    project_id: Type.String(),
    source: oneOf('create', 'update', 'workspace_import'),
    created_at: Type.String(),
    payload: ExperimentInput,
  },
  { title: 'ProjectRevisionRecord' },
)

const ProjectRevisionHistoryResponse = Type.Object(
  {
    project_id: Type.String(),
    total: Type.Integer(),
    limit: Type.Integer(),
    offset: Type.Integer(),
    revisions: Type.Array(ProjectRevisionRecord),
  },
  { title: 'ProjectRevisionHistoryResponse' },
)

interface RevisionDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
}

export const listRevisions = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}/revisions',
  operationId: 'listRevisions',
  tag: 'projects',
  summary: 'The revisions of a project',
  description: 'Its design after each change, the newest first; of an archived project too.',
  scope: 'read',
  params: ProjectParams,
  query: Type.Object({ limit: Limit, offset: Offset }),
  responses: { 200: ProjectRevisionHistoryResponse },
  errors: [404],
  async handle({ params, query }, { db, projects }: RevisionDeps) {
    const project = await projects.find(params.project_id)
    if (project === null) throw notFound({ key: 'projectNotFound' })
    const { revisions, total } = await readRevisions(db, project.id, query)
    const printed = revisions.map(({ id, source, createdAt, payload }) => ({
      id,
      project_id: project.id,
      source,
      created_at: createdAt,
      payload,
    }))
    return reply(200, { project_id: project.id, total, ...query, revisions: printed })
  },
})
