import fc from 'fast-check'

/** What the fuzz understands of a schema of our OpenAPI document. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

export type Components = Readonly<Record<string, Schema>>

/** Texts that have broken somebody's server before. */
export const HOSTILE = [
  ...[
    '',
    ' ',
    '\0',
    '../../etc/passwd',
    '%2e%2e%2f',
    "' or 1=1 --",
    '"; drop table projects; --',
    '<script>alert(1)</script>',
  ],
  ...[
    '=cmd|calc!A1',
    '@SUM(1)',
    '\r\nSet-Cookie: a=b',
    '{{7*7}}',
    '$(id)',
    '\u202egnp.exe',
    '👩‍👩‍👧',
    'x'.repeat(3000),
  ],
  ...['NaN', 'Infinity', '-1', '1e999', 'null', '__proto__', 'constructor', '\ud7ff', 'ﷺ', '零'],
]

const hostile = fc.constantFrom(...HOSTILE)
const anything = fc.oneof(hostile, fc.jsonValue({ maxDepth: 3 }), fc.double({ noNaN: true }), fc.integer())

/** Values of a schema; now and then one that is not. `wrongness`: 0 never, 1 at every place. */
export function arbitraryValue(
  schema: Schema,
  components: Components,
  wrongness: number,
  depth = 0,
): fc.Arbitrary<unknown> {
  const right = fitting(schema, components, wrongness, depth)
  if (wrongness === 0) return right
  return fc.oneof(
    { weight: Math.round(1000 * (1 - wrongness)), arbitrary: right },
    { weight: Math.round(1000 * wrongness), arbitrary: anything },
  )
}

function fitting(schema: Schema, components: Components, wrongness: number, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    return fitting(components[schema.$ref.split('/').at(-1)!]!, components, wrongness, depth + 1)
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) {
    return fc.oneof(...schema.anyOf.map(one => fitting(one, components, wrongness, depth)))
  }
  const types = [schema.type ?? 'object'].flat()
  return fc.oneof(...types.map(type => ofType(type, schema, components, wrongness, depth)))
}

function ofType(
  type: string,
  schema: Schema,
  components: Components,
  wrongness: number,
  depth: number,
): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer(rangeOf(schema, 1))
  if (type === 'number') return fc.double({ ...rangeOf(schema, 1e-9), noNaN: true })
  if (type === 'string') return textOf(schema)
  if (type === 'array') return listOf(schema, components, wrongness, depth)
  return recordOf(schema, components, wrongness, depth)
}

function rangeOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema, step: number) {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1000 : exclusiveMinimum + step)
  const max = maximum ?? (exclusiveMaximum === undefined ? Math.max(min, 0) + 2000 : exclusiveMaximum - step)
  return { min: Math.ceil(min / step) * step, max: Math.max(min, max) }
}

function textOf({ minLength = 0, maxLength = 40, format }: Schema): fc.Arbitrary<unknown> {
  if (format === 'datetime')
    return fc.constantFrom('2026-05-01T09:00:00Z', '2026-05-02', '1999-12-31T23:59:60Z', 'soon')
  return fc.oneof(fc.string({ minLength, maxLength: Math.min(maxLength, 40) }), hostile)
}

function listOf(
  { items = {}, minItems = 0, maxItems = 4 }: Schema,
  components: Components,
  wrongness: number,
  depth: number,
) {
  const most = depth > 6 ? minItems : Math.max(minItems, Math.min(maxItems, 4))
  return fc.array(arbitraryValue(items, components, wrongness, depth + 1), { minLength: minItems, maxLength: most })
}

function recordOf(
  { properties = {}, required = [] }: Schema,
  components: Components,
  wrongness: number,
  depth: number,
) {
  const fields = Object.entries(properties).filter(([name]) => depth < 8 || required.includes(name))
  const values = Object.fromEntries(
    fields.map(([name, field]) => [name, arbitraryValue(field, components, wrongness, depth + 1)]),
  )
  const extra =
    wrongness === 0
      ? fc.constant({})
      : fc.oneof(
          { weight: 9, arbitrary: fc.constant({}) },
          { weight: 1, arbitrary: fc.dictionary(hostile, anything, { maxKeys: 1 }) },
        )
  const record = fc.record(values, {
    requiredKeys: wrongness === 0 ? [...required] : required.filter((_, at) => at % 7 !== 6),
  })
  return fc.tuple(record, extra).map(([own, more]) => ({ ...own, ...more }))
}
