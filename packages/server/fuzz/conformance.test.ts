import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANSWER_EXAMPLES } from '../src/answer-examples.gen.ts'
import { openApiDocument } from '../src/http/openapi.ts'
import { pathPattern } from '../src/http/path-pattern.ts'
import { newResponseCheck } from '../src/http/response-check.ts'
import { parserOf } from '../src/http/validation.ts'
import { routes } from '../src/routes.ts'
import { openWalk, WALKED, type Walk } from './documented-walk.ts'
import { answersOf, successOf } from './record-examples.ts'

interface Operation {
  readonly summary: string
  readonly description: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly example?: unknown
  }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}

const commands: readonly { readonly method: string; readonly path: string }[] = JSON.parse(
  readFileSync(new URL('../fixtures/api-document-commands.json', import.meta.url), 'utf8'),
).commands
const document = openApiDocument(routes, { title: 'Verdict API', version: '0' }, ANSWER_EXAMPLES) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
const operations = routes.map(route => ({
  route,
  operationId: route.operationId,
  operation: document.paths[route.path]![route.method.toLowerCase()]!,
}))

/** What has no text to show. */
const BYTES = ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

const check = newResponseCheck(routes)

describe('the API document', () => {
  it.each(commands)('$method $path of the earlier system is an operation of ours', ({ method, path }) => {
    const found = routes.filter(route => route.method === method && pathPattern(route.path).test(path))

    expect(found).not.toEqual([])
  })

  it.each(operations)('$operationId says what it does and how it fails', ({ route, operation }) => {
    const { summary, description, responses } = operation

    expect([summary.length > 5, description.length > 20]).toEqual([true, true])
    const isGuarded = Object.keys(responses).some(status => /^[45]/.test(status))
    expect(isGuarded || ['/health', '/livez'].includes(route.path)).toBe(true)
  })

  it.each(operations)('$operationId shows its parameters and its answers', ({ route, operation }) => {
    const { parameters, responses } = operation
    const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    const shown = successes.flatMap(([, { content = {} }]) => Object.entries(content).slice(0, 1))
    const texts = shown.filter(([type]) => !BYTES.includes(type))

    expect(parameters.filter(({ example }) => example === undefined)).toEqual([])
    for (const [, media] of texts) expect(media).toHaveProperty('example')
    expect(shown.length > 0 || route.responses[successOf(route)] === null).toBe(true)
  })

  it('has examples of parameters and answers that fit their schemas', () => {
    for (const { route, operation } of operations) {
      const answers = Object.entries(ANSWER_EXAMPLES[route.operationId] ?? {})
      for (const [status, body] of answers) check(route.method, route.path, Number(status), body)
      for (const place of ['path', 'query'] as const) {
        const own = operation.parameters.filter(parameter => parameter.in === place)
        const schema = place === 'path' ? route.params : route.query
        const asked = Object.fromEntries(own.map(({ name, example }) => [name, String(example)]))
        if (schema !== undefined) parserOf(schema, place)(asked)
      }
    }
  })
})

describe('every operation, asked as its documentation shows, with what it needs and with every parameter', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await openWalk()
  })
  afterAll(() => walk.close())

  it.each(WALKED)('$operationId answers what it shows', async route => {
    await walk.prepare(route)
    const { status, body } = await walk.ask(route, 'needed')

    expect(status).toBe(successOf(route))
    check(route.method, route.path, status, body)
    const answers = answersOf(route, body, walk)
    // Where this fails, the answer has another form than the one that was written down: npm run generate.
    expect(shapeOf(ANSWER_EXAMPLES[route.operationId] ?? {})).toEqual(shapeOf(answers))
    if (route.query === undefined) return
    await walk.prepare(route)
    const whole = await walk.ask(route, 'all')
    expect(whole.status).toBe(successOf(route))
    check(route.method, route.path, whole.status, whole.body)
  })
})

/** The keys and the types of a value, without what it says. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]))
}
