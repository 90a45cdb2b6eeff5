import type { OutcomeHistogram, ReadoutQuery } from '../event-store.ts'
import { outcomeLines, outcomeParameters } from './outcome-query.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import type { Snapshot } from './snapshot.ts'

const PERSON_OUTCOMES = readQuestion('person-outcomes')
const HISTOGRAMS = readQuestion('histograms')

/** How many persons of each arm have which primary outcome. */
export async function readHistograms(
  snapshot: Snapshot,
  query: ReadoutQuery,
  persons: PersonQuery,
): Promise<readonly OutcomeHistogram[]> {
  const metrics = [query.metrics[0]]
  const values = outcomeParameters(metrics, query)
  const rows = await askPersons(snapshot, persons, [PERSON_OUTCOMES, HISTOGRAMS], outcomeLines(metrics), values)
  const byArm = new Map<number, Map<number, number>>()
  for (const row of rows) {
    const counts = byArm.get(numberOf(row, 'arm')) ?? new Map<number, number>()
    byArm.set(numberOf(row, 'arm'), counts)
    const value = numberOf(row, 'value')
    counts.set(value, (counts.get(value) ?? 0) + numberOf(row, 'persons'))
  }
  return [...byArm]
    .sort(([a], [b]) => a - b)
    .map(([arm, counts]) => {
      const sorted = [...counts].sort(([a], [b]) => a - b)
      return { arm, values: sorted.map(([value]) => value), counts: sorted.map(([, count]) => count) }
    })
}
