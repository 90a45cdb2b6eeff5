import type { Static } from 'typebox'
import type { Clock } from '../../clock.ts'
import type { EventBatch, EventStore } from '../../event-store/event-store.ts'
import { parseDatetime } from '../../http/datetime.ts'
import type { Metrics } from '../../http/metrics.ts'
import { type Reply, reply } from '../../http/route.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import type { Caller } from '../audit/caller-audit.ts'
import type { Project } from '../projects/project.ts'
import { getOpenProject } from '../projects/project-access.ts'
import { projectAudit } from '../projects/project-audit.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { IngestResultResponse } from './ingestion-schema.ts'

/** What storing a batch asks for. */
export interface StoringDeps {
  readonly events: EventStore
  readonly metrics: Metrics
  readonly clock: Clock
}

/** What the ingestion routes ask for. */
export interface IngestionDeps extends StoringDeps {
  readonly projects: ProjectsRepository
  /** Writes an entry of the audit log; ends when it is committed. */
  readonly audit: (entry: AuditEntry) => Promise<void>
}

/** The call of an ingestion route. */
export interface IngestionCaller extends Caller {
  readonly params: { readonly experiment_id: string }
}

type WithoutEnvelope<B> = B extends EventBatch ? Omit<B, 'experimentId' | 'receivedAt'> : never
export type BatchContent = WithoutEnvelope<EventBatch>
export type IngestResult = Static<typeof IngestResultResponse>

/**
 * Stores one call's items, whole or not at all; `read` may refuse them when it sees the project. The call is in the audit
 * log, by its counts, before it is answered.
 */
export async function ingest(
  caller: IngestionCaller,
  deps: IngestionDeps,
  action: string,
  read: (project: Project) => BatchContent,
): Promise<Reply> {
  const project = await getOpenProject(deps.projects, caller.params.experiment_id)
  const result = await storeBatch(project, deps, read(project))
  const named = { id: project.id, name: project.projectName }
  await deps.audit(projectAudit(action, named, caller, deps.clock, countsOf(result)))
  return reply(200, result)
}

function countsOf({ received, recorded, deduplicated, refused }: IngestResult): AuditEntry['diff'] {
  const counts = { received, recorded, deduplicated, refused: refused.length }
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [null, count]]))
}

/** Stores the items for a project that is known to be open. */
export async function storeBatch(
  { id }: Project,
  { events, metrics, clock }: StoringDeps,
  batch: BatchContent,
): Promise<IngestResult> {
  const envelope = { experimentId: id, receivedAt: clock.now() }
  const { recorded, deduplicated, refused } = await events.append({ ...batch, ...envelope } as EventBatch)
  metrics.countEvents(batch.kind, recorded, deduplicated)
  const printed = refused.map(({ index, userId, reason }) => ({ index, user_id: userId, reason }))
  return { received: batch.items.length, recorded, deduplicated, refused: printed }
}

/** Client time of an item whose text the schema has already checked. */
export function clientTime(occurredAt: string | null): number | null {
  return occurredAt === null ? null : parseDatetime(occurredAt)
}
