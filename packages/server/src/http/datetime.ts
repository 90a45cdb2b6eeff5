// ISO 8601: a date, or a date and a time, with an optional offset. A time without an offset is UTC.
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d{2})(?::?(\d{2}))?)?)?$/
const MINUTE_MS = 60_000
const EPOCH = 0

/** Milliseconds since 1970 of an ISO 8601 text, or null when it names no moment of the years 1 to 9999. */
export function parseDatetime(text: string): number | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(at => Number(match[at] ?? 0))
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000)
  if (!isCalendarDay(year!, month!, day!) || hour! > 23 || minute! > 59 || second! > 59) return null
  const local = utc(year!, month!, day!, hour!, minute!, second!, milliseconds)
  const offset = offsetMinutes(match)
  return offset === null ? null : local - offset * MINUTE_MS
}

function offsetMinutes(match: RegExpExecArray): number | null {
  if (match[8] === undefined) return 0
  const [hours, minutes] = [Number(match[9]), Number(match[10] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return (match[8] === '-' ? -1 : 1) * (hours * 60 + minutes)
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(utc(year, month + 1, 1, 0, 0, 0, 0) - 1).getUTCDate()
}

// Date.UTC reads the years 0 to 99 as 1900 to 1999.
function utc(year: number, month: number, day: number, h: number, m: number, s: number, ms: number): number {
  const date = new Date(EPOCH)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(h, m, s, ms)
  return date.getTime()
}
