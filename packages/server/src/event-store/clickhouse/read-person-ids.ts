import { readQuestion } from './read-question.ts'
import { textOf } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const PERSON_IDS = readQuestion('person-ids')

/** All ids of the user's person, the canonical one first; the user's own where there are no links. */
export async function readPersonIds(snapshot: Snapshot, userId: string): Promise<readonly string[]> {
  const rows = await selectFrom(snapshot, PERSON_IDS, { user_id: userId.toWellFormed() })
  return rows.map(row => textOf(row, 'id'))
}
