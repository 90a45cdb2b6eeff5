import { isUtf8 } from 'node:buffer'
import { type Issue, invalid } from './errors.ts'
import type { ValidationPhrase } from './phrase.ts'

const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/
/** A path that is longer tells nobody anything. */
const MOST_NAMED = 100

/** Parses a JSON body strictly: UTF-8, one value, no number beyond the doubles, no lone surrogate. Throws 422. */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw invalid([fault({ key: 'notUtf8' })])
  const text = body.toString('utf8')
  const value = parse(text)
  const path = loneSurrogateIn(text, value)
  if (path !== null) throw invalid([{ type: 'string_type', loc: ['body', ...path], phrase: { key: 'loneSurrogate' } }])
  return value
}

/** Where the value that was parsed from a text holds half a character; null when it does not. */
export function loneSurrogateIn(text: string, value: unknown): Path | null {
  return SURROGATE_ESCAPE.test(text) ? findLoneSurrogate(value) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = (error as SyntaxError).message.slice(0, 200)
    throw invalid([fault({ key: 'brokenJson', values: { reason } })])
  }
}

function fault(phrase: ValidationPhrase): Issue {
  return { type: 'json_invalid', loc: ['body'], phrase }
}

type Path = readonly (string | number)[]

/** A place, from the leaf up: copying whole paths would take the square of the depth. */
interface Place {
  readonly key: string | number
  readonly parent: Place | null
}

// Walks with a stack of its own: a body of a megabyte can nest deeper than the call stack.
function findLoneSurrogate(root: unknown): Path | null {
  const open: { readonly value: unknown; readonly place: Place | null }[] = [{ value: root, place: null }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, place } = next
    if (typeof value === 'string' && !value.isWellFormed()) return pathOf(place)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value)) {
      if (!key.isWellFormed()) return [...pathOf(place), key.toWellFormed()]
      open.push({ value: child, place: { key: Array.isArray(value) ? Number(key) : key, parent: place } })
    }
  }
  return null
}

function pathOf(place: Place | null): Path {
  const path: (string | number)[] = []
  for (let at = place; at !== null; at = at.parent) path.push(at.key)
  return path.reverse().slice(0, MOST_NAMED)
}
