import { compareText } from '../compare-text.ts'
import type { EventStanding, PersonQuery, PersonRecord } from '../event-store.ts'
import { minutesInMs, windowInMs } from '../whole-ms.ts'
import type { Parameters, Row } from './clickhouse-port.ts'
import { readPersonIds } from './read-person-ids.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, numberOrNull, textOf, textOrNull } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const EXPOSURES = readQuestion('person-exposures')
const EVENTS = readQuestion('person-events')
const TIMES = readQuestion('person-times')
const STRATA = readQuestion('person-strata')
const PRE_PERIOD = readQuestion('person-pre-period')
const EXCLUSIONS = readQuestion('person-exclusions')

/** What is stored of the id's person; null when that is nothing. */
export async function readPerson(snapshot: Snapshot, query: PersonQuery): Promise<PersonRecord | null> {
  const ids = await readPersonIds(snapshot, query.userId)
  const ask = (sql: string, values: Parameters = {}) => selectFrom(snapshot, sql, { ids, ...values })
  const spikes = query.rateSpike
  const rule = { max_events: spikes?.maxEvents ?? 0, spike_window_ms: minutesInMs(spikes?.windowMinutes ?? 0) }
  const [exposures, events, [times], [stratum], covariates, excluded] = await Promise.all([
    ask(EXPOSURES),
    ask(EVENTS, { max_events: query.maxEvents }),
    ask(TIMES, rule),
    ask(STRATA),
    ask(PRE_PERIOD),
    ask(EXCLUSIONS),
  ])
  const rows = [ids.slice(1), exposures, covariates, excluded]
  const eventCount = numberOf(times!, 'events')
  if (rows.every(({ length }) => length === 0) && eventCount === 0 && stratum === undefined) return null
  const first = firstOf(exposures)
  return {
    canonicalId: ids[0]!,
    anonymousIds: ids.slice(1),
    exposures: exposures.map(row => ({ ...toExposure(row), decides: row === first })),
    stratum: stratum === undefined ? null : textOf(stratum, 'stratum'),
    covariates: covariates
      .map(row => ({ covariate: textOf(row, 'covariate'), value: numberOf(row, 'value') }))
      .sort((a, b) => compareText(a.covariate, b.covariate)),
    excludedIds: excluded
      .map(row => ({ userId: textOf(row, 'user_id'), reason: textOf(row, 'reason') }))
      .sort((a, b) => compareText(a.userId, b.userId)),
    isRateSpike: spikes !== null && Boolean(times!.is_spiking),
    events: events.map(row => ({ ...toEvent(row), standing: standingOf(row, first, query) })).reverse(),
    eventCount,
  }
}

/** The earliest; of equal times the one that arrived first. */
function firstOf(exposures: readonly Row[]): Row | null {
  const timeOf = (row: Row) => numberOrNull(row, 'client_time') ?? numberOf(row, 'received_at')
  return exposures.reduce<Row | null>(
    (first, row) => (first === null || timeOf(row) < timeOf(first) ? row : first),
    null,
  )
}

function toExposure(row: Row) {
  return { ...timesOf(row), arm: numberOf(row, 'arm'), clusterId: textOrNull(row, 'cluster_id') }
}

function toEvent(row: Row) {
  return { ...timesOf(row), metric: textOf(row, 'metric'), value: numberOf(row, 'value') }
}

function timesOf(row: Row) {
  return {
    userId: textOf(row, 'user_id'),
    clientTime: numberOrNull(row, 'client_time'),
    receivedAt: numberOf(row, 'received_at'),
  }
}

function standingOf(event: Row, first: Row | null, query: PersonQuery): EventStanding {
  if (first === null) return 'not_exposed'
  const [at, exposedAt] = [numberOrNull(event, 'client_time'), numberOrNull(first, 'client_time')]
  if (at === null || exposedAt === null) return 'counted'
  if (at < exposedAt) return 'before_exposure'
  return at - exposedAt > Number(windowInMs(query)) ? 'after_window' : 'counted'
}
