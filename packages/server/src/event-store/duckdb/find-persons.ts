import { BIGINT, type DuckDBConnection, INTEGER } from '@duckdb/node-api'
import type { RateSpikeRule, ReadoutQuery } from '../event-store.ts'
import type { ReadoutNames } from './read-names.ts'
import { readQuery, repeatLines } from './read-query.ts'
import { minutesInMs } from './whole-ms.ts'

const RATE_SPIKES = readQuery('rate-spikes')
const PERSONS = readQuery('persons')

/** Leaves the persons left out for event rates in the temporary table rate_spikes, the population in persons. */
export async function findPersons(
  connection: DuckDBConnection,
  query: ReadoutQuery,
  names: ReadoutNames,
): Promise<void> {
  await findRateSpikes(connection, query.rateSpike)
  const keys = names.covariates.map(({ key }, index) => [`covariate_${index}`, key] as const)
  await connection.run(repeatLines(PERSONS, { covariate: keys.map((_, index) => index) }), {
    ...Object.fromEntries(keys),
    arm_count: query.armCount,
    has_covariates: keys.length > 0,
    has_strata: names.strata.size > 0,
  })
}

/** The table is as large as the population. */
export async function dropPersons(connection: DuckDBConnection): Promise<void> {
  await connection.run('drop table if exists temp.persons; drop table if exists temp.rate_spikes')
}

async function findRateSpikes(connection: DuckDBConnection, rule: RateSpikeRule | null): Promise<void> {
  if (rule === null) {
    await connection.run('create or replace temp table rate_spikes(person_key uinteger)')
    return
  }
  await connection.run(
    RATE_SPIKES,
    { max_events: rule.maxEvents, window_ms: minutesInMs(rule.windowMinutes) },
    { max_events: INTEGER, window_ms: BIGINT },
  )
}
