import { compareText } from '../compare-text.ts'
import type { RawCounts } from '../event-store.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, textOf } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const COUNT_EXPOSURES = readQuestion('count-exposures')
const COUNT_CONVERSIONS = readQuestion('count-conversions')

export const EMPTY_COUNTS: RawCounts = { exposures: [], conversions: [] }

export async function readRawCounts(snapshot: Snapshot): Promise<RawCounts> {
  const [exposures, conversions] = await Promise.all([
    selectFrom(snapshot, COUNT_EXPOSURES),
    selectFrom(snapshot, COUNT_CONVERSIONS),
  ])
  return {
    exposures: exposures.map(row => ({ arm: numberOf(row, 'arm'), count: numberOf(row, 'rows') })),
    conversions: conversions
      .map(row => ({
        metric: textOf(row, 'metric'),
        count: numberOf(row, 'rows'),
        valueSum: numberOf(row, 'value_sum'),
      }))
      .sort((a, b) => compareText(a.metric, b.metric)),
  }
}
