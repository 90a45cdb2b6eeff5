import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction, type Unit } from '../../database/in-transaction.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import type { Session } from '../../http/auth.ts'
import { payloadDiff } from '../audit/payload-diff.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import type { FrozenRevision, Project } from './project.ts'
import { getOpenProject, holdOpenProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { findNewestRevisionId } from './project-revisions-repository.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export interface EditDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly events: EventStore
  readonly clock: Clock
}

interface EditRequest {
  readonly params: { readonly project_id: string }
  readonly session: Session
  readonly requestId: string
  readonly clientAddress: string
  header(name: string): string | undefined
}

/**
 * Replaces the design of a project. What decides is frozen at the first exposure, and order tells what came first, not a clock:
 * whoever edits after an exposure pins the revision before the edit. The event store is asked again after the commit, for an
 * exposure may have been acknowledged in between.
 */
export async function editProject(
  request: EditRequest,
  { db, projects, events, clock }: EditDeps,
  payloadOf: (unit: Unit) => Promise<ExperimentPayload>,
): Promise<Project> {
  const id = request.params.project_id
  const known = await getOpenProject(projects, id)
  const hasStarted = known.frozenRevision.kind === 'pinned' || (await hasExposures(events, id))
  const { edited, before } = await inTransaction(db, async unit => {
    const project = await holdOpenProject(projects, unit, { id, ifMatch: request.header('if-match') })
    const payload = await payloadOf(unit)
    const newest = await findNewestRevisionId(unit.transaction, id)
    const named = { id, name: payload.project.project_name }
    const audit = projectAudit('project.update', named, request, clock, payloadDiff(project.payload, payload))
    const frozenRevision = frozenAfter(project.frozenRevision, hasStarted, newest)
    return { edited: await projects.replace(unit, project, { payload, frozenRevision, audit }), before: newest }
  })
  if (edited.frozenRevision.kind !== 'newest' || before === null || !(await hasExposures(events, id))) return edited
  const after = await findNewestRevisionId(db, id)
  const pinned: readonly FrozenRevision[] = after === null ? [] : [{ kind: 'pinned', revisionId: after }]
  await projects.pin(id, before, [{ kind: 'newest' }, ...pinned])
  return edited
}

async function hasExposures(events: EventStore, id: string): Promise<boolean> {
  return (await events.countRaw(id)).exposures.some(({ count }) => count > 0)
}

function frozenAfter(frozen: FrozenRevision, hasStarted: boolean, newest: string | null): FrozenRevision {
  if (frozen.kind === 'pinned') return frozen
  if (!hasStarted) return { kind: 'newest' }
  return frozen.kind === 'newest' && newest !== null ? { kind: 'pinned', revisionId: newest } : frozen
}
