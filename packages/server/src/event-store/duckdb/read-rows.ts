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
  const { last, rowCount } = await findEnd(connection, kind, { after, until: bound, most })
  const rows = rowCount === 0 ? [] : await selectPage(connection, kind, { after, last, rowCount, until: bound })
  const [erasure] = await selectRows(connection, NEWEST_ERASURE)
  return {
    page: { kind, rows: rows.map(KINDS[kind].toItem) } as EventRowsPage,
    next: rowCount < most ? null : last,
    until: bound,
    removals: `${experimentNumber}.${numberOf(erasure!, 'sequence')}`,
  }
}

interface PageBounds {
  readonly after: number
  readonly until: number
}

/**
 * Rows lie in the file in the order of their sequences, within one group of batches nearly so: what the first ones reach to is
 * found without sorting the rest, however much there is. Whatever their order is, all up to the end belong to the page.
 */
async function findEnd(
  connection: DuckDBConnection,
  kind: EventRowKind,
  { after, until, most }: PageBounds & { readonly most: number },
): Promise<{ readonly last: number; readonly rowCount: number }> {
  const { table, sequence } = KINDS[kind]
  const from = `from ${table} where ${sequence} > $after and ${sequence} <= $until`
  const values = { after: BigInt(after), until: BigInt(until) }
  const [end] = await selectRows(
    connection,
    `select coalesce(max(head.sequence), 0)::double as last from (select ${sequence} as sequence ${from} limit $most) as head`,
    { ...values, most },
    { ...BOUNDS, most: INTEGER },
  )
  const last = numberOf(end!, 'last')
  const counted = { ...values, until: BigInt(last) }
  const [page] = await selectRows(connection, `select count(*)::double as rows ${from}`, counted, BOUNDS)
  return { last, rowCount: numberOf(page!, 'rows') }
}

const BOUNDS = { after: BIGINT, until: BIGINT } as const

/** The count tells DuckDB how few rows these are: it looks them up, and makes no table of all users to look into. */
function selectPage(
  connection: DuckDBConnection,
  kind: EventRowKind,
  { after, last, rowCount, until }: PageBounds & { readonly last: number; readonly rowCount: number },
): Promise<readonly Row[]> {
  const values = { after: BigInt(after), last: BigInt(last), row_count: rowCount }
  const types = { after: BIGINT, last: BIGINT, row_count: INTEGER }
  const { sql } = KINDS[kind]
  if (kind !== 'exclusions') return selectRows(connection, sql, values, types)
  return selectRows(connection, sql, { ...values, until: BigInt(until) }, { ...types, until: BIGINT })
}

interface RowKind {
  readonly table: string
  /** What orders its rows. */
  readonly sequence: string
  readonly sql: string
  toItem(row: Row): object
}

const KINDS: Readonly<Record<EventRowKind, RowKind>> = {
  conversions: {
    table: 'conversions',
    sequence: 'sequence',
    sql: readQuery('stored-conversions'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      metric: textOf(row, 'metric'),
      value: numberOf(row, 'value'),
      idempotencyKey: textOrNull(row, 'idempotency_key'),
      ...timesOf(row),
    }),
  },
  erasures: {
    table: 'erasures',
    sequence: 'sequence',
    sql: readQuery('stored-erasures'),
    toItem: row => ({ digest: textOf(row, 'digest') }),
  },
  exclusions: {
    table: 'exclusions',
    sequence: 'sequence',
    sql: readQuery('stored-exclusions'),
    toItem: row => ({ userId: textOf(row, 'user_id'), reason: textOf(row, 'reason') }),
  },
  exposures: {
    table: 'exposures',
    sequence: 'sequence',
    sql: readQuery('stored-exposures'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      arm: numberOf(row, 'arm'),
      clusterId: textOrNull(row, 'cluster'),
      ...timesOf(row),
    }),
  },
  identities: {
    table: 'identities',
    sequence: 'sequence',
    sql: readQuery('stored-identities'),
    toItem: row => ({ anonymousId: textOf(row, 'anonymous_id'), canonicalId: textOf(row, 'canonical_id') }),
  },
  identity_conflicts: {
    table: 'identity_conflicts',
    sequence: 'sequence',
    sql: readQuery('stored-identity-conflicts'),
    toItem: row => ({ anonymousId: textOf(row, 'anonymous_id') }),
  },
  pre_period: {
    table: 'pre_period',
    sequence: 'abs(sequence)',
    sql: readQuery('stored-pre-period'),
    toItem: row => ({
      userId: textOf(row, 'user_id'),
      covariate: textOf(row, 'covariate'),
      value: numberOf(row, 'value'),
      isCorrection: row.is_correction === true,
    }),
  },
  strata: {
    table: 'strata',
    sequence: 'abs(sequence)',
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
