import type { Database } from '../../database/database.ts'
import { notFound } from '../../http/errors.ts'
import { type AnalysisRun, findNewestRun } from '../projects/analysis-runs-repository.ts'
import type { Project } from '../projects/project.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'

export interface ComparedProject {
  readonly project: Project
  readonly run: AnalysisRun
}

export interface ComparisonDeps {
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'find'>
}

/** The projects with their newest runs, in the order of the ids: 404 for one that is missing or archived, or has no run. */
export async function getComparedProjects(
  { db, projects }: ComparisonDeps,
  ids: readonly string[],
): Promise<readonly ComparedProject[]> {
  const found = await Promise.all(ids.map(id => projects.find(id)))
  const open = found.filter(project => project !== null && project.archivedAt === null) as readonly Project[]
  if (open.length < ids.length) throw notFound({ key: 'projectNotFound' })
  return Promise.all(
    open.map(async project => {
      const run = await findNewestRun(db, project)
      if (run === null) throw notFound({ key: 'snapshotNotFound' })
      return { project, run }
    }),
  )
}
