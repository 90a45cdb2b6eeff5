import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { CrossMoments } from '@verdict/stats'
import { compareText } from '../compare-text.ts'
import type { MetricMoments, ReadoutCell, ReadoutQuery } from '../event-store.ts'
import type { ReadoutNames } from './read-names.ts'
import { readQuery, repeatLines } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import { daysInMs } from './whole-ms.ts'

const READOUT_CELLS = readQuery('readout-cells')

/** The cells in their order: arm, stratum, hasAllCovariates. */
export async function readCells(
  connection: DuckDBConnection,
  query: ReadoutQuery,
  names: ReadoutNames,
): Promise<ReadoutCell[]> {
  const rows = await selectRows(connection, cellsQuery(query, names), cellsParameters(query, names))
  return rows.map(row => toCell(row, query, names)).sort(byCell)
}

function cellsQuery({ metrics }: ReadoutQuery, { covariates }: ReadoutNames): string {
  const indexes = metrics.map((_, index) => index)
  return repeatLines(READOUT_CELLS, {
    metric: indexes,
    sum_metric: indexes.filter(index => metrics[index]!.outcome === 'sum'),
    converted_metric: indexes.filter(index => metrics[index]!.outcome === 'converted'),
    covariate: covariates.map((_, index) => index),
    other_covariate: covariates.map((_, index) => index),
  })
}

function cellsParameters(query: ReadoutQuery, names: ReadoutNames): Record<string, DuckDBValue> {
  const metrics = names.metricKeys.map((key, index) => [`metric_${index}`, key] as const)
  const covariates = names.covariates.map(({ key }, index) => [`covariate_${index}`, key] as const)
  return {
    ...Object.fromEntries([...metrics, ...covariates]),
    arm_count: query.armCount,
    window_ms: query.attributionWindowDays === null ? null : daysInMs(query.attributionWindowDays),
    has_covariates: covariates.length > 0,
    has_strata: names.strata.size > 0,
  }
}

function toCell(row: Row, query: ReadoutQuery, names: ReadoutNames): ReadoutCell {
  const n = numberOf(row, 'persons')
  const hasAllCovariates = row.has_all_covariates === true
  return {
    arm: numberOf(row, 'arm'),
    stratum: row.stratum_key === null ? null : names.strata.get(numberOf(row, 'stratum_key'))!,
    hasAllCovariates,
    metrics: query.metrics.map((_, index) => toMetricMoments(row, n, index)),
    crossed: hasAllCovariates ? toCrossMoments(row, n, names.covariates.length) : null,
  }
}

function toMetricMoments(row: Row, n: number, metric: number): MetricMoments {
  return {
    converted: numberOf(row, `converted_${metric}`),
    outcome: { n, mean: numberOf(row, `mean_${metric}`), m2: numberOf(row, `variance_${metric}`) * n },
  }
}

/** The primary outcome is variable 0, covariate i variable i + 1. */
function toCrossMoments(row: Row, n: number, covariateCount: number): CrossMoments {
  const variables = Array.from({ length: covariateCount + 1 }, (_, at) => at)
  return {
    n,
    means: variables.map(at => numberOf(row, at === 0 ? 'mean_0' : `covariate_mean_${at - 1}`)),
    products: variables.flatMap(a => variables.map(b => numberOf(row, covarianceColumn(a, b)) * n)),
  }
}

function covarianceColumn(a: number, b: number): string {
  if (a === 0 && b === 0) return 'variance_0'
  if (a === 0 || b === 0) return `outcome_covariance_${Math.max(a, b) - 1}`
  return `covariance_${a - 1}_${b - 1}`
}

function byCell(a: ReadoutCell, b: ReadoutCell): number {
  return (
    a.arm - b.arm ||
    Number(a.stratum !== null) - Number(b.stratum !== null) ||
    compareText(a.stratum ?? '', b.stratum ?? '') ||
    Number(a.hasAllCovariates) - Number(b.hasAllCovariates)
  )
}
