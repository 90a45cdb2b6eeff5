import type { PopulationQuery } from './event-store.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const UNBOUNDED_MS = 2n ** 62n

/** Times are whole milliseconds, so "later than a bound" and "later than the bound rounded down" mean the same. */
export function daysInMs(days: number): bigint {
  return BigInt(Math.floor(days * DAY_MS))
}

export function minutesInMs(minutes: number): bigint {
  return BigInt(Math.floor(minutes * MINUTE_MS))
}

/** The attribution window; without one, more than any time between two events. */
export function windowInMs({ attributionWindowDays }: Pick<PopulationQuery, 'attributionWindowDays'>): bigint {
  return attributionWindowDays === null ? UNBOUNDED_MS : daysInMs(attributionWindowDays)
}
