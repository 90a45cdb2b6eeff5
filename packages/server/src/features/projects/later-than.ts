import { isoTime } from '../../clock.ts'

/** The time itself, or the first millisecond after the newest: an order of rows must not depend on a clock that is set back. */
export function laterThan(newest: string | null | undefined, at: string): string {
  return newest && newest >= at ? isoTime(Date.parse(newest) + 1) : at
}
