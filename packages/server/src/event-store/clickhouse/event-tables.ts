interface EventTable {
  readonly columns: Readonly<Record<string, string>>
  readonly orderBy: string
  /** All rows of a user lie on one shard, so that a shard can sum up its users alone. */
  readonly shardBy: string
  /** Rows that are equal in the order become one, the one with the greatest value of this column. */
  readonly newestBy?: string
}

const row = { experiment_id: 'String', sequence: 'UInt64' }
const userRow = { ...row, user_id: 'String', received_at: 'Int64' }
const byUser = { orderBy: 'experiment_id, user_id', shardBy: 'experiment_id, user_id' }
const byAnonymousId = { orderBy: 'experiment_id, anonymous_id', shardBy: 'experiment_id, anonymous_id' }

/** Each row keeps the id that it came with. Ids are strings, which ClickHouse compares byte by byte. */
export const EVENT_TABLES = {
  exposures: {
    columns: { ...userRow, arm: 'Int16', client_time: 'Nullable(Int64)', cluster_id: 'Nullable(String)' },
    ...byUser,
  },
  conversions: {
    columns: {
      ...userRow,
      metric: 'LowCardinality(String)',
      value: 'Float64',
      client_time: 'Nullable(Int64)',
    },
    orderBy: 'experiment_id, metric, user_id, sequence',
    shardBy: 'experiment_id, user_id',
  },
  idempotency_keys: {
    columns: { ...userRow, metric: 'LowCardinality(String)', idempotency_key: 'String' },
    orderBy: 'experiment_id, idempotency_key, metric',
    shardBy: 'experiment_id, idempotency_key',
  },
  pre_period: {
    columns: { ...userRow, covariate: 'LowCardinality(String)', value: 'Float64', is_correction: 'UInt8' },
    orderBy: 'experiment_id, covariate, user_id',
    shardBy: 'experiment_id, user_id',
  },
  strata: {
    columns: { ...userRow, stratum: 'LowCardinality(String)', is_correction: 'UInt8' },
    ...byUser,
  },
  exclusions: { columns: { ...userRow, is_excluded: 'UInt8', reason: 'String' }, ...byUser },
  identities: {
    columns: { ...row, anonymous_id: 'String', canonical_id: 'String', received_at: 'Int64' },
    ...byAnonymousId,
  },
  identity_conflicts: {
    columns: { ...row, anonymous_id: 'String', received_at: 'Int64' },
    ...byAnonymousId,
  },
  names: {
    columns: { ...row, kind: 'UInt8', name: 'String' },
    orderBy: 'experiment_id, kind, name',
    shardBy: 'experiment_id',
  },
  erasures: {
    columns: { ...row, digest: 'String' },
    orderBy: 'experiment_id, digest',
    shardBy: 'experiment_id',
  },
} as const satisfies Readonly<Record<string, EventTable>>

export type EventTableName = keyof typeof EVENT_TABLES

export const EVENT_TABLE_NAMES = Object.keys(EVENT_TABLES) as readonly EventTableName[]

/** What stands beside the events. */
export const BOOK_TABLES = {
  /** See commit-state.ts. */
  commits: {
    columns: { experiment_id: 'String', epoch: 'UInt32', kind: 'UInt8', sequence: 'UInt64' },
    orderBy: 'experiment_id, epoch, kind',
    shardBy: 'experiment_id',
    newestBy: 'sequence',
  },
  probes: { columns: { id: 'UInt8', probed_at: 'Int64' }, orderBy: 'id', shardBy: 'id', newestBy: 'probed_at' },
} as const satisfies Readonly<Record<string, EventTable>>

export const MIGRATIONS_TABLE = {
  columns: { version: 'UInt32' },
  orderBy: 'version',
  shardBy: 'version',
} as const satisfies EventTable

export type { EventTable }
