import { BIGINT, type DuckDBConnection } from '@duckdb/node-api'
import { type CellKey, cellKeyOf } from './cell-key.ts'
import { linkLines } from './find-persons.ts'
import type { ReadoutNames } from './read-names.ts'
import { linesIf, readQuery, repeatLines } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import type { SnapshotQuery } from './snapshot-query.ts'
import { windowInMs } from './whole-ms.ts'

const OUTCOME_CELLS = readQuery('outcome-cells')

/** The persons of a cell who have a counted event of the metric. */
export interface OutcomeCell extends CellKey {
  readonly persons: number
  readonly converted: number
  readonly mean: number
  readonly m2: number
  /** Of the covariates, where they were asked for and are complete; else empty. */
  readonly covariateMeans: readonly number[]
  readonly products: readonly number[]
}

/** Only the primary metric, which is the first, is crossed with the covariates. */
export async function readOutcomeCells(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
  index: number,
): Promise<readonly OutcomeCell[]> {
  const metricKey = names.metricKeys[index]!
  if (metricKey === null) return []
  const covariates = index === 0 ? names.covariates.map((_, at) => at) : []
  const isSum = query.metrics[index]!.outcome === 'sum'
  const sql = repeatLines(OUTCOME_CELLS, {
    metric: [metricKey],
    sum: linesIf(isSum),
    unsigned: linesIf(isSum && !names.hasNegativeValues),
    signed: linesIf(isSum && names.hasNegativeValues),
    flag: linesIf(!isSum),
    ...linkLines(names),
    covariate: covariates,
  })
  const rows = await selectRows(
    connection,
    sql,
    { sequence: BigInt(query.sequence), window_ms: windowInMs(query) },
    { sequence: BIGINT, window_ms: BIGINT },
  )
  return rows.map(row => toOutcomeCell(row, names, covariates))
}

function toOutcomeCell(row: Row, names: ReadoutNames, covariates: readonly number[]): OutcomeCell {
  const key = cellKeyOf(row, names)
  const persons = numberOf(row, 'persons')
  const complete = key.hasAllCovariates ? covariates : []
  return {
    ...key,
    persons,
    converted: numberOf(row, 'converted'),
    mean: numberOf(row, 'mean'),
    m2: numberOf(row, 'variance') * persons,
    covariateMeans: complete.map(at => numberOf(row, `mean_${at}`)),
    products: complete.map(at => numberOf(row, `covariance_${at}`) * persons),
  }
}
