import { type CrossMoments, mergeCrossMoments, mergeMoments } from '@verdict/stats'
import { compareCells } from '../compare-cells.ts'
import type { MetricMoments, ReadoutCell, ReadoutQuery } from '../event-store.ts'
import type { Row } from './clickhouse-port.ts'
import { outcomeLines, outcomeParameters } from './outcome-query.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, numberOrNull, textOrNull } from './row-values.ts'
import type { Snapshot } from './snapshot.ts'

const PERSON_OUTCOMES = readQuestion('person-outcomes')
const CELLS = readQuestion('cells')

/** With the least value of the covariate that the cells are quartered by. */
export interface LeastCell {
  readonly cell: ReadoutCell
  readonly leastValue: number | null
}

/** The cells in their order, those of the holdout among them. */
export async function readCells(
  snapshot: Snapshot,
  query: ReadoutQuery,
  persons: PersonQuery,
): Promise<readonly LeastCell[]> {
  const { metrics, pairedWith } = query
  const other = persons.covariates.map((_, index) => index)
  const lines = { ...outcomeLines(metrics), other, crossed: [...new Set([0, pairedWith ?? 0])] }
  const rows = await askPersons(snapshot, persons, [PERSON_OUTCOMES, CELLS], lines, outcomeParameters(metrics, query))
  const merged = new Map<string, LeastCell>()
  for (const row of rows) {
    const name = JSON.stringify([row.arm, row.stratum, row.quarter, Boolean(row.has_all_covariates), row.exposure_day])
    const part = toCell(row, query, persons)
    const present = merged.get(name)
    merged.set(name, present === undefined ? part : mergeCells(present, part))
  }
  return [...merged.values()].sort((a, b) => compareCells(a.cell, b.cell))
}

export function mergeMetrics(a: MetricMoments, b: MetricMoments): MetricMoments {
  return { converted: a.converted + b.converted, outcome: mergeMoments(a.outcome, b.outcome) }
}

function toCell(row: Row, { metrics, pairedWith }: ReadoutQuery, { covariates, quarters }: PersonQuery): LeastCell {
  const n = numberOf(row, 'persons')
  const hasAllCovariates = Boolean(row.has_all_covariates)
  const ofMetrics = metrics.map((_, index) => ({
    converted: numberOf(row, `converted_${index}`),
    outcome: { n, mean: numberOf(row, `mean_${index}`), m2: numberOf(row, `variance_${index}`) * n },
  }))
  const crossed = pairedWith === null ? [0] : [0, pairedWith]
  const cell = {
    arm: numberOf(row, 'arm'),
    stratum: textOrNull(row, 'stratum'),
    quarter: numberOrNull(row, 'quarter'),
    hasAllCovariates,
    exposureDay: numberOf(row, 'exposure_day'),
    metrics: ofMetrics,
    crossed: hasAllCovariates ? crossMomentsOf(row, ofMetrics, crossed, covariates.length) : null,
    paired: pairedWith === null ? null : crossMomentsOf(row, ofMetrics, crossed, 0),
  }
  return { cell, leastValue: quarters === null ? null : numberOrNull(row, 'least_value') }
}

/** First the crossed outcomes, the primary one first of all, then the covariates. */
function crossMomentsOf(
  row: Row,
  metrics: readonly MetricMoments[],
  crossed: readonly number[],
  covariateCount: number,
): CrossMoments {
  const { n } = metrics[0]!.outcome
  const covariates = Array.from({ length: covariateCount }, (_, index) => index)
  const product = (column: string) => numberOf(row, column) * n
  const ofOutcomes = crossed.map((metric, at) => [
    ...crossed.map((other, otherAt) =>
      at === otherAt ? metrics[metric]!.outcome.m2 : product(`outcome_covariance_${Math.max(metric, other)}`),
    ),
    ...covariates.map(covariate => product(`covariance_${metric}_with_${covariate}`)),
  ])
  const ofCovariates = covariates.map(covariate => [
    ...crossed.map(metric => product(`covariance_${metric}_with_${covariate}`)),
    ...covariates.map(other => product(`covariance_${covariate}_${other}`)),
  ])
  return {
    n,
    means: [
      ...crossed.map(metric => metrics[metric]!.outcome.mean),
      ...covariates.map(covariate => numberOf(row, `covariate_mean_${covariate}`)),
    ],
    products: [...ofOutcomes, ...ofCovariates].flat(),
  }
}

function mergeCells(a: LeastCell, b: LeastCell): LeastCell {
  const least = [a.leastValue, b.leastValue].filter(value => value !== null)
  return {
    cell: {
      ...a.cell,
      metrics: a.cell.metrics.map((metric, index) => mergeMetrics(metric, b.cell.metrics[index]!)),
      crossed: mergeNullable(a.cell.crossed, b.cell.crossed),
      paired: mergeNullable(a.cell.paired, b.cell.paired),
    },
    leastValue: least.length === 0 ? null : Math.min(...least),
  }
}

function mergeNullable(a: CrossMoments | null, b: CrossMoments | null): CrossMoments | null {
  return a === null || b === null ? null : mergeCrossMoments(a, b)
}
