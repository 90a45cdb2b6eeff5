import type { AuditedIngestionDeps } from '../experiments/audited-ingestion.ts'

/** What the routes of many lines ask for. */
export interface BulkDeps extends AuditedIngestionDeps {
  readonly wait: (ms: number) => Promise<unknown>
  /** How long a full event queue is waited for. */
  readonly bulkQueueWaitMs: number
}
