import type { DuckDBConnection } from '@duckdb/node-api'
import { NO_CONFLICTS, NO_IDENTITIES } from '../empty-readout.ts'
import type { Population, ReadoutQuery } from '../event-store.ts'
import { repeatLines } from '../query-lines.ts'
import { linkLines } from './find-persons.ts'
import type { ReadoutNames } from './read-names.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'

const POPULATION = readQuery('population')
const LEFT_OUT = readQuery('left-out')
const FIRST_EXPOSURE = readQuery('first-exposure')
const IDENTITIES = readQuery('identities')

const HOLDOUT = -1

/** Counts of the persons that findPersons has found, and of those it has left out. */
export async function readPopulation(
  connection: DuckDBConnection,
  query: ReadoutQuery,
  names: ReadoutNames,
): Promise<Population> {
  const [first] = await selectRows(connection, FIRST_EXPOSURE)
  return {
    firstExposureAt: first!.received_at === null ? null : numberOf(first!, 'received_at'),
    ...(await readCounts(connection, query, names)),
    ...(names.linkCount > 0
      ? await readIdentities(connection)
      : { conflicts: NO_CONFLICTS, identities: NO_IDENTITIES }),
  }
}

async function readCounts(connection: DuckDBConnection, { armCount }: ReadoutQuery, names: ReadoutNames) {
  const rows = await selectRows(connection, repeatLines(POPULATION, linkLines(names)))
  const leftOut = await selectRows(connection, repeatLines(LEFT_OUT, linkLines(names)))
  const countOf = (from: readonly Row[], arm: number, column: string) => {
    const row = from.find(candidate => numberOf(candidate, 'arm') === arm)
    return row === undefined ? 0 : numberOf(row, column)
  }
  const byArm = Array.from({ length: armCount }, (_, arm) => arm)
  const countLeft = (arm: number) =>
    countOf(rows, arm, 'persons') - countOf(leftOut, arm, 'manual') - countOf(leftOut, arm, 'rate_spikes')
  return {
    treatedUsers: byArm.reduce((sum, arm) => sum + countLeft(arm), 0),
    heldOutUsers: countLeft(HOLDOUT),
    manuallyExcludedByArm: byArm.map(arm => countOf(leftOut, arm, 'manual')),
    rateSpikeExcludedByArm: byArm.map(arm => countOf(leftOut, arm, 'rate_spikes')),
  }
}

async function readIdentities(connection: DuckDBConnection): Promise<Pick<Population, 'conflicts' | 'identities'>> {
  const [row] = await selectRows(connection, IDENTITIES)
  const count = (column: string) => numberOf(row!, column)
  return {
    conflicts: {
      severalArms: count('several_arms'),
      treatedAndHeldOut: count('treated_and_held_out'),
      severalStrata: count('several_strata'),
      covariate: count('covariate'),
      identity: count('identity'),
    },
    identities: {
      links: count('links'),
      foldedEvents: count('folded_events'),
      mergedPersons: count('merged'),
    },
  }
}
