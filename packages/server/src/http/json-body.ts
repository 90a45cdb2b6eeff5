import { isUtf8 } from 'node:buffer'
import { type Issue, invalid } from './errors.ts'
import type { ValidationPhrase } from './phrase.ts'

const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/

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

// Walks with a stack of its own: a body of a megabyte can nest deeper than the call stack.
function findLoneSurrogate(root: unknown): Path | null {
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value: root, path: [] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !value.isWellFormed()) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value)) {
      if (!key.isWellFormed()) return [...path, key.toWellFormed()]
      open.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] })
    }
  }
  return null
}
