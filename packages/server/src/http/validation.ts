import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { TSchema } from 'typebox'
import { parseDatetime } from './datetime.ts'
import { describeFault } from './describe-fault.ts'
import { type Issue, invalid } from './errors.ts'

const MOST_ISSUES = 100

export type Place = 'body' | 'query' | 'path'

/** Checks a value against a schema, fills its defaults, and throws 422 with the path of every fault. */
export type Parser = (value: unknown) => unknown

// Bodies are typed strictly; query and path arrive as text, so there numbers and booleans are read from it.
const strict = newAjv(false)
const lenient = newAjv('array')
const brief = newAjv(false, false)

export function parserOf(schema: TSchema, place: Place): Parser {
  const validate = (place === 'body' ? strict : lenient).compile(schema)
  return value => {
    if (value === undefined) throw invalid([{ type: 'missing', loc: [place], phrase: { key: 'missing' } }])
    if (!validate(value)) throw invalid(issuesOf(validate, place))
    const boundless = place === 'body' ? [] : boundlessIssues(value as object, place)
    if (boundless.length > 0) throw invalid(boundless)
    return value
  }
}

// The text of an infinite number is read as one, and no bound is asked of it.
function boundlessIssues(values: object, place: Place): readonly Issue[] {
  const wrong = Object.entries(values).filter(([, value]) => value === Infinity || value === -Infinity)
  return wrong.map(([name]) => ({ type: 'finite_number', loc: [place, name], phrase: { key: 'notFinite' } }))
}

/** The same for a large body, of which only the first fault is told: there may be millions. */
export function briefParserOf(schema: TSchema): Parser {
  const check = checkOf(schema)
  return value => {
    if (value === undefined) throw invalid([{ type: 'missing', loc: ['body'], phrase: { key: 'missing' } }])
    const issue = check(value)
    if (issue !== null) throw invalid([issue])
    return value
  }
}

/** Checks one of very many values, fills its defaults, and tells its first fault. */
export type Check = (value: unknown) => Issue | null

export function checkOf(schema: TSchema): Check {
  const validate = brief.compile(schema)
  return value => (validate(value) ? null : issueOf(validate.errors![0]!, 'body'))
}

function newAjv(coerceTypes: false | 'array', allErrors = true): Ajv {
  const ajv = new Ajv({
    allErrors,
    verbose: true,
    useDefaults: true,
    strictTypes: false,
    strictTuples: false,
    allowUnionTypes: true,
    coerceTypes,
  })
  ajv.addFormat('datetime', text => parseDatetime(text) !== null)
  return ajv
}

function issuesOf(validate: ValidateFunction, place: Place): readonly Issue[] {
  const errors = (validate.errors ?? []).slice(0, MOST_ISSUES)
  return errors.map(error => issueOf(error, place))
}

function issueOf(error: ErrorObject, place: Place): Issue {
  const { type, phrase, ctx } = describeFault(error)
  const loc = [place, ...pathOf(error)]
  const input = isPrintable(error.data) && type !== 'missing' ? { input: error.data } : {}
  return { type, loc, phrase, ...input, ...(ctx ? { ctx } : {}) }
}

function pathOf(error: ErrorObject): (string | number)[] {
  const parts = error.instancePath.split('/').slice(1).map(readPointer)
  if (error.keyword === 'required') parts.push(String(error.params.missingProperty))
  if (error.keyword === 'additionalProperties') parts.push(String(error.params.additionalProperty))
  return parts
}

function readPointer(part: string): string | number {
  const text = part.replaceAll('~1', '/').replaceAll('~0', '~')
  return /^\d+$/.test(text) ? Number(text) : text
}

// Echo what was wrong, but never a whole structure, and nothing JSON can not hold.
function isPrintable(data: unknown): boolean {
  if (typeof data === 'string') return data.length <= 200
  if (typeof data === 'number') return Number.isFinite(data)
  return typeof data === 'boolean' || data === null
}
