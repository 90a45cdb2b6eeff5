import { canonicalJson } from '@verdict/server'

const MOST_LINES = 50
const LONGEST_VALUE = 200
/** Says when a record was made, not what it holds. */
const PASSING = new Set(['generated_at'])

type Fields = Readonly<Record<string, unknown>>

/** What a record and the one of now say differently, field by field; empty when they agree. */
export function recordDifferences(then: Fields, now: Fields): readonly string[] {
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(name => !PASSING.has(name)).sort()
  const lines = names.flatMap(name => differences(name, then[name], now[name]))
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more fields`]
    : lines
}

function differences(path: string, then: unknown, now: unknown): readonly string[] {
  if (canonicalJson(then) === canonicalJson(now)) return []
  if (!isContainer(then) || !isContainer(now)) return [`${path}: was ${printed(then)}, is now ${printed(now)}`]
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])]
  return names.flatMap(name => differences(`${path}.${name}`, fieldOf(then, name), fieldOf(now, name)))
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function fieldOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Fields)[name] : undefined
}

function printed(value: unknown): string {
  const text = value === undefined ? 'absent' : canonicalJson(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
