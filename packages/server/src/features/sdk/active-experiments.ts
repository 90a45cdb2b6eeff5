import type { Project } from '../projects/project.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'

/** Every experiment that is not archived, the oldest first. One query, so that no change falls between two pages. */
export async function activeExperiments(projects: ProjectsRepository): Promise<readonly Project[]> {
  const { projects: active } = await projects.search({
    text: '',
    status: 'active',
    metricType: 'all',
    sortBy: 'created_at',
    sortDirection: 'asc',
    limit: Number.MAX_SAFE_INTEGER,
    offset: 0,
  })
  return active
}
