import type { ExperimentIndex } from './experiment-index.ts'
import type { ExperimentRows, NameKind } from './experiment-rows.ts'
import { IdBytes } from './id-bytes.ts'

const bytes = new IdBytes()

/** What a batch is recorded in: the index that knows what was there, and the rows to be written. */
export interface Recording {
  readonly index: ExperimentIndex
  readonly rows: ExperimentRows
  /** The last sequence given out. */
  sequence: number
}

/** The key of the user, a new one if need be. */
export function userKeyOf({ index, rows }: Recording, userId: string): number {
  const { size } = index.users
  const key = index.users.intern(bytes.encode(userId))
  if (key < size) return key
  rows.users.userKey.push(key)
  rows.users.userId.push(bytes)
  return key
}

/** The key of the name, a new one if need be. */
export function nameKeyOf({ index, rows }: Recording, kind: NameKind, name: string): number {
  const names = index.names[kind]
  const { size } = names
  const key = names.intern(bytes.encode(name))
  if (key < size) return key
  rows.names.kind.push(kind)
  rows.names.nameKey.push(key)
  rows.names.name.push(bytes)
  return key
}

/** The next sequence; each stored row has its own. */
export function nextSequence(recording: Recording): number {
  recording.sequence += 1
  return recording.sequence
}
