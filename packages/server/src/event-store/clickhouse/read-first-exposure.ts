import type { Arm } from '../event-store.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, textOrNull } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const FIRST_EXPOSURE_OF = readQuestion('first-exposure-of')

export interface FirstExposure {
  readonly arm: Arm
  readonly clusterId: string | null
}

/** Of the user's person; null when it was never exposed. */
export async function readFirstExposure(snapshot: Snapshot, userId: string): Promise<FirstExposure | null> {
  const [row] = await selectFrom(snapshot, FIRST_EXPOSURE_OF, { user_id: userId.toWellFormed() })
  return row === undefined ? null : { arm: numberOf(row, 'arm'), clusterId: textOrNull(row, 'cluster_id') }
}
