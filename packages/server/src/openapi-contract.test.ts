import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from './http/openapi.ts'
import { routes } from './routes.ts'

// The schemas of the earlier system, kept as a fixture: what its clients send and read.
const contract = JSON.parse(
  readFileSync(new URL('../fixtures/openapi-contract.json', import.meta.url), 'utf8'),
) as Document
const ours = openApiDocument(routes, { title: 'Verdict API', version: '0' }) as unknown as Document

/** Deliberate differences, each with its reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'post /api/v1/multiple-testing body.method': 'hochberg and by are added to the two methods of the earlier system',
  'post /api/v1/multiple-testing answer.method': 'as in the request',
  'post /api/v1/sensitivity body.metric_type': 'count is added',
  'get /api/v1/diagnostics answer.topology.supported': 'several instances run on PostgreSQL and ClickHouse',
  'get /api/v1/diagnostics answer.topology.rate_limit_state': 'limits are shared in PostgreSQL',
  'get /slack/install answer': 'a redirect, which the earlier document called 200',
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } }
  readonly responses: Readonly<
    Record<string, { readonly content?: { readonly 'application/json'?: { readonly schema: Schema } } }>
  >
}
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

const shared = routes
  .map(({ method, path }) => ({ method: method.toLowerCase(), path }))
  .filter(({ method, path }) => contract.paths[path]?.[method] !== undefined)

describe('our OpenAPI document is a superset of the contract', () => {
  it('and knows every operation of it', () => {
    const theirs = Object.entries(contract.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    )
    const known = new Set(shared.map(({ method, path }) => `${method} ${path}`))

    expect(theirs).toHaveLength(78)
    expect(theirs.filter(operation => !known.has(operation))).toEqual([])
  })

  it.each(shared)('$method $path: what may be sent', ({ method, path }) => {
    const [theirs, mine] = [contract.paths[path]![method]!, ours.paths[path]![method]!]

    expect(parameterFaults(theirs, mine)).toEqual([])
    const bodies = [theirs, mine].map(operation => operation.requestBody?.content['application/json']?.schema)
    if (bodies[0] !== undefined)
      expect(faults(bodies[0], bodies[1], `${method} ${path} body`, 'request', new Set())).toEqual([])
  })

  it.each(shared)('$method $path: what is answered', ({ method, path }) => {
    const schemas = [contract, ours].map(
      document => document.paths[path]![method]!.responses['200']?.content?.['application/json']?.schema,
    )

    expect(faults(schemas[0]!, schemas[1], `${method} ${path} answer`, 'response', new Set())).toEqual([])
  })
})

function parameterFaults(theirs: Operation, mine: Operation): readonly string[] {
  return (theirs.parameters ?? []).flatMap(parameter => {
    const own = mine.parameters?.find(({ name, in: place }) => name === parameter.name && place === parameter.in)
    return own === undefined
      ? [`${parameter.name} is missing`]
      : faults(parameter.schema, own.schema, parameter.name, 'request', new Set())
  })
}

// Types, nullability, enums, required keys: everything the fixture says has to stand in ours.
function faults(
  theirs: Schema,
  mine: Schema | undefined,
  at: string,
  side: 'request' | 'response',
  seen: Set<string>,
): readonly string[] {
  if (DIFFERENCES[at] !== undefined) return []
  // What the fixture says nothing of: a file.
  if (Object.keys(theirs).length === 0) return []
  if (mine === undefined) return [`${at} is missing`]
  if (theirs.$ref !== undefined) {
    if (seen.has(theirs.$ref)) return []
    seen.add(theirs.$ref)
  }
  const [a, b] = [shapeOf(theirs, contract), shapeOf(mine, ours)]
  const types = sameTypes(a, b) ? [] : [`${at}: ${[...a.types].join('|')} became ${[...b.types].join('|')}`]
  const values =
    a.enum === null || sameValues(a.enum, b.enum) ? [] : [`${at}: enum ${a.enum.join(',')} became ${b.enum?.join(',')}`]
  const items = a.items === null ? [] : faults(a.items, b.items ?? undefined, `${at}[]`, side, seen)
  return [...types, ...values, ...items, ...propertyFaults(a, b, at, side, seen)]
}

interface Shape {
  readonly types: ReadonlySet<string>
  readonly enum: readonly unknown[] | null
  readonly items: Schema | null
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
}

function propertyFaults(
  a: Shape,
  b: Shape,
  at: string,
  side: 'request' | 'response',
  seen: Set<string>,
): readonly string[] {
  return Object.entries(a.properties).flatMap(([name, schema]) => {
    const path = `${at}.${name}`
    if (DIFFERENCES[path] !== undefined) return []
    const isRequiredAnew = side === 'request' && b.required.includes(name) && !a.required.includes(name)
    const isLetGo = a.required.includes(name) && !b.required.includes(name)
    return [
      ...(isRequiredAnew ? [`${path} became required`] : []),
      ...(isLetGo ? [`${path} is no longer required`] : []),
      ...faults(schema, b.properties[name], path, side, seen),
    ]
  })
}

function shapeOf(schema: Schema, document: Document): Shape {
  const parts = (schema.anyOf ?? [schema]).map(part => resolved(part, document))
  const values = parts.flatMap(part => part.enum ?? (part.const === undefined ? [] : [part.const]))
  const whole = parts.find(part => part.properties !== undefined)
  return {
    types: new Set(parts.flatMap(part => typesOf(part))),
    enum: values.length === 0 ? null : values.filter(value => value !== null),
    items: parts.find(part => part.items !== undefined)?.items ?? null,
    properties: whole?.properties ?? {},
    required: whole?.required ?? [],
  }
}

function resolved(schema: Schema, document: Document): Schema {
  return schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1)!]!
}

function typesOf(schema: Schema): readonly string[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(typesOf)
  return schema.type === undefined ? [] : [schema.type].flat()
}

// A number that may be whole is a number; a schema without a type says nothing.
function sameTypes(a: Shape, b: Shape): boolean {
  const plain = (types: ReadonlySet<string>) =>
    [...new Set([...types].map(type => (type === 'integer' && types.has('number') ? 'number' : type)))].sort()
  return a.types.size === 0 || plain(a.types).join() === plain(b.types).join()
}

function sameValues(a: readonly unknown[], b: readonly unknown[] | null): boolean {
  return b !== null && [...a].sort().join() === [...b].sort().join()
}
