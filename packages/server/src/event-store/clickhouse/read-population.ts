import { NO_CONFLICTS, NO_IDENTITIES } from '../empty-readout.ts'
import type { Population } from '../event-store.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import type { Basics } from './read-names.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const POPULATION = readQuestion('population')
const IDENTITIES = readQuestion('identities')

const HOLDOUT = -1

export async function readPopulation(snapshot: Snapshot, query: PersonQuery, basics: Basics): Promise<Population> {
  const rows = await askPersons(snapshot, query, [POPULATION], {})
  const countOf = (arm: number, column: string) =>
    rows.filter(row => row.arm === arm).reduce((sum, row) => sum + numberOf(row, column), 0)
  const countLeft = (arm: number) => countOf(arm, 'persons') - countOf(arm, 'manual') - countOf(arm, 'rate_spikes')
  const arms = Array.from({ length: query.armCount }, (_, arm) => arm)
  return {
    treatedUsers: arms.reduce((sum, arm) => sum + countLeft(arm), 0),
    heldOutUsers: countLeft(HOLDOUT),
    firstExposureAt: basics.firstExposureAt,
    manuallyExcludedByArm: arms.map(arm => countOf(arm, 'manual')),
    rateSpikeExcludedByArm: arms.map(arm => countOf(arm, 'rate_spikes')),
    ...(query.linkCount > 0
      ? await readIdentities(snapshot, query)
      : { conflicts: NO_CONFLICTS, identities: NO_IDENTITIES }),
  }
}

async function readIdentities(
  snapshot: Snapshot,
  { armCount, linkCount }: PersonQuery,
): Promise<Pick<Population, 'conflicts' | 'identities'>> {
  const [row] = await selectFrom(snapshot, IDENTITIES, { arm_count: armCount })
  const count = (column: string) => numberOf(row!, column)
  return {
    conflicts: {
      severalArms: count('several_arms'),
      treatedAndHeldOut: count('treated_and_held_out'),
      severalStrata: count('several_strata'),
      covariate: count('covariate'),
      identity: count('identity'),
    },
    identities: { links: linkCount, foldedEvents: count('folded_events'), mergedPersons: count('merged') },
  }
}
