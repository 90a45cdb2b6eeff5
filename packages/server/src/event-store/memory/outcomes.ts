import type { MetricQuery, PopulationQuery } from '../event-store.ts'
import { sumOf } from './exact-moments.ts'
import type { LoggedConversion, LoggedExposure } from './experiment-log.ts'
import type { Person } from './persons.ts'

const DAY_MS = 86_400_000

export function outcomeOf(person: Person, metric: MetricQuery, query: PopulationQuery): number {
  if (metric.outcome === 'converted') return hasConverted(person, metric, query) ? 1 : 0
  return sumOf(countedEvents(person, metric, query).map(event => event.value))
}

export function hasConverted(person: Person, metric: MetricQuery, query: PopulationQuery): boolean {
  return countedEvents(person, metric, query).some(event => event.value > 0)
}

export function countedEvents(person: Person, metric: MetricQuery, query: PopulationQuery): LoggedConversion[] {
  return person.events.filter(
    event =>
      event.metric === metric.name &&
      !isBeforeExposure(event, person.exposure) &&
      !isAfterWindow(event, person.exposure, query),
  )
}

export function isBeforeExposure(event: LoggedConversion, exposure: LoggedExposure): boolean {
  return event.clientTime !== null && exposure.clientTime !== null && event.clientTime < exposure.clientTime
}

export function isAfterWindow(event: LoggedConversion, exposure: LoggedExposure, query: PopulationQuery): boolean {
  if (query.attributionWindowDays === null || event.clientTime === null || exposure.clientTime === null) return false
  return event.clientTime > exposure.clientTime + query.attributionWindowDays * DAY_MS
}

export function timeOf(row: LoggedExposure | LoggedConversion): number {
  return row.clientTime ?? row.receivedAt
}

/** UTC days since 1970-01-01. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS)
}
