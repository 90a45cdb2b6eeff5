import { BIGINT, type DuckDBConnection } from '@duckdb/node-api'
import { mergeMoments } from '@verdict/stats'
import { NO_EVENTS, NOBODY, timingOf } from '../empty-readout.ts'
import type { EventTiming, MetricMoments, Readout, ReadoutCell, ReadoutQuery } from '../event-store.ts'
import { repeatLines } from '../query-lines.ts'
import { daysInMs, windowInMs } from '../whole-ms.ts'
import { chooseGrouping } from './choose-grouping.ts'
import { findPersons, linkLines } from './find-persons.ts'
import { quarterPersons } from './quarter-persons.ts'
import { readCells } from './read-cells.ts'
import { type ReadoutNames, readNames } from './read-names.ts'
import { readPersonOutcomes } from './read-person-outcomes.ts'
import { readPopulation } from './read-population.ts'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows } from './run-query.ts'
import { takeSecondSnapshot } from './second-snapshot.ts'
import type { SnapshotQuery } from './snapshot-query.ts'

const EVENT_TIMING = readQuery('event-timing')

/** The connection stands in the experiment's schema, in a transaction whose newest row of the experiment has the sequence. */
export async function readReadout(
  connection: DuckDBConnection,
  query: ReadoutQuery,
  sequence: number,
): Promise<Readout> {
  const names = await readNames(connection, query)
  await chooseGrouping(connection, names.greatestUserKey)
  await findPersons(connection, query, names)
  const quarters = await quarterPersons(connection, query.quarteredBy, names)
  const population = await readPopulation(connection, query, names)
  await takeSecondSnapshot(connection)
  const snapshot = { ...query, sequence }
  const { pairs, clusters, histograms } = await readPersonOutcomes(connection, snapshot, names)
  const cells = await readCells(connection, snapshot, names, pairs)
  return {
    dataVersion: String(sequence),
    population,
    cells: cells.filter(({ arm }) => arm >= 0),
    clusters,
    histograms,
    quarters,
    heldOut: mergeMetrics(cells.filter(({ arm }) => arm === -1)) ?? query.metrics.map(() => NOBODY),
    covariates: names.covariates.map(({ name }) => name),
    covariateCount: names.covariateCount,
    stratumCount: names.stratumCount,
    timing: await readTiming(connection, snapshot, names),
  }
}

/** The holdout over its strata; null without cells. */
function mergeMetrics(cells: readonly ReadoutCell[]): readonly MetricMoments[] | null {
  return cells.reduce<readonly MetricMoments[] | null>(
    (sum, { metrics }) => (sum === null ? metrics : metrics.map((metric, at) => mergeMetric(sum[at]!, metric))),
    null,
  )
}

function mergeMetric(a: MetricMoments, b: MetricMoments): MetricMoments {
  return { converted: a.converted + b.converted, outcome: mergeMoments(a.outcome, b.outcome) }
}

async function readTiming(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
): Promise<EventTiming> {
  const metric = names.metricKeys[0]!
  if (metric === null) return NO_EVENTS
  const values = {
    sequence: BigInt(query.sequence),
    window_ms: windowInMs(query),
    horizon_ms: daysInMs(query.timingHorizonDays),
  }
  const sql = repeatLines(EVENT_TIMING, { metric: [metric], ...linkLines(names) })
  const [row] = await selectRows(connection, sql, values, {
    sequence: BIGINT,
    window_ms: BIGINT,
    horizon_ms: BIGINT,
  })
  const count = (column: string) => numberOf(row!, column)
  return timingOf(count)
}
