import { type DuckDBConnection, DuckDBListValue } from '@duckdb/node-api'
import type { Quarter } from '../event-store.ts'
import { repeatLines } from '../query-lines.ts'
import type { ReadoutNames } from './read-names.ts'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows } from './run-query.ts'

const QUARTER_CUTS = readQuery('quarter-cuts')
const SET_QUARTERS = readQuery('set-quarters')
const QUARTER_BOUNDS = readQuery('quarter-bounds')

/** Writes the quarter of each person, where a covariate that is read is asked for; returns their bounds. */
export async function quarterPersons(
  connection: DuckDBConnection,
  quarteredBy: string | null,
  names: ReadoutNames,
): Promise<readonly Quarter[]> {
  const covariate = names.covariates.findIndex(({ name }) => name === quarteredBy)
  if (covariate < 0) return []
  const ends = await readEnds(connection, covariate)
  const inner = ends.slice(0, -1)
  const sql = repeatLines(SET_QUARTERS, { end: inner.map((_, index) => index), covariate: [covariate] })
  await connection.run(sql, Object.fromEntries(inner.map((end, index) => [`end_${index}`, end])))
  const rows = await selectRows(connection, repeatLines(QUARTER_BOUNDS, { covariate: [covariate] }))
  return rows.map(row => ({ least: numberOf(row, 'least'), greatest: numberOf(row, 'greatest') }))
}

/** The greatest value of each quarter, ascending and different. */
async function readEnds(connection: DuckDBConnection, covariate: number): Promise<readonly number[]> {
  const [row] = await selectRows(connection, repeatLines(QUARTER_CUTS, { covariate: [covariate] }))
  const ends = row!.ends instanceof DuckDBListValue ? row!.ends.items : []
  return [...new Set(ends.filter(end => typeof end === 'number'))]
}
