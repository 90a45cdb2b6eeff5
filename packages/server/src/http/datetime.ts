const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LONGEST_FRACTION = 9
const [ZERO, COLON, HYPHEN, PLUS, DOT, COMMA, SPACE] = [48, 58, 45, 43, 46, 44, 32]
const [UPPER_T, LOWER_T, UPPER_Z, LOWER_Z] = [84, 116, 90, 122]

/**
 * Milliseconds since 1970 of an ISO 8601 text (a date, or a date and a time, with an optional offset; without one it is
 * UTC), or null when it names no moment of the years 1 to 9999. Reads characters by place: every event passes here.
 */
export function parseDatetime(text: string): number | null {
  if (text !== last.text) last = { text, moment: momentOf(text) }
  return last.moment
}

// A text is parsed when it is validated and again when it is read, at once.
let last: { readonly text: string; readonly moment: number | null } = { text: '', moment: null }

function momentOf(text: string): number | null {
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const date = daysSinceEpoch(year, month, day) * DAY_MS
  return text.length === 10 ? date : addTime(text, date)
}

function addTime(text: string, date: number): number | null {
  const separator = text.charCodeAt(10)
  if (separator !== UPPER_T && separator !== LOWER_T && separator !== SPACE) return null
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text.charCodeAt(13) !== COLON) return null
  const time = date + (hour * 60 + minute) * MINUTE_MS
  return text.charCodeAt(16) === COLON ? addSeconds(text, time) : subtractOffset(text, 16, time)
}

function addSeconds(text: string, time: number): number | null {
  const second = digits(text, 17, 2)
  if (second < 0 || second > 59) return null
  const mark = text.charCodeAt(19)
  if (mark !== DOT && mark !== COMMA) return subtractOffset(text, 19, time + second * 1000)
  let end = 20
  while (isDigit(text.charCodeAt(end))) end += 1
  const places = end - 20
  if (places < 1 || places > LONGEST_FRACTION) return null
  const milliseconds = Math.floor((digits(text, 20, places) / 10 ** places) * 1000 + 1e-7)
  return subtractOffset(text, end, time + second * 1000 + milliseconds)
}

function subtractOffset(text: string, at: number, local: number): number | null {
  if (at === text.length) return local
  const sign = text.charCodeAt(at)
  if (sign === UPPER_Z || sign === LOWER_Z) return at + 1 === text.length ? local : null
  if (sign !== PLUS && sign !== HYPHEN) return null
  const hours = digits(text, at + 1, 2)
  const minutesAt = text.charCodeAt(at + 3) === COLON ? at + 4 : at + 3
  const minutes = at + 3 === text.length ? 0 : digits(text, minutesAt, 2)
  const end = at + 3 === text.length ? at + 3 : minutesAt + 2
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || end !== text.length) return null
  return local - (sign === HYPHEN ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS
}

/** The number that so many digits write, or -1. */
function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at += 1) {
    const code = text.charCodeAt(at)
    if (!isDigit(code)) return -1
    value = value * 10 + code - ZERO
  }
  return value
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Years begin in March, so that the leap day ends one; 400 years are 146,097 days.
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const century = Math.floor(shifted / 100)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return 365 * shifted + Math.floor(shifted / 4) - century + Math.floor(century / 4) + dayOfYear - 719_468
}
