import type { ClusterMoments, ReadoutQuery } from '../event-store.ts'
import { crossMomentsOf, sumOf } from './exact-moments.ts'
import { groupBy } from './group-by.ts'
import { outcomeOf } from './outcomes.ts'
import type { Person } from './persons.ts'

/** Persons and outcomes by cluster and arm; a person without a cluster is one. */
export function clustersOf(population: readonly Person[], query: ReadoutQuery): ClusterMoments[] {
  const totals = (members: readonly Person[]) => [
    members.length,
    ...query.metrics.map(metric => sumOf(members.map(person => outcomeOf(person, metric, query)))),
  ]
  return [...groupBy(population, ({ exposure }) => exposure.arm)]
    .sort(([a], [b]) => a - b)
    .map(([arm, persons]) => {
      const alone = persons.filter(({ exposure }) => exposure.clusterId === null)
      const together = groupBy(
        persons.filter(({ exposure }) => exposure.clusterId !== null),
        ({ exposure }) => exposure.clusterId!,
      )
      const rows = [...alone.map(person => [person]), ...together.values()].map(totals)
      const moments = crossMomentsOf(rows[0]!.map((_, variable) => rows.map(row => row[variable]!)))
      return { arm, moments, personsWithoutCluster: alone.length }
    })
}
