import type { ClickHousePort } from './clickhouse-port.ts'
import { readQuestion } from './read-question.ts'

/** What a row of the table commits says. */
export const COMMIT = 0
export const EPOCH_START = 1
export const DELETION = 2
export const ERASURE = 3
export const PURGE = 4

/**
 * Which rows of an experiment count. A row's sequence is its epoch × 2^32 + a number from 1. An epoch begins with each
 * first write after an opening and after every failed write; its start records, for good, up to where the epoch before it
 * counts. So rows, and even a commit, that arrive after their writer gave them up are never seen.
 */
export interface CommitState {
  /** By epoch, the greatest sequence that counts; 0: none does. */
  readonly bounds: readonly number[]
  /** The greatest of all; 0: nothing is recorded. */
  readonly version: number
  /** Changes when rows are taken out. */
  readonly removals: string
  readonly hasErasures: boolean
  /** Whether the last epoch was started, and has not ended with a deletion. */
  readonly isOpen: boolean
}

const COMMITS = readQuestion('commits')
const EPOCH_ROWS = 2 ** 32

export function firstSequenceOf(epoch: number): number {
  return epoch * EPOCH_ROWS + 1
}

export async function readCommits(port: ClickHousePort, experimentId: string): Promise<CommitState> {
  const rows = await port.select(COMMITS, { experiment_id: experimentId })
  const ofKind = (kind: number) =>
    new Map(rows.filter(row => row.kind === kind).map(row => [Number(row.epoch), Number(row.sequence)]))
  const [commits, starts] = [ofKind(COMMIT), ofKind(EPOCH_START)]
  const [deletions, erasures, purges] = [ofKind(DELETION), ofKind(ERASURE), ofKind(PURGE)]
  const deleted = Math.max(-1, ...deletions.keys())
  const epochs = Math.max(-1, ...starts.keys(), ...deletions.keys()) + 1
  const bounds = Array.from({ length: epochs }, (_, epoch) =>
    epoch <= deleted ? 0 : (starts.get(epoch + 1) ?? commits.get(epoch) ?? 0),
  )
  const isErased = [...erasures.keys()].some(epoch => epoch > deleted)
  return {
    bounds,
    version: Math.max(0, ...bounds),
    removals: [deleted, ...erasures.values(), ...purges.values()].join(),
    hasErasures: isErased,
    isOpen: epochs > 0 && epochs - 1 > deleted,
  }
}
