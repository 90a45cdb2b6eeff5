import type { Static } from 'typebox'
import type { Clock } from '../../clock.ts'
import type { EventBatch, EventStore } from '../../event-store/event-store.ts'
import { parseDatetime } from '../../http/datetime.ts'
import type { Metrics } from '../../http/metrics.ts'
import { type Reply, reply } from '../../http/route.ts'
import type { Project } from '../projects/project.ts'
import { getOpenProject } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { IngestResultResponse } from './ingestion-schema.ts'

/** What the ingestion routes ask for. */
export interface IngestionDeps {
  readonly projects: ProjectsRepository
  readonly events: EventStore
  readonly metrics: Metrics
  readonly clock: Clock
}

type WithoutEnvelope<B> = B extends EventBatch ? Omit<B, 'experimentId' | 'receivedAt'> : never
export type BatchContent = WithoutEnvelope<EventBatch>
export type IngestResult = Static<typeof IngestResultResponse>

/** Stores one call's items, whole or not at all; `read` may refuse them when it sees the project. */
export async function ingest(
  experimentId: string,
  deps: IngestionDeps,
  read: (project: Project) => BatchContent,
): Promise<Reply> {
  const project = await getOpenProject(deps.projects, experimentId)
  return reply(200, await storeBatch(project, deps, read(project)))
}

/** Stores the items for a project that is known to be open. */
export async function storeBatch(
  { id }: Project,
  { events, metrics, clock }: IngestionDeps,
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
