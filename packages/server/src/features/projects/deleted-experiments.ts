import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { listDeletions } from '../audit/audit-repository.ts'

/** Longer than any request that had begun before the deletion goes on sending events. */
const SETTLED_MS = 3_600_000
const MOST_AT_ONCE = 1000

interface DeletedDeps {
  readonly db: Database
  readonly events: Pick<EventStore, 'deleteExperiment'>
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}

/**
 * Erases the events of deleted projects. The audit log says which those are, so what a crash, a store that was away or a
 * batch that was under way left behind is found and erased later; to erase twice does no harm.
 */
export class DeletedExperiments {
  readonly #deps: DeletedDeps
  /** Up to this audit entry everything is settled. */
  #settled = 0

  constructor(deps: DeletedDeps) {
    this.#deps = deps
  }

  /** At once if it can be; otherwise the next sweep does it. */
  async erase(experimentId: string): Promise<boolean> {
    try {
      await this.#deps.events.deleteExperiment(experimentId)
      return true
    } catch (error) {
      this.#deps.onError(error)
      return false
    }
  }

  /** Erases again what was deleted lately: the newest deletions after a start, and then those that are not an hour old. */
  async sweep(): Promise<void> {
    const settledBefore = isoTime(this.#deps.clock.now() - SETTLED_MS)
    const deletions = await listDeletions(this.#deps.db, this.#settled, MOST_AT_ONCE)
    let isWhole = true
    for (const { id, at, projectId } of [...deletions].reverse()) {
      const isErased = await this.erase(projectId)
      isWhole = isWhole && isErased && at < settledBefore
      if (isWhole) this.#settled = id
    }
  }
}
