import type { TableData } from './column-data.ts'
import {
  Float64Column,
  type GrowingColumn,
  Int8Column,
  Int64Column,
  TextColumn,
  Uint32Column,
} from './growing-columns.ts'

/** The tables of one experiment's schema; the columns stand in the order of the rows below. */
export const EXPERIMENT_TABLES = {
  users: 'user_key uinteger, user_id varchar',
  names: 'kind tinyint, name_key uinteger, name varchar',
  exposures: 'user_key uinteger, arm tinyint, client_time bigint, received_at bigint, sequence bigint',
  conversions:
    'user_key uinteger, metric_key uinteger, value double, client_time bigint, received_at bigint, sequence bigint, idempotency_key varchar',
  pre_period: 'user_key uinteger, covariate_key uinteger, value double, received_at bigint, sequence bigint',
  strata: 'user_key uinteger, stratum_key uinteger, received_at bigint, sequence bigint',
} as const

export const METRIC_NAME = 0
export const COVARIATE_NAME = 1
export const STRATUM_NAME = 2
export type NameKind = typeof METRIC_NAME | typeof COVARIATE_NAME | typeof STRATUM_NAME

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
  readonly conversions = {
    userKey: new Uint32Column(),
    metricKey: new Uint32Column(),
    value: new Float64Column(),
    clientTime: new Int64Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
    idempotencyKey: new TextColumn(),
  }
  readonly prePeriod = {
    userKey: new Uint32Column(),
    covariateKey: new Uint32Column(),
    value: new Float64Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }
  readonly strata = {
    userKey: new Uint32Column(),
    stratumKey: new Uint32Column(),
    receivedAt: new Int64Column(),
    sequence: new Int64Column(),
  }

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
      ['conversions', Object.values(this.conversions)],
      ['pre_period', Object.values(this.prePeriod)],
      ['strata', Object.values(this.strata)],
    ]
  }
}
