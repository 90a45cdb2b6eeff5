import { isUtf8 } from 'node:buffer'
import { type Issue, invalid } from './errors.ts'
import type { ValidationPhrase } from './phrase.ts'

const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/

/** Parses a JSON body strictly: UTF-8, one value, no number beyond the doubles, no lone surrogate. Throws 422. */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw invalid([fault({ key: 'notUtf8' })])
  const text = body.toString('utf8')
  const value = parse(text)
  if (SURROGATE_ESCAPE.test(text)) rejectLoneSurrogates(value)
  return value
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
function rejectLoneSurrogates(root: unknown): void {
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value: root, path: ['body'] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !value.isWellFormed()) throw loneSurrogate(path)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value)) {
      if (!key.isWellFormed()) throw loneSurrogate([...path, key.toWellFormed()])
      open.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] })
    }
  }
}

function loneSurrogate(path: Path) {
  return invalid([{ type: 'string_type', loc: path, phrase: { key: 'loneSurrogate' } }])
}
