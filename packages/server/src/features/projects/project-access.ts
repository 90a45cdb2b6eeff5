import type { Unit } from '../../database/in-transaction.ts'
import { badRequest, notFound } from '../../http/errors.ts'
import type { Project } from './project.ts'
import { requireVersion } from './project-reply.ts'
import type { ProjectsRepository } from './projects-repository.ts'

/** The project that a change is for: 404 when missing, 400 when archived. */
export async function getOpenProject(projects: ProjectsRepository, id: string): Promise<Project> {
  return requireOpen(await projects.find(id))
}

/** The experiment that a read is for; archived ones still read. */
export async function getExperiment(projects: ProjectsRepository, id: string): Promise<Project> {
  const project = await projects.find(id)
  if (project === null) throw notFound({ key: 'experimentNotFound' })
  return project
}

interface Change {
  readonly id: string
  /** As it was sent. */
  readonly ifMatch: string | undefined
}

/** The project that a change is for, held by its transaction: 404 when missing, 412 when it is another version. */
export async function holdProject(projects: ProjectsRepository, unit: Unit, change: Change): Promise<Project> {
  const project = await projects.hold(unit, change.id)
  if (project === null) throw notFound({ key: 'projectNotFound' })
  requireVersion(project, change.ifMatch)
  return project
}

/** The same for a change that archived projects do not take: 404 and 400 with codes of their own. */
export async function holdOpenProject(projects: ProjectsRepository, unit: Unit, change: Change): Promise<Project> {
  const project = requireOpen(await projects.hold(unit, change.id))
  requireVersion(project, change.ifMatch)
  return project
}

function requireOpen(project: Project | null): Project {
  if (project === null) throw notFound({ key: 'projectNotFound' }, 'project_not_found')
  if (project.archivedAt !== null) throw badRequest({ key: 'projectArchived' }, 'project_archived')
  return project
}
