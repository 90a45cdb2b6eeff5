const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Times are whole milliseconds, so "later than a bound" and "later than the bound rounded down" mean the same. */
export function daysInMs(days: number): bigint {
  return BigInt(Math.floor(days * DAY_MS))
}

export function minutesInMs(minutes: number): bigint {
  return BigInt(Math.floor(minutes * MINUTE_MS))
}
