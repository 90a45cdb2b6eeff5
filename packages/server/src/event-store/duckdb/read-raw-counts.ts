import type { DuckDBConnection } from '@duckdb/node-api'
import { compareText } from '../compare-text.ts'
import type { RawCounts } from '../event-store.ts'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows, textOf } from './run-query.ts'

const COUNT_EXPOSURES = readQuery('count-exposures')
const COUNT_CONVERSIONS = readQuery('count-conversions')

export const EMPTY_COUNTS: RawCounts = { exposures: [], conversions: [] }

export async function readRawCounts(connection: DuckDBConnection): Promise<RawCounts> {
  const exposures = await selectRows(connection, COUNT_EXPOSURES)
  const conversions = await selectRows(connection, COUNT_CONVERSIONS)
  return {
    exposures: exposures.map(row => ({ arm: numberOf(row, 'arm'), count: numberOf(row, 'rows') })),
    conversions: conversions
      .map(row => ({ metric: textOf(row, 'name'), count: numberOf(row, 'rows'), valueSum: numberOf(row, 'value_sum') }))
      .sort((a, b) => compareText(a.metric, b.metric)),
  }
}
