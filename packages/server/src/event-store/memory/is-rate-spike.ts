import type { RateSpikeRule } from '../event-store.ts'
import type { LoggedConversion } from './experiment-log.ts'

/** More than maxEvents events within some windowMinutes, both ends included. */
export function isRateSpike(events: readonly LoggedConversion[], rule: RateSpikeRule | null): boolean {
  if (rule === null) return false
  const { maxEvents, windowMinutes } = rule
  const times = events.map(event => event.clientTime ?? event.receivedAt).sort((a, b) => a - b)
  return times.some((time, at) => at >= maxEvents && time - times[at - maxEvents]! <= windowMinutes * 60_000)
}
