import { BIGINT, type DuckDBConnection, INTEGER } from '@duckdb/node-api'
import type { EventRowKind, EventRowsPage } from '../event-store.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows, textOf } from './run-query.ts'
import type { RowsPage, RowsRequest, StoredExperiment } from './worker-calls.ts'

const NEWEST_ERASURE = readQuery('newest-erasure')

/** The rows after a sequence, and what tells that none was erased since another page was read. */
export async function readRows(
  connection: DuckDBConnection,
  { kind, after, until, most }: RowsRequest,
  { experimentNumber, sequence }: StoredExperiment,
): Promise<RowsPage> {
  const bound = until ?? sequence
  const values = { after: BigInt(after), until: BigInt(bound), most }
  const types = { after: BIGINT, until: BIGINT, most: INTEGER }
  const { sql, toItem } = KINDS[kind]
  const rows = await selectRows(connection, sql, values, types)
  const [erasure] = await selectRows(connection, NEWEST_ERASURE)
  return {
    page: { kind, rows: rows.map(toItem) } as EventRowsPage,
    last: rows.length === 0 ? after : numberOf(rows.at(-1)!, 'sequence'),
    until: bound,
    removals: `${experimentNumber}.${numberOf(erasure!, 'sequence')}`,
  }
}

interface RowKind {
  readonly sql: string
  toItem(row: Row): object
}

const KINDS: Readonly<Record<EventRowKind, RowKind>> = {
  conversions: {
    sql: readQuery('stored-conversions'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      metric: textOf(row, 'metric'),
      value: numberOf(row, 'value'),
      idempotencyKey: textOrNull(row, 'idempotency_key'),
      ...timesOf(row),
    }),
  },
  exclusions: {
    sql: readQuery('stored-exclusions'),
    toItem: row => ({ userId: textOf(row, 'user_id'), reason: textOf(row, 'reason') }),
  },
  exposures: {
    sql: readQuery('stored-exposures'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      arm: numberOf(row, 'arm'),
      clusterId: textOrNull(row, 'cluster'),
      ...timesOf(row),
    }),
  },
  identities: {
    sql: readQuery('stored-identities'),
    toItem: row => ({ anonymousId: textOf(row, 'anonymous_id'), canonicalId: textOf(row, 'canonical_id') }),
  },
  identity_conflicts: {
    sql: readQuery('stored-identity-conflicts'),
    toItem: row => ({ anonymousId: textOf(row, 'anonymous_id') }),
  },
  pre_period: {
    sql: readQuery('stored-pre-period'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      covariate: textOf(row, 'covariate'),
      value: numberOf(row, 'value'),
      isCorrection: row.is_correction === true,
    }),
  },
  strata: {
    sql: readQuery('stored-strata'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      stratum: textOf(row, 'stratum'),
      isCorrection: row.is_correction === true,
    }),
  },
}

function timesOf(row: Row) {
  const occurredAt = row.client_time === null ? null : numberOf(row, 'client_time')
  return { occurredAt, receivedAt: numberOf(row, 'received_at') }
}

function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}
