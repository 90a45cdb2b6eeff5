import { BIGINT, type DuckDBConnection } from '@duckdb/node-api'
import { linesIf, repeatLines } from '../query-lines.ts'
import { windowInMs } from '../whole-ms.ts'
import { cellName } from './cell-key.ts'
import { linkLines } from './find-persons.ts'
import type { ReadoutNames } from './read-names.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import type { SnapshotQuery } from './snapshot-query.ts'

const OUTCOME_CELLS = readQuery('outcome-cells')

/** The persons of a cell who have a counted event of the metric. */
export interface OutcomeCell {
  readonly persons: number
  readonly converted: number
  readonly mean: number
  readonly m2: number
  /** Of the covariates, where they were asked for and are complete; else empty. */
  readonly covariateMeans: readonly number[]
  readonly products: readonly number[]
}

/** By name of the cell. Only the primary metric and what it is paired with are crossed with the covariates. */
export async function readOutcomeCells(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
  index: number,
): Promise<ReadonlyMap<string, OutcomeCell>> {
  const metricKey = names.metricKeys[index]!
  if (metricKey === null) return new Map()
  const covariates = index === 0 || index === query.pairedWith ? names.covariates.map((_, at) => at) : []
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
  return new Map(rows.map(row => [cellName(row), toOutcomeCell(row, covariates)]))
}

function toOutcomeCell(row: Row, covariates: readonly number[]): OutcomeCell {
  const persons = numberOf(row, 'persons')
  const complete = row.has_all_covariates === true ? covariates : []
  return {
    persons,
    converted: numberOf(row, 'converted'),
    mean: numberOf(row, 'mean'),
    m2: numberOf(row, 'variance') * persons,
    covariateMeans: complete.map(at => numberOf(row, `mean_${at}`)),
    products: complete.map(at => numberOf(row, `covariance_${at}`) * persons),
  }
}
