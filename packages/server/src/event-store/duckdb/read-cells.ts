import type { DuckDBConnection } from '@duckdb/node-api'
import type { CrossMoments } from '@verdict/stats'
import type { MetricMoments, ReadoutCell } from '../event-store.ts'
import { cellKeyOf, compareCells } from './cell-key.ts'
import type { ReadoutNames } from './read-names.ts'
import { type OutcomeCell, readOutcomeCells } from './read-outcome-cells.ts'
import { readQuery, repeatLines } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import type { SnapshotQuery } from './snapshot-query.ts'

const PERSON_CELLS = readQuery('person-cells')

/** The cells in their order, from the temporary table persons and the experiment's conversions. */
export async function readCells(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
): Promise<ReadoutCell[]> {
  const indexes = names.covariates.map((_, index) => index)
  const rows = await selectRows(connection, repeatLines(PERSON_CELLS, { covariate: indexes, other: indexes }))
  const outcomes: (readonly OutcomeCell[])[] = []
  for (const index of query.metrics.keys()) outcomes.push(await readOutcomeCells(connection, query, names, index))
  return rows.map(row => toCell(row, names, outcomes)).sort(compareCells)
}

function toCell(row: Row, names: ReadoutNames, outcomes: readonly (readonly OutcomeCell[])[]): ReadoutCell {
  const key = cellKeyOf(row, names)
  const n = numberOf(row, 'persons')
  const ofCell = outcomes.map(cells => cells.find(cell => compareCells(cell, key) === 0) ?? null)
  const metrics = ofCell.map(cell => toMetricMoments(cell, n))
  const crossed = key.hasAllCovariates ? toCrossMoments(row, n, metrics[0]!, ofCell[0]!, names.covariates.length) : null
  return { ...key, metrics, crossed }
}

/** The persons of the outcome cell together with n - persons others whose outcome is 0 (Chan, Golub & LeVeque 1979). */
function toMetricMoments(cell: OutcomeCell | null, n: number): MetricMoments {
  if (cell === null) return { converted: 0, outcome: { n, mean: 0, m2: 0 } }
  const { persons, converted, mean, m2 } = cell
  const between = mean * mean * ((persons * (n - persons)) / n)
  return { converted, outcome: { n, mean: mean * (persons / n), m2: m2 + between } }
}

/** Variable 0 is the primary outcome, variable i + 1 is covariate i. */
function toCrossMoments(
  row: Row,
  n: number,
  primary: MetricMoments,
  cell: OutcomeCell | null,
  covariateCount: number,
): CrossMoments {
  const covariates = Array.from({ length: covariateCount }, (_, at) => at)
  const means = covariates.map(at => numberOf(row, `mean_${at}`))
  const withOutcome = covariates.map(at => crossProduct(cell, at, means[at]!))
  const among = covariates.map(at => [
    withOutcome[at]!,
    ...covariates.map(other => numberOf(row, `covariance_${at}_${other}`) * n),
  ])
  return {
    n,
    means: [primary.outcome.mean, ...means],
    products: [primary.outcome.m2, ...withOutcome, ...among.flat()],
  }
}

/**
 * The outcome with a covariate over all persons, when those outside the outcome cell have the outcome 0: the product within
 * the cell, and persons (mean outcome) (mean covariate of the cell - of all), which is Chan's term without a division.
 */
function crossProduct(cell: OutcomeCell | null, covariate: number, mean: number): number {
  if (cell === null) return 0
  const { products, covariateMeans, persons } = cell
  return products[covariate]! + persons * cell.mean * (covariateMeans[covariate]! - mean)
}
