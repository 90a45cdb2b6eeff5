import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { listEntries } from '../audit/audit-repository.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { IMPORT_STARTED } from './workspace-audit.ts'

/** Longer than any import takes. */
const SETTLED_MS = 3_600_000
const MOST_AT_ONCE = 100

interface AbandonedDeps {
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'exists'>
  readonly events: Pick<EventStore, 'deleteExperiment'>
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}

/**
 * Erases events of imports whose projects never came to be. An import names its experiments in the audit log before it
 * stores their events, so what a crash leaves behind is found.
 */
export class AbandonedImports {
  readonly #deps: AbandonedDeps
  /** Up to this audit entry everything is settled. */
  #settled = 0

  constructor(deps: AbandonedDeps) {
    this.#deps = deps
  }

  /** Erases those of the experiments that have no project; false when that could not be done now. */
  async erase(experimentIds: readonly string[]): Promise<boolean> {
    const { projects, events, onError } = this.#deps
    try {
      for (const id of experimentIds) if (!(await projects.exists(id))) await events.deleteExperiment(id)
      return true
    } catch (error) {
      onError(error)
      return false
    }
  }

  /** Looks through the imports that began more than an hour ago. */
  async sweep(): Promise<void> {
    const { db, clock } = this.#deps
    const settledBefore = isoTime(clock.now() - SETTLED_MS)
    for (;;) {
      const started = await listEntries(db, IMPORT_STARTED, this.#settled, MOST_AT_ONCE)
      for (const { id, at, diff } of started) {
        if (at >= settledBefore || !(await this.erase(experimentIdsOf(diff)))) return
        this.#settled = id
      }
      if (started.length < MOST_AT_ONCE) return
    }
  }
}

/** What the entry of a start says of its experiments. */
export function startedDiff(experimentIds: readonly string[]) {
  return { experiment_ids: [null, experimentIds] } as const
}

function experimentIdsOf(diff: unknown): readonly string[] {
  return (diff as ReturnType<typeof startedDiff> | null)?.experiment_ids[1] ?? []
}
