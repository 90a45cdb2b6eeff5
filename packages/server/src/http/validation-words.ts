import type { ErrorObject } from 'ajv'

export interface Fault {
  readonly type: string
  readonly msg: string
  readonly ctx?: Readonly<Record<string, unknown>>
}

/** A schema error in the words of the wire. */
export function describeFault(error: ErrorObject): Fault {
  const describe = FAULTS[error.keyword]
  return describe ? describe(error) : { type: 'value_error', msg: `Value error, ${error.message ?? 'invalid'}` }
}

const FAULTS: Readonly<Record<string, (error: ErrorObject) => Fault>> = {
  required: () => ({ type: 'missing', msg: 'Field required' }),
  additionalProperties: () => ({ type: 'extra_forbidden', msg: 'Extra inputs are not permitted' }),
  type: wrongType,
  enum: error => literal((error.params.allowedValues as readonly unknown[]).filter(value => value !== null)),
  const: error => literal([error.params.allowedValue]),
  minLength: error => length(error, 'string_too_short', 'String should have at least', 'characters', 'min_length'),
  maxLength: error => length(error, 'string_too_long', 'String should have at most', 'characters', 'max_length'),
  minItems: error => length(error, 'too_short', 'List should have at least', 'items', 'min_length'),
  maxItems: error => length(error, 'too_long', 'List should have at most', 'items', 'max_length'),
  minimum: error => bound(error, 'greater_than_equal', 'greater than or equal to', 'ge'),
  maximum: error => bound(error, 'less_than_equal', 'less than or equal to', 'le'),
  exclusiveMinimum: error => bound(error, 'greater_than', 'greater than', 'gt'),
  exclusiveMaximum: error => bound(error, 'less_than', 'less than', 'lt'),
  format: () => ({ type: 'datetime_parsing', msg: 'Input should be a valid datetime, like 2026-05-01T09:00:00Z' }),
}

const TYPE_FAULTS: Readonly<Record<string, Fault>> = {
  string: { type: 'string_type', msg: 'Input should be a valid string' },
  integer: { type: 'int_type', msg: 'Input should be a valid integer' },
  number: { type: 'float_type', msg: 'Input should be a valid number' },
  boolean: { type: 'bool_type', msg: 'Input should be a valid boolean' },
  array: { type: 'list_type', msg: 'Input should be a valid list' },
  object: { type: 'dict_type', msg: 'Input should be a valid object' },
}

function wrongType(error: ErrorObject): Fault {
  const wanted = [error.params.type as string | readonly string[]].flat()[0]!
  if (typeof error.data === 'number' && (wanted === 'number' || wanted === 'integer')) return wrongNumber(error.data)
  return TYPE_FAULTS[wanted] ?? { type: 'value_error', msg: 'Value error, wrong type' }
}

function wrongNumber(data: number): Fault {
  return Number.isFinite(data)
    ? { type: 'int_from_float', msg: 'Input should be a valid integer, got a number with a fractional part' }
    : { type: 'finite_number', msg: 'Input should be a finite number' }
}

function literal(values: readonly unknown[]): Fault {
  const expected = values.map(value => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ')
  return { type: 'literal_error', msg: `Input should be one of ${expected}`, ctx: { expected } }
}

function length(error: ErrorObject, type: string, words: string, noun: string, key: string): Fault {
  const limit = error.params.limit as number
  return { type, msg: `${words} ${limit} ${noun}`, ctx: { [key]: limit } }
}

function bound(error: ErrorObject, type: string, words: string, key: string): Fault {
  const limit = error.params.limit as number
  return { type, msg: `Input should be ${words} ${limit}`, ctx: { [key]: limit } }
}
