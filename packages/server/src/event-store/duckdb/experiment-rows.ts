import type { TableData } from './column-data.ts'
import {
  Float64Column,
  type GrowingColumn,
  Int8Column,
  Int64Column,
  TextColumn,
  Uint32Column,
} from './growing-columns.ts'

/**
 * The tables of one experiment's schema; the columns stand in the order of the rows below. In strata and pre_period a
 * correction has a negative sequence: the row with the smallest sequence stands for its person. Of a user's rows in
 * exclusions the last counts.
 */
export const EXPERIMENT_TABLES = {
  users: 'user_key uinteger, user_id varchar',
  names: 'kind tinyint, name_key uinteger, name varchar',
  exposures: 'user_key uinteger, arm tinyint, client_time bigint, received_at bigint, sequence bigint',
  clusters: 'user_key uinteger, cluster_key uinteger, sequence bigint',
  conversions:
    'user_key uinteger, metric_key uinteger, value double, client_time bigint, received_at bigint, sequence bigint, idempotency_key varchar',
  pre_period: 'user_key uinteger, covariate_key uinteger, value double, received_at bigint, sequence bigint',
  strata: 'user_key uinteger, stratum_key uinteger, received_at bigint, sequence bigint',
  identities: 'anonymous_key uinteger, person_key uinteger, received_at bigint, sequence bigint',
  identity_conflicts: 'anonymous_key uinteger, received_at bigint, sequence bigint',
  exclusions: 'user_key uinteger, is_excluded tinyint, reason varchar, received_at bigint, sequence bigint',
  erasures: 'digest varchar, sequence bigint',
} as const

export const METRIC_NAME = 0
export const COVARIATE_NAME = 1
export const STRATUM_NAME = 2
export const CLUSTER_NAME = 3
/** A name's kind is its place here. */
export const NAME_KINDS = [METRIC_NAME, COVARIATE_NAME, STRATUM_NAME, CLUSTER_NAME] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** New rows of one experiment, by table. */
export class ExperimentRows {
  readonly users = { userKey: new Uint32Column(), userId: new TextColumn() }
  readonly names = { kind: new Int8Column(), nameKey: new Uint32Column(), name: new TextColumn() }
  readonly exposures = {
    userKey: new Uint32Column(),
    arm: new Int8Column(),
    clientTime: new Int64Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }
  readonly clusters = { userKey: new Uint32Column(), clusterKey: new Uint32Column(), sequence: new Int64Column() }
  readonly conversions = {
    userKey: new Uint32Column(),
    metricKey: new Uint32Column(),
    value: new Float64Column(),
    clientTime: new Int64Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
    idempotencyKey: new TextColumn(),
  }
  readonly prePeriod = newPrePeriodColumns()
  readonly prePeriodCorrections = newPrePeriodColumns()
  readonly strata = newStrataColumns()
  readonly stratumCorrections = newStrataColumns()
  readonly identities = {
    anonymousKey: new Uint32Column(),
    personKey: new Uint32Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }
  readonly identityConflicts = {
    anonymousKey: new Uint32Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }
  readonly exclusions = {
    userKey: new Uint32Column(),
    isExcluded: new Int8Column(),
    reason: new TextColumn(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }

  readonly erasures = { digest: new TextColumn(), sequence: new Int64Column() }

  /** Row counts by table, for truncate. */
  lengths(): readonly number[] {
    return this.#tables().map(([, columns]) => columns[0]!.length)
  }

  truncate(lengths: readonly number[]): void {
    this.#tables().forEach(([, columns], at) => {
      for (const column of columns) column.truncate(lengths[at]!)
    })
  }

  /** The tables that have rows; this object is spent. */
  take(): TableData[] {
    return this.#tables()
      .filter(([, columns]) => columns[0]!.length > 0)
      .map(([table, columns]) => ({
        table,
        rowCount: columns[0]!.length,
        columns: columns.map(column => column.take()),
      }))
  }

  #tables(): readonly (readonly [string, readonly GrowingColumn[]])[] {
    return [
      ['users', Object.values(this.users)],
      ['names', Object.values(this.names)],
      ['exposures', Object.values(this.exposures)],
      ['clusters', Object.values(this.clusters)],
      ['conversions', Object.values(this.conversions)],
      ['pre_period', Object.values(this.prePeriod)],
      ['pre_period', Object.values(this.prePeriodCorrections)],
      ['strata', Object.values(this.strata)],
      ['strata', Object.values(this.stratumCorrections)],
      ['identities', Object.values(this.identities)],
      ['identity_conflicts', Object.values(this.identityConflicts)],
      ['exclusions', Object.values(this.exclusions)],
      ['erasures', Object.values(this.erasures)],
    ]
  }
}

function newPrePeriodColumns() {
  return {
    userKey: new Uint32Column(),
    covariateKey: new Uint32Column(),
    value: new Float64Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }
}

function newStrataColumns() {
  return {
    userKey: new Uint32Column(),
    stratumKey: new Uint32Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }
}
