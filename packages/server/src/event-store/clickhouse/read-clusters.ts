import { type CrossMoments, crossMomentsOf, mergeCrossMoments } from '@verdict/stats'
import type { ClusterMoments, ReadoutQuery } from '../event-store.ts'
import type { Row } from './clickhouse-port.ts'
import { outcomeLines, outcomeParameters } from './outcome-query.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, textOf } from './row-values.ts'
import type { Snapshot } from './snapshot.ts'

const PERSON_OUTCOMES = readQuestion('person-outcomes')
const CLUSTERS = readQuestion('clusters')
const WITHOUT_CLUSTER = readQuestion('persons-without-cluster')

/** Persons and outcomes by cluster and arm: the clusters, which may lie on several shards, and the persons without one. */
export async function readClusters(
  snapshot: Snapshot,
  query: ReadoutQuery,
  persons: PersonQuery,
): Promise<readonly ClusterMoments[]> {
  const { metrics } = query
  const lines = { ...outcomeLines(metrics), other: metrics.map((_, index) => index) }
  const ask = (question: string) =>
    askPersons(snapshot, persons, [PERSON_OUTCOMES, question], lines, outcomeParameters(metrics, query))
  const [together, alone] = await Promise.all([ask(CLUSTERS), ask(WITHOUT_CLUSTER)])
  const arms = [...new Set([...together, ...alone].map(row => numberOf(row, 'arm')))].sort((a, b) => a - b)
  return arms.map(arm => {
    const without = alone.filter(row => row.arm === arm).map(row => personMoments(row, metrics.length))
    const moments = without.reduce(
      mergeCrossMoments,
      clusterMoments(
        together.filter(row => row.arm === arm),
        metrics.length,
      ),
    )
    return { arm, moments, personsWithoutCluster: without.reduce((sum, { n }) => sum + n, 0) }
  })
}

/** Over clusters [persons, outcomes]. */
function clusterMoments(rows: readonly Row[], metricCount: number): CrossMoments {
  const columns = ['persons', ...Array.from({ length: metricCount }, (_, metric) => `outcome_${metric}`)]
  const totals = new Map<string, readonly number[]>()
  for (const row of rows) {
    const present = totals.get(textOf(row, 'cluster_id'))
    const part = columns.map(column => numberOf(row, column))
    totals.set(textOf(row, 'cluster_id'), present === undefined ? part : part.map((value, at) => value + present[at]!))
  }
  return crossMomentsOf(columns.map((_, at) => [...totals.values()].map(values => values[at]!)))
}

/** Each person is a cluster of one person, which does not vary. */
function personMoments(row: Row, metricCount: number): CrossMoments {
  const n = numberOf(row, 'persons')
  const metrics = Array.from({ length: metricCount }, (_, metric) => metric)
  return {
    n,
    means: [1, ...metrics.map(metric => numberOf(row, `mean_${metric}`))],
    products: [
      ...[0, ...metrics].map(() => 0),
      ...metrics.flatMap(metric => [0, ...metrics.map(other => numberOf(row, `covariance_${metric}_${other}`) * n)]),
    ],
  }
}
