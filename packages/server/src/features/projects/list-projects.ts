import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { nullable, oneOf, shownAs, withDefault } from '../../http/schema.ts'
import { ProjectListItem, projectListItem } from './project-record.ts'
import type { ProjectsRepository } from './projects-repository.ts'

const ProjectListQuery = Type.Object({
  include_archived: withDefault(nullable(shownAs(Type.Boolean(), true)), null),
  q: withDefault(nullable(shownAs(Type.String({ maxLength: 1000 }), 'checkout')), null),
  status: withDefault(oneOf('active', 'archived', 'all'), 'active'),
  metric_type: withDefault(oneOf('binary', 'continuous', 'ratio', 'count', 'all'), 'all'),
  sort_by: withDefault(oneOf('created_at', 'updated_at', 'name', 'duration_days'), 'updated_at'),
  sort_dir: withDefault(oneOf('asc', 'desc'), 'desc'),
  limit: withDefault(Type.Integer({ minimum: 1, maximum: 200 }), 50),
  offset: withDefault(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), 0),
})

const ProjectListResponse = Type.Object(
  {
    projects: Type.Array(ProjectListItem),
    total: Type.Integer(),
    offset: Type.Integer(),
    limit: Type.Integer(),
    has_more: Type.Boolean(),
  },
  { title: 'ProjectListResponse' },
)

export const listProjects = route({
  method: 'GET',
  path: '/api/v1/projects',
  operationId: 'listProjects',
  tag: 'projects',
  summary: 'List, search and sort projects',
  description:
    'Searches names, hypotheses and changes. Durations are those of the newest analyses; unknown ones come last.',
  scope: 'read',
  query: ProjectListQuery,
  responses: { 200: ProjectListResponse },
  async handle({ query }, { projects }: { projects: ProjectsRepository }) {
    const { limit, offset } = query
    const found = await projects.search({
      text: (query.q ?? '').trim().toLowerCase(),
      status: query.include_archived === true && query.status === 'active' ? 'all' : query.status,
      metricType: query.metric_type,
      sortBy: query.sort_by,
      sortDirection: query.sort_dir,
      limit,
      offset,
    })
    const items = found.projects.map(projectListItem)
    return reply(200, {
      projects: items,
      total: found.total,
      offset,
      limit,
      has_more: offset + items.length < found.total,
    })
  },
})
