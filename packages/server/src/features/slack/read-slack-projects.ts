import type { Database } from '../../database/database.ts'
import { findNewestRun } from '../projects/analysis-runs-repository.ts'
import type { Project } from '../projects/project.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { SlackProject, SlackProjects } from './slack-projects.ts'

/** Active projects with what their newest analysis says. */
export function readSlackProjects(db: Database, projects: ProjectsRepository): SlackProjects {
  return {
    async listNewest(limit) {
      const newest = {
        text: '',
        status: 'active',
        metricType: 'all',
        sortBy: 'updated_at',
        sortDirection: 'desc',
      } as const
      const found = await projects.search({ ...newest, limit, offset: 0 })
      return Promise.all(found.projects.map(project => read(db, project)))
    },
    async find(id) {
      const project = await projects.find(id)
      return project === null || project.archivedAt !== null ? null : read(db, project)
    },
  }
}

async function read(
  db: Database,
  project: Pick<Project, 'id' | 'projectName' | 'lastAnalysisAt' | 'lastAnalysisRunId'>,
): Promise<SlackProject> {
  const { id, projectName, lastAnalysisAt } = project
  const run = await findNewestRun(db, project)
  const { sample_size_per_variant: size, estimated_duration_days: days } = run?.analysis.report.calculations ?? {}
  return { id, name: projectName, lastAnalysisAt, sampleSize: size ?? null, durationDays: days ?? null }
}
