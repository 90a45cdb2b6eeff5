import type { OutcomeHistogram, ReadoutQuery } from '../event-store.ts'
import { groupBy } from './group-by.ts'
import { outcomeOf } from './outcomes.ts'
import type { Person } from './persons.ts'

/** How many persons of each arm have which primary outcome. */
export function histogramsOf(population: readonly Person[], query: ReadoutQuery): OutcomeHistogram[] {
  return [...groupBy(population, ({ exposure }) => exposure.arm)]
    .sort(([a], [b]) => a - b)
    .map(([arm, persons]) => {
      // Adding 0 makes -0 the same as 0.
      const byValue = groupBy(persons, person => outcomeOf(person, query.metrics[0], query) + 0)
      const sorted = [...byValue].sort(([a], [b]) => a - b)
      return { arm, values: sorted.map(([value]) => value), counts: sorted.map(([, members]) => members.length) }
    })
}
