import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { compareText } from '../compare-text.ts'
import type { MetricQuery, ReadoutQuery } from '../event-store.ts'
import { COVARIATE_NAME, METRIC_NAME, type NameKind, STRATUM_NAME } from './experiment-rows.ts'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows, textOf } from './run-query.ts'

const COUNT_NAMES = readQuery('count-names')
const KEY_RANGES = readQuery('key-ranges')
const FIND_NAMES = readQuery('find-names')

interface KeyedName {
  readonly key: number
  readonly name: string
}

/** What the persons are resolved with. */
export interface PersonNames {
  /** Ascending; empty when there are too many. */
  readonly covariates: readonly KeyedName[]
  /** By key; empty when there are too many. */
  readonly strata: ReadonlyMap<number, string>
  readonly greatestUserKey: number
  /** Of any metric. */
  readonly hasNegativeValues: boolean
  /** Identity links; without any, a person is a user. */
  readonly linkCount: number
  readonly hasStratumCorrections: boolean
  readonly hasPrePeriodCorrections: boolean
}

/** The names that a readout needs, with their keys in this experiment. */
export interface ReadoutNames extends PersonNames {
  /** In the order of the query's metrics; null: no event has that name. */
  readonly metricKeys: readonly (number | null)[]
  readonly covariateCount: number
  readonly stratumCount: number
}

export async function readNames(connection: DuckDBConnection, query: ReadoutQuery): Promise<ReadoutNames> {
  const counts = await selectRows(connection, COUNT_NAMES)
  const countOf = (kind: NameKind) => numberOf(counts.find(row => row.kind === kind) ?? { names: 0 }, 'names')
  const covariateCount = countOf(COVARIATE_NAME)
  const stratumCount = countOf(STRATUM_NAME)
  const covariates = covariateCount > query.maxCovariates ? [] : await findNames(connection, COVARIATE_NAME, null)
  const strata = stratumCount > query.maxStrata ? [] : await findNames(connection, STRATUM_NAME, null)
  return {
    metricKeys: await readMetricKeys(connection, query.metrics),
    covariateCount,
    stratumCount,
    ...(await readRanges(connection)),
    covariates,
    strata: new Map(strata.map(({ key, name }) => [key, name])),
  }
}

/** In the order of the metrics; null: no event has that name. */
export async function readMetricKeys(
  connection: DuckDBConnection,
  metrics: readonly MetricQuery[],
): Promise<readonly (number | null)[]> {
  const wanted = metrics.map(metric => metric.name)
  const found = await findNames(connection, METRIC_NAME, wanted)
  return wanted.map(name => found.find(metric => metric.name === name)?.key ?? null)
}

/** Everything but the covariates and strata, which a timeline does not read. */
export async function readRanges(connection: DuckDBConnection): Promise<PersonNames> {
  const [ranges] = await selectRows(connection, KEY_RANGES)
  return {
    covariates: [],
    strata: new Map(),
    greatestUserKey: numberOf(ranges!, 'greatest_user_key'),
    hasNegativeValues: numberOf(ranges!, 'least_value') < 0,
    linkCount: numberOf(ranges!, 'links'),
    hasStratumCorrections: numberOf(ranges!, 'least_stratum_sequence') < 0,
    hasPrePeriodCorrections: numberOf(ranges!, 'least_pre_period_sequence') < 0,
  }
}

/** Ascending by name. */
async function findNames(
  connection: DuckDBConnection,
  kind: NameKind,
  wanted: readonly string[] | null,
): Promise<KeyedName[]> {
  const values = { kind, wanted: wanted === null ? null : listValue(wanted) }
  const reader = await connection.runAndReadAll(FIND_NAMES, values, { wanted: LIST(VARCHAR) })
  return reader
    .getRowObjects()
    .map(row => ({ key: numberOf(row, 'name_key'), name: textOf(row, 'name') }))
    .sort((a, b) => compareText(a.name, b.name))
}
