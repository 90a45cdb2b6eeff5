import type { AssignOptions, Change, ClientAssignment, TrackOptions, User } from '../client-options.ts'

/** A client of any experiment map, as the providers use it. */
export interface FlagClient {
  readonly version: string | null
  readonly isStale: boolean
  readonly user: User
  load(): Promise<void>
  assign(key: string, options?: AssignOptions): ClientAssignment<unknown>
  track(metric: string, value?: number, options?: TrackOptions): number
  setUser(user: User): void
  subscribe(listener: (change: Change) => void): () => void
  close(): Promise<void>
}
