import type { ErrorObject } from 'ajv'
import type { ValidationPhrase } from './phrase.ts'

export interface Fault {
  readonly type: string
  readonly phrase: ValidationPhrase
  readonly ctx?: Readonly<Record<string, unknown>>
}

/** A schema error in the types of the wire. */
export function describeFault(error: ErrorObject): Fault {
  return FAULTS[error.keyword]?.(error) ?? UNFITTING
}

const UNFITTING: Fault = { type: 'value_error', phrase: { key: 'unfitting' } }

const FAULTS: Readonly<Record<string, (error: ErrorObject) => Fault>> = {
  required: () => ({ type: 'missing', phrase: { key: 'missing' } }),
  additionalProperties: () => ({ type: 'extra_forbidden', phrase: { key: 'extra' } }),
  type: wrongType,
  enum: error => literal((error.params.allowedValues as readonly unknown[]).filter(value => value !== null)),
  const: error => literal([error.params.allowedValue]),
  minLength: error => limited(error, 'string_too_short', 'shortString', 'min_length'),
  maxLength: error => limited(error, 'string_too_long', 'longString', 'max_length'),
  minItems: error => limited(error, 'too_short', 'shortList', 'min_length'),
  maxItems: error => limited(error, 'too_long', 'longList', 'max_length'),
  minimum: error => limited(error, 'greater_than_equal', 'below', 'ge'),
  maximum: error => limited(error, 'less_than_equal', 'above', 'le'),
  exclusiveMinimum: error => limited(error, 'greater_than', 'notAbove', 'gt'),
  exclusiveMaximum: error => limited(error, 'less_than', 'notBelow', 'lt'),
  format: () => ({ type: 'datetime_parsing', phrase: { key: 'notDatetime' } }),
}

const TYPE_FAULTS: Readonly<Record<string, Fault>> = {
  string: { type: 'string_type', phrase: { key: 'notString' } },
  integer: { type: 'int_type', phrase: { key: 'notInteger' } },
  number: { type: 'float_type', phrase: { key: 'notNumber' } },
  boolean: { type: 'bool_type', phrase: { key: 'notBoolean' } },
  array: { type: 'list_type', phrase: { key: 'notList' } },
  object: { type: 'dict_type', phrase: { key: 'notObject' } },
}

function wrongType(error: ErrorObject): Fault {
  const wanted = [error.params.type as string | readonly string[]].flat()[0]!
  if (typeof error.data === 'number' && (wanted === 'number' || wanted === 'integer')) return wrongNumber(error.data)
  return TYPE_FAULTS[wanted] ?? UNFITTING
}

function wrongNumber(data: number): Fault {
  return Number.isFinite(data)
    ? { type: 'int_from_float', phrase: { key: 'fraction' } }
    : { type: 'finite_number', phrase: { key: 'notFinite' } }
}

function literal(values: readonly unknown[]): Fault {
  const expected = values.map(value => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ')
  return { type: 'literal_error', phrase: { key: 'notAmong', values: { expected } }, ctx: { expected } }
}

type LimitKey = Extract<ValidationPhrase, { readonly values: Readonly<Record<'limit', unknown>> }>['key']

function limited(error: ErrorObject, type: string, key: LimitKey, name: string): Fault {
  const limit = error.params.limit as number
  return { type, phrase: { key, values: { limit } }, ctx: { [name]: limit } }
}
