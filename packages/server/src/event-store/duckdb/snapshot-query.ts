import type { ReadoutQuery } from '../event-store.ts'

export interface SnapshotQuery extends ReadoutQuery {
  /** Of the newest row that is read. */
  readonly sequence: number
}
