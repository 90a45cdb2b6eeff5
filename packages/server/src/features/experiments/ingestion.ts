import type { Clock } from '../../clock.ts'
import type { EventBatch, EventStore } from '../../event-store/event-store.ts'
import { parseDatetime } from '../../http/datetime.ts'
import type { Metrics } from '../../http/metrics.ts'
import { type Reply, reply } from '../../http/route.ts'
import type { Project } from '../projects/project.ts'
import { getOpenProject } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'

/** What the ingestion routes ask for. */
export interface IngestionDeps {
  readonly projects: ProjectsRepository
  readonly events: EventStore
  readonly metrics: Metrics
  readonly clock: Clock
}

type WithoutEnvelope<B> = B extends EventBatch ? Omit<B, 'experimentId' | 'receivedAt'> : never
export type BatchContent = WithoutEnvelope<EventBatch>

/** Stores one call's items, whole or not at all; `read` may refuse them when it sees the project. */
export async function ingest(
  experimentId: string,
  { projects, events, metrics, clock }: IngestionDeps,
  read: (project: Project) => BatchContent,
): Promise<Reply> {
  const project = await getOpenProject(projects, experimentId)
  const batch = read(project)
  const counts = await events.append({ ...batch, experimentId: project.id, receivedAt: clock.now() } as EventBatch)
  metrics.countEvents(batch.kind, counts.recorded, counts.deduplicated)
  return reply(200, { received: batch.items.length, ...counts, refused: [] })
}

/** Client time of an item whose text the schema has already checked. */
export function clientTime(occurredAt: string | null): number | null {
  return occurredAt === null ? null : parseDatetime(occurredAt)
}
