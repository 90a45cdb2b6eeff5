/** The only source of the current time below `main.ts`. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** ISO 8601 in UTC with milliseconds, as every timestamp of the API is written. */
export function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
