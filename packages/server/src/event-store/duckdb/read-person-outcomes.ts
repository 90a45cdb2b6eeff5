import { BIGINT, type DuckDBConnection, UTINYINT } from '@duckdb/node-api'
import type { CrossMoments } from '@verdict/stats'
import type { ClusterMoments, OutcomeHistogram } from '../event-store.ts'
import { linesIf, repeatLines } from '../query-lines.ts'
import { windowInMs } from '../whole-ms.ts'
import { cellName } from './cell-key.ts'
import { linkLines } from './find-persons.ts'
import type { ReadoutNames } from './read-names.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import type { SnapshotQuery } from './snapshot-query.ts'

const CREATE_OUTCOMES = readQuery('create-outcomes')
const KEEP_OUTCOMES = readQuery('keep-outcomes')
const PAIR_CELLS = readQuery('pair-cells')
const CLUSTERS = readQuery('clusters')
const HISTOGRAMS = readQuery('histograms')
/** No name has this key: they count from 0, and there is not room for so many. */
const NO_KEY = 2 ** 32 - 1

export interface PersonOutcomes {
  readonly clusters: readonly ClusterMoments[]
  readonly histograms: readonly OutcomeHistogram[]
  /** By name of the cell, the persons with an event of either metric; null unless asked for. */
  readonly pairs: ReadonlyMap<string, CrossMoments> | null
}

/** What needs the outcomes of whole persons, and not only their moments by cell; nothing is read that was not asked for. */
export async function readPersonOutcomes(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
): Promise<PersonOutcomes> {
  const { pairedWith, readsClusters, readsHistograms } = query
  const places = new Set([
    0,
    ...(pairedWith === null ? [] : [pairedWith]),
    ...(readsClusters ? query.metrics.keys() : []),
  ])
  if (pairedWith === null && !readsClusters && !readsHistograms) return NOTHING
  await connection.run(CREATE_OUTCOMES)
  for (const place of places) await keepOutcomes(connection, query, names, place)
  return {
    clusters: readsClusters ? await readClusters(connection, query.metrics.length) : [],
    histograms: readsHistograms ? await readHistograms(connection) : [],
    pairs: pairedWith === null ? null : await readPairs(connection, pairedWith),
  }
}

const NOTHING: PersonOutcomes = { clusters: [], histograms: [], pairs: null }

async function keepOutcomes(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  names: ReadoutNames,
  place: number,
): Promise<void> {
  const isSum = query.metrics[place]!.outcome === 'sum'
  const sql = repeatLines(KEEP_OUTCOMES, {
    metric: [names.metricKeys[place] ?? NO_KEY],
    place: [place],
    sum: linesIf(isSum),
    flag: linesIf(!isSum),
    ...linkLines(names),
  })
  const values = { sequence: BigInt(query.sequence), window_ms: windowInMs(query) }
  await connection.run(sql, values, { sequence: BIGINT, window_ms: BIGINT })
}

async function readPairs(connection: DuckDBConnection, place: number): Promise<ReadonlyMap<string, CrossMoments>> {
  const rows = await selectRows(connection, PAIR_CELLS, { place }, { place: UTINYINT })
  return new Map(rows.map(row => [cellName(row), pairMoments(row)]))
}

async function readClusters(connection: DuckDBConnection, metricCount: number): Promise<ClusterMoments[]> {
  const places = Array.from({ length: metricCount }, (_, place) => place)
  const rows = await selectRows(connection, repeatLines(CLUSTERS, { place: places, other: places }))
  return rows.map(row => ({
    arm: numberOf(row, 'arm'),
    moments: clusterMoments(row, places),
    personsWithoutCluster: numberOf(row, 'alone'),
  }))
}

async function readHistograms(connection: DuckDBConnection): Promise<OutcomeHistogram[]> {
  const byArm = new Map<number, { arm: number; values: number[]; counts: number[] }>()
  for (const row of await selectRows(connection, HISTOGRAMS)) {
    const arm = numberOf(row, 'arm')
    const histogram = byArm.get(arm) ?? { arm, values: [], counts: [] }
    histogram.values.push(numberOf(row, 'value'))
    histogram.counts.push(numberOf(row, 'persons'))
    byArm.set(arm, histogram)
  }
  return [...byArm.values()]
}

function pairMoments(row: Row): CrossMoments {
  const n = numberOf(row, 'persons')
  const cross = numberOf(row, 'covariance') * n
  return {
    n,
    means: [numberOf(row, 'mean'), numberOf(row, 'other_mean')],
    products: [numberOf(row, 'variance') * n, cross, cross, numberOf(row, 'other_variance') * n],
  }
}

function clusterMoments(row: Row, places: readonly number[]): CrossMoments {
  const n = numberOf(row, 'clusters')
  const withPersons = places.map(place => numberOf(row, `persons_covariance_${place}`))
  const among = places.map(place => [
    withPersons[place]!,
    ...places.map(other => numberOf(row, `covariance_${place}_${other}`)),
  ])
  const covariances = [numberOf(row, 'persons_variance'), ...withPersons, ...among.flat()]
  return {
    n,
    means: [numberOf(row, 'persons_mean'), ...places.map(place => numberOf(row, `mean_${place}`))],
    products: covariances.map(covariance => covariance * n),
  }
}
