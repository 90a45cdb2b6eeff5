import { type DuckDBConnection, INTEGER, LIST, listValue, UINTEGER } from '@duckdb/node-api'
import { compareText } from '../compare-text.ts'
import type { EventStanding, PersonRecord } from '../event-store.ts'
import { minutesInMs, windowInMs } from '../whole-ms.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows, textOf } from './run-query.ts'
import type { StoredPersonQuery } from './worker-calls.ts'

const USER_IDS = readQuery('person-user-ids')
const EXPOSURES = readQuery('exposures-of-person')
const STRATUM = readQuery('stratum-of-person')
const COVARIATES = readQuery('covariates-of-person')
const EXCLUSIONS = readQuery('exclusions-of-person')
const EVENTS = readQuery('events-of-person')
const RATE = readQuery('rate-of-person')

/** What is stored under the ids; null when that is nothing. */
export async function readPerson(connection: DuckDBConnection, query: StoredPersonQuery): Promise<PersonRecord | null> {
  const select = (sql: string, values = {}, types = {}) =>
    selectRows(
      connection,
      sql,
      { user_keys: listValue([...query.userKeys]), ...values },
      { user_keys: LIST(UINTEGER), ...types },
    )
  const ids = new Map((await select(USER_IDS)).map(row => [numberOf(row, 'user_key'), textOf(row, 'user_id')]))
  const [canonicalId, ...anonymousIds] = query.userKeys.map(key => ids.get(key)!)
  const idOf = (row: Row) => ids.get(numberOf(row, 'user_key'))!
  const exposures = (await select(EXPOSURES)).map(row => toExposure(row, idOf(row)))
  const first = firstOf(exposures)
  const [stratum] = await select(STRATUM)
  const covariates = (await select(COVARIATES)).map(row => ({
    covariate: textOf(row, 'name'),
    value: numberOf(row, 'value'),
  }))
  const excluded = (await select(EXCLUSIONS)).map(row => ({ userId: idOf(row), reason: textOf(row, 'reason') }))
  const events = await select(EVENTS, { max_events: query.maxEvents }, { max_events: INTEGER })
  const record: PersonRecord = {
    canonicalId: canonicalId!,
    anonymousIds,
    exposures: exposures.map(exposure => ({ ...exposure, decides: exposure === first })),
    stratum: stratum!.name === null ? null : textOf(stratum!, 'name'),
    covariates: covariates.sort((a, b) => compareText(a.covariate, b.covariate)),
    excludedIds: excluded.sort((a, b) => compareText(a.userId, b.userId)),
    isRateSpike: await hasRateSpike(query, select),
    events: events.map(row => toEvent(row, idOf(row), first, query)).reverse(),
    eventCount: events[0] === undefined ? 0 : numberOf(events[0], 'events'),
  }
  return isEmpty(record) ? null : record
}

type Exposure = Omit<PersonRecord['exposures'][number], 'decides'>

function toExposure(row: Row, userId: string): Exposure {
  return {
    userId,
    arm: numberOf(row, 'arm'),
    ...timesOf(row),
    clusterId: row.cluster === null ? null : textOf(row, 'cluster'),
  }
}

function timesOf(row: Row) {
  const clientTime = row.client_time === null ? null : numberOf(row, 'client_time')
  return { clientTime, receivedAt: numberOf(row, 'received_at') }
}

/** The earliest; of equal times the one that arrived first. */
function firstOf(exposures: readonly Exposure[]): Exposure | null {
  const timeOf = ({ clientTime, receivedAt }: Exposure) => clientTime ?? receivedAt
  return exposures.reduce<Exposure | null>(
    (first, next) => (first === null || timeOf(next) < timeOf(first) ? next : first),
    null,
  )
}

async function hasRateSpike(
  { rateSpike }: StoredPersonQuery,
  select: (sql: string, values: object, types: object) => Promise<readonly Row[]>,
): Promise<boolean> {
  if (rateSpike === null) return false
  const [row] = await select(RATE, { max_events: rateSpike.maxEvents }, { max_events: INTEGER })
  return row!.span_ms !== null && numberOf(row!, 'span_ms') <= Number(minutesInMs(rateSpike.windowMinutes))
}

function toEvent(row: Row, userId: string, first: Exposure | null, query: StoredPersonQuery) {
  const times = timesOf(row)
  const standing = standingOf(times.clientTime, first, Number(windowInMs(query)))
  return { userId, metric: textOf(row, 'metric'), value: numberOf(row, 'value'), ...times, standing }
}

function standingOf(clientTime: number | null, first: Exposure | null, windowMs: number): EventStanding {
  if (first === null) return 'not_exposed'
  if (clientTime === null || first.clientTime === null) return 'counted'
  if (clientTime < first.clientTime) return 'before_exposure'
  return clientTime - first.clientTime > windowMs ? 'after_window' : 'counted'
}

function isEmpty({ anonymousIds, exposures, stratum, covariates, excludedIds, eventCount }: PersonRecord): boolean {
  const lists = [anonymousIds, exposures, covariates, excludedIds]
  return lists.every(list => list.length === 0) && stratum === null && eventCount === 0
}
