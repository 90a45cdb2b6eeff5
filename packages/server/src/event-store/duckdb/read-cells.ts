import type { DuckDBConnection } from '@duckdb/node-api'
import { type CrossMoments, mergeCrossMoments } from '@verdict/stats'
import { compareCells } from '../compare-cells.ts'
import type { MetricMoments, ReadoutCell } from '../event-store.ts'
import { repeatLines } from '../query-lines.ts'
import { cellKeyOf, cellName } from './cell-key.ts'
import type { ReadoutNames } from './read-names.ts'
import { type OutcomeCell, readOutcomeCells } from './read-outcome-cells.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import type { SnapshotQuery } from './snapshot-query.ts'

const PERSON_CELLS = readQuery('person-cells')

/** The cells in their order, from the temporary table persons and the experiment's conversions; pairs by name of the cell. */
export async function readCells(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
  pairs: ReadonlyMap<string, CrossMoments> | null,
): Promise<ReadoutCell[]> {
  const indexes = names.covariates.map((_, index) => index)
  const rows = await selectRows(connection, repeatLines(PERSON_CELLS, { covariate: indexes, other: indexes }))
  const outcomes: ReadonlyMap<string, OutcomeCell>[] = []
  for (const index of query.metrics.keys()) outcomes.push(await readOutcomeCells(connection, query, names, index))
  return rows.map(row => toCell(row, { query, names, outcomes, pairs })).sort(compareCells)
}

interface CellSources {
  readonly query: SnapshotQuery
  readonly names: ReadoutNames
  /** By metric, then by name of the cell. */
  readonly outcomes: readonly ReadonlyMap<string, OutcomeCell>[]
  readonly pairs: ReadonlyMap<string, CrossMoments> | null
}

function toCell(row: Row, { query, names, outcomes, pairs }: CellSources): ReadoutCell {
  const key = cellKeyOf(row, names)
  const n = numberOf(row, 'persons')
  const name = cellName(row)
  const ofCell = outcomes.map(cells => cells.get(name) ?? null)
  const metrics = ofCell.map(cell => toMetricMoments(cell, n))
  const paired = pairs === null ? null : amongZeros(pairs.get(name), n)
  const { mean, m2 } = metrics[0]!.outcome
  const crossing = query.pairedWith === null ? [ofCell[0]!] : [ofCell[0]!, ofCell[query.pairedWith]!]
  const crossed = key.hasAllCovariates
    ? toCrossMoments(row, paired ?? { n, means: [mean], products: [m2] }, crossing, names.covariates.length)
    : null
  return { ...key, metrics, crossed, paired }
}

/** These together with others, up to n in all, whose outcomes are both 0. */
function amongZeros(pair: CrossMoments = NO_PAIR, n: number): CrossMoments {
  return mergeCrossMoments(pair, { ...NO_PAIR, n: n - pair.n })
}

const NO_PAIR: CrossMoments = { n: 0, means: [0, 0], products: [0, 0, 0, 0] }

/** The persons of the outcome cell together with n - persons others whose outcome is 0 (Chan, Golub & LeVeque 1979). */
function toMetricMoments(cell: OutcomeCell | null, n: number): MetricMoments {
  if (cell === null) return { converted: 0, outcome: { n, mean: 0, m2: 0 } }
  const { persons, converted, mean, m2 } = cell
  const between = mean * mean * ((persons * (n - persons)) / n)
  return { converted, outcome: { n, mean: mean * (persons / n), m2: m2 + between } }
}

/** Variable 0 is the primary outcome, the next the paired one if there is one, then the covariates. */
function toCrossMoments(
  row: Row,
  paired: CrossMoments,
  cells: readonly (OutcomeCell | null)[],
  covariateCount: number,
): CrossMoments {
  const { n } = paired
  const covariates = Array.from({ length: covariateCount }, (_, at) => at)
  const means = covariates.map(at => numberOf(row, `mean_${at}`))
  const outcomes = paired.means.length
  const crossed = cells.map(cell => covariates.map(at => crossProduct(cell, at, means[at]!)))
  const ofOutcomes = crossed.map((products, outcome) => [
    ...paired.products.slice(outcome * outcomes, (outcome + 1) * outcomes),
    ...products,
  ])
  const ofCovariates = covariates.map(at => [
    ...crossed.map(products => products[at]!),
    ...covariates.map(other => numberOf(row, `covariance_${at}_${other}`) * n),
  ])
  return { n, means: [...paired.means, ...means], products: [...ofOutcomes, ...ofCovariates].flat() }
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
