import type { IngestionDeps } from '../experiments/ingestion.ts'

/** What the routes of many lines ask for. */
export interface BulkDeps extends IngestionDeps {
  readonly wait: (ms: number) => Promise<unknown>
  /** How long a full event queue is waited for. */
  readonly bulkQueueWaitMs: number
}
