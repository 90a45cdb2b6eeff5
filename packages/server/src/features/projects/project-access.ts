import { badRequest, notFound } from '../../http/errors.ts'
import type { Project } from './project.ts'
import type { ProjectsRepository } from './projects-repository.ts'

/** The project that a change is for: 404 when missing, 400 when archived. */
export async function getOpenProject(projects: ProjectsRepository, id: string): Promise<Project> {
  const project = await projects.find(id)
  if (project === null) throw notFound({ key: 'projectNotFound' }, 'project_not_found')
  if (project.archivedAt !== null) throw badRequest({ key: 'projectArchived' }, 'project_archived')
  return project
}

/** The experiment that a read is for; archived ones still read. */
export async function getExperiment(projects: ProjectsRepository, id: string): Promise<Project> {
  const project = await projects.find(id)
  if (project === null) throw notFound({ key: 'experimentNotFound' })
  return project
}
