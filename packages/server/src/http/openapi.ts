import type { TSchema } from 'typebox'
import { ERROR_ENVELOPE, VALIDATION_ERROR } from './error-schemas.ts'
import { LINE_MEDIA_TYPES } from './line-routes.ts'
import type { Route } from './route.ts'

export interface OpenApiInfo {
  readonly title: string
  readonly version: string
}

type Json = Readonly<Record<string, unknown>>

/** What operations answer, by operationId and status. */
export type AnswerExamples = Readonly<Record<string, Readonly<Record<number, unknown>>>>

/** The OpenAPI 3.1 document of these routes; schemas with a title become components. */
export function openApiDocument(
  routes: readonly Route<never>[],
  info: OpenApiInfo,
  examples: AnswerExamples = {},
): Json {
  const components: Record<string, unknown> = {}
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    paths[route.path]![route.method.toLowerCase()] = operation(route, components, examples[route.operationId] ?? {})
  }
  return {
    openapi: '3.1.0',
    info: { ...info, description: 'Design, run, read, decide and report experiments.', license: { name: 'MIT' } },
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
    },
  }
}

function operation(route: Route<never>, components: Record<string, unknown>, examples: AnswerExamples[string]): Json {
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: route.description,
    ...(route.scope === 'public' ? {} : { security: [{}, { bearer: [] }, { apiKey: [] }] }),
    parameters: [...parameters(route.params, 'path', components), ...parameters(route.query, 'query', components)],
    ...(route.body || route.line || route.takesRaw ? { requestBody: requestBody(route, components) } : {}),
    responses: { ...successes(route, components, examples), ...failures(route, components) },
  }
}

function requestBody(route: Route<never>, components: Record<string, unknown>): Json {
  if (route.takesRaw) {
    const media = { schema: { type: 'object' }, ...exampleOf(route.example) }
    return { required: true, content: { [route.takesRaw]: media } }
  }
  const media = { schema: lift(route.body ?? route.line, components), ...exampleOf(route.example) }
  const lines = 'Any number of lines, plain or with Content-Encoding: gzip; the schema is that of one line.'
  if (route.line) return { description: lines, required: true, content: { [LINE_MEDIA_TYPES[0]]: media } }
  return { required: !route.bodyIsOptional, content: { 'application/json': media } }
}

function exampleOf(example: unknown): Json {
  return example === undefined ? {} : { example }
}

function parameters(schema: TSchema | undefined, place: 'path' | 'query', components: Record<string, unknown>): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, ParameterSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { examples, ...property }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: lift(property, components),
    ...exampleOf([...(examples ?? []), property.default, ...(property.enum ?? [])].find(value => value != null)),
  }))
}

type ParameterSchema = TSchema & {
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly enum?: readonly unknown[]
}

function successes(route: Route<never>, components: Record<string, unknown>, examples: AnswerExamples[string]): Json {
  return Object.fromEntries(
    Object.entries(route.responses).map(([status, schema]) => {
      const example = exampleOf(examples[Number(status)])
      if (schema) {
        const media = { schema: lift(schema, components), ...example }
        return [status, { description: 'Success', content: { 'application/json': media } }]
      }
      return [
        status,
        { description: 'Success', ...(route.media ? { content: textContent(route.media, example) } : {}) },
      ]
    }),
  )
}

// An example is of the first of several types.
function textContent(media: string | readonly string[], example: Json): Json {
  const types = [media].flat()
  return Object.fromEntries(
    types.map((type, at) => [type, { schema: { type: 'string' }, ...(at === 0 ? example : {}) }]),
  )
}

function failures(route: Route<never>, components: Record<string, unknown>): Json {
  const statuses = new Set<number>(route.errors ?? [])
  if (route.scope !== 'public') for (const status of [401, 403, 429]) statuses.add(status)
  if (route.body || route.line || route.takesRaw) for (const status of [413, 415]) statuses.add(status)
  if (route.line) statuses.add(408)
  if (route.body || route.line || route.params || route.query) statuses.add(422)
  return Object.fromEntries(
    [...statuses]
      .sort((a, b) => a - b)
      .map(status => {
        const schema = lift(status === 422 ? VALIDATION_ERROR : ERROR_ENVELOPE, components)
        return [status, { description: DESCRIPTIONS[status] ?? 'Error', content: { 'application/json': { schema } } }]
      }),
  )
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is understood and can not be carried out',
  401: 'A credential is missing or unknown',
  403: 'The credential may not do this',
  404: 'Not found',
  408: 'The body came too slowly',
  409: 'It does not go together with what is there',
  412: 'It was changed since: If-Match names another version',
  413: 'The body is too large',
  415: 'The body is not of the type that is asked for',
  422: 'The request does not fit the schema; detail names every fault',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'Not now; Retry-After says when to come back',
}

// A named schema becomes a component, wherever it stands; one that may be null becomes a choice of it and null.
function lift(schema: unknown, components: Record<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map(item => lift(item, components))
  if (typeof schema !== 'object' || schema === null) return schema
  const { title, ...rest } = schema as Record<string, unknown>
  if (typeof title !== 'string') return mapValues(rest, value => lift(value, components))
  const types: readonly unknown[] = [rest.type].flat()
  const isNullable = types.includes('null')
  const { default: fallback, ...whole } = rest
  const definition = isNullable ? { ...whole, type: types.find(type => type !== 'null') } : whole
  components[title] ??= mapValues(definition, value => lift(value, components))
  const reference = { $ref: `#/components/schemas/${title}` }
  const choice = isNullable ? { anyOf: [reference, { type: 'null' }] } : reference
  return fallback === undefined ? choice : { ...choice, default: fallback }
}
function mapValues(object: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]))
}
