import { type PersonQuery, personParameters, personTexts } from './person-query.ts'
import { readQuestion } from './read-question.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const QUARTER_VALUES = readQuestion('quarter-values')
const QUARTER_ENDS = readQuestion('quarter-ends')

/** The greatest value of each quarter of a covariate; none when no treated person has it. */
export async function readQuarterEnds(
  snapshot: Snapshot,
  query: PersonQuery,
  covariate: number,
): Promise<readonly number[]> {
  const texts = personTexts(snapshot, query, [QUARTER_VALUES.replaceAll('{quartered}', String(covariate))], {})
  const sources = texts.map(text => `select * from (${text})`).join(' union all ')
  const sql = `with quarter_values as (${sources})\n${QUARTER_ENDS}`
  const [row] = await selectFrom(snapshot, sql, personParameters(query))
  return (row?.ends ?? []) as readonly number[]
}
