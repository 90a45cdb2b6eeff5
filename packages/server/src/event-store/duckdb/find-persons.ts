import { BIGINT, type DuckDBConnection, INTEGER } from '@duckdb/node-api'
import type { PopulationQuery, RateSpikeRule } from '../event-store.ts'
import { linesIf, repeatLines } from '../query-lines.ts'
import { minutesInMs } from '../whole-ms.ts'
import type { PersonNames } from './read-names.ts'
import { readQuery } from './read-query.ts'

const PERSON_EXPOSURES = readQuery('person-exposures')
const PERSON_STRATA = readQuery('person-strata')
const PERSON_PRE_PERIOD = readQuery('person-pre-period')
const PERSON_IDS = readQuery('person-ids')
const MANUAL_EXCLUSIONS = readQuery('manual-exclusions')
const RATE_SPIKES = readQuery('rate-spikes')
const PERSONS = readQuery('persons')

const TEMPORARY = [
  ...['persons', 'person_ids', 'person_exposures', 'person_strata', 'person_pre_period', 'left_out'],
  'outcomes',
]

export interface PersonsQuery extends PopulationQuery {
  readonly readsClusters: boolean
}

/**
 * Leaves the population and the holdout in the temporary table persons, those who are left out in left_out. Where there are
 * links, person_ids has every id of the persons, and person_exposures, person_strata and person_pre_period what is folded.
 */
export async function findPersons(
  connection: DuckDBConnection,
  query: PersonsQuery,
  names: PersonNames,
): Promise<void> {
  const isLinked = names.linkCount > 0
  const lines = linkLines(names)
  if (isLinked) await connection.run(PERSON_EXPOSURES, { arm_count: query.armCount })
  if (isLinked || names.hasStratumCorrections) await connection.run(PERSON_STRATA)
  if (isLinked || names.hasPrePeriodCorrections) await connection.run(PERSON_PRE_PERIOD)
  await connection.run(repeatLines(MANUAL_EXCLUSIONS, lines))
  if (query.rateSpike !== null) await findRateSpikes(connection, query.rateSpike, names)
  await resolvePersons(connection, query, names)
  if (isLinked) await connection.run(PERSON_IDS)
}

/** The lines of a query that depend on whether there are links. */
export function linkLines({ linkCount }: Pick<PersonNames, 'linkCount'>) {
  return { linked: linesIf(linkCount > 0), unlinked: linesIf(linkCount === 0) }
}

/** The tables are as large as the population. */
export async function dropPersons(connection: DuckDBConnection): Promise<void> {
  await connection.run(TEMPORARY.map(table => `drop table if exists temp.${table};`).join(' '))
}

async function findRateSpikes(connection: DuckDBConnection, rule: RateSpikeRule, names: PersonNames): Promise<void> {
  await connection.run(
    repeatLines(RATE_SPIKES, linkLines(names)),
    { max_events: rule.maxEvents, window_ms: minutesInMs(rule.windowMinutes) },
    { max_events: INTEGER, window_ms: BIGINT },
  )
}

async function resolvePersons(connection: DuckDBConnection, query: PersonsQuery, names: PersonNames): Promise<void> {
  const keys = names.covariates.map(({ key }, index) => [`covariate_${index}`, key] as const)
  const hasFoldedStrata = names.linkCount > 0 || names.hasStratumCorrections
  const hasFoldedValues = names.linkCount > 0 || names.hasPrePeriodCorrections
  const sql = repeatLines(PERSONS, {
    ...linkLines(names),
    folded_strata: linesIf(hasFoldedStrata),
    plain_strata: linesIf(!hasFoldedStrata),
    folded_values: linesIf(hasFoldedValues),
    plain_values: linesIf(!hasFoldedValues),
    clustered: linesIf(query.readsClusters),
    clustered_linked: linesIf(query.readsClusters && names.linkCount > 0),
    clustered_unlinked: linesIf(query.readsClusters && names.linkCount === 0),
    covariate: keys.map((_, index) => index),
  })
  await connection.run(sql, {
    ...Object.fromEntries(keys),
    arm_count: query.armCount,
    has_covariates: keys.length > 0,
    has_strata: names.strata.size > 0,
  })
}
