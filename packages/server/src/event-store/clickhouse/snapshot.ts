import type { ClickHousePort, Parameters, Row } from './clickhouse-port.ts'
import { type CommitState, readCommits } from './commit-state.ts'
import type { Topology } from './topology.ts'

/** What is committed of one experiment at one moment; all reads of it agree, whatever is written meanwhile. */
export interface Snapshot {
  readonly port: ClickHousePort
  readonly topology: Topology
  readonly experimentId: string
  readonly state: CommitState
}

export function selectFrom(
  { port, experimentId, state }: Snapshot,
  sql: string,
  parameters: Parameters = {},
): Promise<readonly Row[]> {
  return port.select(sql, { ...parameters, experiment_id: experimentId, bounds: state.bounds })
}

const MOST_ATTEMPTS = 5

/**
 * Reads from a snapshot. Rows that are taken out while it is read may be missing from a part of the answer, so it is read
 * anew then; without any rows, `empty` is the answer.
 */
export async function readSnapshot<T>(
  port: ClickHousePort,
  topology: Topology,
  experimentId: string,
  empty: T,
  read: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  let state = await readCommits(port, experimentId)
  for (let attempt = 1; ; attempt += 1) {
    if (state.version === 0) return empty
    const answer = await read({ port, topology, experimentId, state })
    const after = await readCommits(port, experimentId)
    if (after.removals === state.removals || attempt === MOST_ATTEMPTS) return answer
    state = after
  }
}
