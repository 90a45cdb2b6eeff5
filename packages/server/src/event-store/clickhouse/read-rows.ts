import { MOST_READ_ROWS } from '../event-rows.ts'
import type { EventRowKind, EventRowsPage } from '../event-store.ts'
import type { Row } from './clickhouse-port.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, numberOrNull, textOf, textOrNull } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const IDEMPOTENCY_KEYS = readQuestion('stored-idempotency-keys')

export interface RowsPart {
  readonly page: EventRowsPage
  /** The sequence of its last row. */
  readonly last: number
}

/** The rows of a kind after a sequence. */
export async function readRows(snapshot: Snapshot, kind: EventRowKind, after: number): Promise<RowsPart> {
  const rows = await selectFrom(snapshot, QUESTIONS[kind], { after, most: MOST_READ_ROWS })
  const last = rows.length === 0 ? after : sequenceOf(rows.at(-1)!)
  if (kind === 'conversions') return { page: { kind, rows: await withKeys(snapshot, rows, after, last) }, last }
  return { page: { kind, rows: rows.map(ITEMS[kind]) } as EventRowsPage, last }
}

const QUESTIONS: Readonly<Record<EventRowKind, string>> = {
  conversions: readQuestion('stored-conversions'),
  erasures: readQuestion('stored-erasures'),
  exclusions: readQuestion('stored-exclusions'),
  exposures: readQuestion('stored-exposures'),
  identities: readQuestion('stored-identities'),
  identity_conflicts: readQuestion('stored-identity-conflicts'),
  pre_period: readQuestion('stored-pre-period'),
  strata: readQuestion('stored-strata'),
}

const ITEMS: Readonly<Record<Exclude<EventRowKind, 'conversions'>, (row: Row) => object>> = {
  erasures: row => ({ digest: textOf(row, 'digest') }),
  exclusions: row => ({ userId: textOf(row, 'user_id'), reason: textOf(row, 'last_reason') }),
  exposures: row => ({
    userId: textOf(row, 'user_id'),
    arm: numberOf(row, 'arm'),
    clusterId: textOrNull(row, 'cluster_id'),
    ...timesOf(row),
  }),
  identities: row => ({ anonymousId: textOf(row, 'anonymous_id'), canonicalId: textOf(row, 'canonical_id') }),
  identity_conflicts: row => ({ anonymousId: textOf(row, 'anonymous_id') }),
  pre_period: row => ({
    userId: textOf(row, 'user_id'),
    covariate: textOf(row, 'covariate'),
    value: numberOf(row, 'value'),
    isCorrection: numberOf(row, 'is_correction') === 1,
  }),
  strata: row => ({
    userId: textOf(row, 'user_id'),
    stratum: textOf(row, 'stratum'),
    isCorrection: numberOf(row, 'is_correction') === 1,
  }),
}

// They lie on other shards than their conversions.
async function withKeys(snapshot: Snapshot, rows: readonly Row[], after: number, last: number) {
  const keyed = rows.length === 0 ? [] : await selectFrom(snapshot, IDEMPOTENCY_KEYS, { after, last })
  const keys = new Map(keyed.map(row => [sequenceOf(row), textOf(row, 'idempotency_key')]))
  return rows.map(row => ({
    userId: textOf(row, 'user_id'),
    metric: textOf(row, 'metric'),
    value: numberOf(row, 'value'),
    idempotencyKey: keys.get(sequenceOf(row)) ?? null,
    ...timesOf(row),
  }))
}

function sequenceOf(row: Row): number {
  return numberOf(row, 'last_sequence' in row ? 'last_sequence' : 'sequence')
}

function timesOf(row: Row) {
  return { occurredAt: numberOrNull(row, 'client_time'), receivedAt: numberOf(row, 'received_at') }
}
