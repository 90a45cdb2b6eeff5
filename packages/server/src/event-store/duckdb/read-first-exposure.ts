import { type DuckDBConnection, LIST, listValue, UINTEGER } from '@duckdb/node-api'
import type { Arm } from '../event-store.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows, textOf } from './run-query.ts'

const FIRST_ARM = readQuery('first-arm')
const FIRST_CLUSTER = readQuery('first-cluster')

/** The arm of the first exposure among the users; null when none of them is stored as exposed. */
export async function readFirstArm(connection: DuckDBConnection, userKeys: readonly number[]): Promise<Arm | null> {
  const [row] = await selectFor(connection, FIRST_ARM, userKeys)
  return row!.arm === null ? null : numberOf(row!, 'arm')
}

/** The cluster of that exposure; null when it has none. */
export async function readFirstCluster(
  connection: DuckDBConnection,
  userKeys: readonly number[],
): Promise<string | null> {
  const [row] = await selectFor(connection, FIRST_CLUSTER, userKeys)
  return row === undefined || row.name === null ? null : textOf(row, 'name')
}

function selectFor(connection: DuckDBConnection, sql: string, userKeys: readonly number[]): Promise<readonly Row[]> {
  return selectRows(connection, sql, { user_keys: listValue([...userKeys]) }, { user_keys: LIST(UINTEGER) })
}
