import { isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { Project, Revision } from './project.ts'
import { findNewestRevisionId, findRevision, findRevisionAt } from './project-revisions-repository.ts'
import type { ProjectsRepository } from './projects-repository.ts'

interface FrozenDeps {
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'pin'>
}

/**
 * The revision that was in force at the first exposure of an experiment that has one. The first who asks pins it, so that no
 * erasure of early exposures moves the start behind a later edit.
 */
export async function frozenRevisionOf(
  { id, frozenRevision }: Project,
  firstExposureAt: number,
  { db, projects }: FrozenDeps,
): Promise<Revision | null> {
  if (frozenRevision.kind === 'pinned') return findRevision(db, id, frozenRevision.revisionId)
  const newestId = frozenRevision.kind === 'newest' ? await findNewestRevisionId(db, id) : null
  const revision =
    newestId === null ? await findRevisionAt(db, id, isoTime(firstExposureAt)) : await findRevision(db, id, newestId)
  if (revision !== null) await projects.pin(id, revision.id, [frozenRevision])
  return revision
}
