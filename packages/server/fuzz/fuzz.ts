import fc from 'fast-check'
import { openApiDocument } from '../src/http/openapi.ts'
import { newResponseCheck } from '../src/http/response-check.ts'
import type { Route } from '../src/http/route.ts'
import { routes } from '../src/routes.ts'
import { arbitraryValue, type Components, HOSTILE, type Schema } from './arbitrary-value.ts'
import { CREDENTIALS, type Credential, openWorld, type World } from './fuzz-world.ts'

export interface FuzzReport {
  readonly requests: number
  readonly byStatus: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly findings: readonly string[]
}

interface Operation {
  readonly route: Route<never>
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly body: Schema | null
  readonly statuses: ReadonlySet<string>
}

interface Request {
  readonly url: string
  readonly payload: string | null
  readonly contentType: string
}

const REFILL_EVERY = 200
const HANGS_MS = 20_000
const RANK: Readonly<Record<string, number>> = { public: 0, read: 1, write: 2, admin: 3 }
const RANK_OF: Readonly<Record<Credential, number>> = {
  none: 0,
  unknown: 0,
  read: 1,
  'read key': 1,
  write: 2,
  'write key': 2,
  admin: 3,
}
/** How wrong the values of a request are: never, now and then, mostly. */
const WRONGNESS = [0, 0.03, 0.3]
/** Statuses that any operation may give, whatever it documents. */
const GENERAL = ['400', '401', '403', '404', '413', '415', '422', '429']

/** Sends requests derived from our own OpenAPI document, valid and broken, under every credential, and tells what is wrong. */
export async function fuzz(
  count: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<FuzzReport> {
  const document = openApiDocument(routes, { title: 'fuzz', version: '0' })
  const components = (document as { components: { schemas: Components } }).components.schemas
  const operations = routes.map(route => operationOf(route, document))
  const check = newResponseCheck(routes)
  const world = await openWorld()
  const [byStatus, findings] = [new Map<number, number>(), new Set<string>()]
  let slowestMs = 0
  for (let at = 0; at < count; at += 1) {
    if (at % REFILL_EVERY === REFILL_EVERY - 1) await world.refill()
    const operation = operations[at % operations.length]!
    const credential = CREDENTIALS[Math.floor(at / operations.length) % CREDENTIALS.length]!
    const request = draw(requestOf(operation, components, world, WRONGNESS[at % WRONGNESS.length]!), seed + at)
    const started = performance.now()
    const answer = await send(world, operation, request, credential)
    slowestMs = Math.max(slowestMs, performance.now() - started)
    byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1)
    for (const fault of faults(operation, credential, answer, world, check)) {
      findings.add(`${operation.route.method} ${operation.path} as ${credential}, request ${at}: ${fault}`)
    }
    onProgress(at + 1)
  }
  await world.test.close()
  return { requests: count, byStatus: Object.fromEntries(byStatus), slowestMs, findings: [...findings] }
}

function operationOf(route: Route<never>, document: unknown): Operation {
  const { paths } = document as {
    paths: Record<string, Record<string, { parameters: Operation['parameters']; responses: object }>>
  }
  const { parameters, responses } = paths[route.path]![route.method.toLowerCase()]!
  const body = (route.body ?? route.line ?? null) as Schema | null
  return { route, path: route.path, parameters, body, statuses: new Set([...Object.keys(responses), ...GENERAL]) }
}

function requestOf(
  operation: Operation,
  components: Components,
  world: World,
  wrongness: number,
): fc.Arbitrary<Request> {
  const { route, parameters, path } = operation
  const url = fc
    .tuple(
      ...parameters.map(parameter =>
        fc.tuple(fc.constant(parameter), parameterValue(parameter, components, world, wrongness)),
      ),
    )
    .map(values => urlOf(path, values))
  return fc.tuple(url, payloadOf(operation, components, wrongness)).map(([whole, payload]) => ({
    url: whole,
    payload,
    contentType: route.line ? 'application/x-ndjson' : (route.takesRaw ?? 'application/json'),
  }))
}

function parameterValue(
  parameter: Operation['parameters'][number],
  components: Components,
  world: World,
  wrongness: number,
): fc.Arbitrary<unknown> {
  const known = world.ids(parameter.name)
  const any = arbitraryValue(parameter.schema, components, wrongness)
  if (parameter.in === 'query') return fc.oneof(any, fc.constant(undefined))
  return known.length === 0
    ? any
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any })
}

function urlOf(path: string, values: readonly (readonly [Operation['parameters'][number], unknown])[]): string {
  const query = new URLSearchParams()
  let whole = path
  for (const [{ name, in: place }, value] of values) {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (text === undefined) continue
    if (place === 'path') whole = whole.replace(`{${name}}`, segmentOf(text.toWellFormed()))
    else query.append(name, text.toWellFormed())
  }
  return query.size === 0 ? whole : `${whole}?${query}`
}

// An empty one makes another path, and so do dots, which whoever asks takes out before.
function segmentOf(text: string): string {
  return /^\.{1,2}$/.test(text) ? `${text}~` : encodeURIComponent(text) || '%20'
}

function payloadOf({ body, route }: Operation, components: Components, wrongness: number): fc.Arbitrary<string | null> {
  if (route.takesRaw) return fc.constantFrom('', 'text=projects', '{}', 'payload={}', ...HOSTILE)
  if (body === null) return fc.constant(null)
  const value = arbitraryValue(body, components, wrongness).map(one => JSON.stringify(one) ?? '')
  if (route.line) return fc.array(value, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))
  if (wrongness === 0) return value
  return fc.oneof(
    { weight: 19, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[1,', '"\\ud800"', ...HOSTILE) },
  )
}

function draw<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0]!
}

interface Answer {
  readonly status: number
  readonly isJson: boolean
  readonly text: string
}

async function send(
  { test, tokens }: World,
  { route }: Operation,
  request: Request,
  credential: Credential,
): Promise<Answer> {
  const token = tokens[credential]
  const headers = {
    ...(request.payload === null ? {} : { 'content-type': request.contentType }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
  const payload = request.payload === null ? {} : { payload: request.payload }
  const sent = test.app.inject({ method: route.method, url: request.url, headers, ...payload })
  let timer: NodeJS.Timeout | undefined
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer in ${HANGS_MS} ms: ${route.method} ${request.url} ${request.payload}`)),
      HANGS_MS,
    )
  })
  try {
    const answer = await Promise.race([sent, hang])
    const isJson = String(answer.headers['content-type'] ?? '').includes('application/json')
    return { status: answer.statusCode, isJson, text: answer.body }
  } finally {
    clearTimeout(timer)
  }
}

function faults(
  { route, path, statuses }: Operation,
  credential: Credential,
  { status, isJson, text }: Answer,
  { secrets }: World,
  check: ReturnType<typeof newResponseCheck>,
): readonly string[] {
  const found: string[] = []
  if (status >= 500 && status !== 503 && status !== 502) found.push(`status ${status}: ${text.slice(0, 300)}`)
  if (!statuses.has(String(status))) found.push(`status ${status} is not documented`)
  if (status >= 200 && status < 300 && RANK_OF[credential] < RANK[route.scope]!)
    found.push(`${status} without the ${route.scope} scope`)
  const shown = secrets.filter(secret => text.includes(secret))
  if (shown.length > 0) found.push(`shows a secret: ${shown.join()}`)
  if (isJson && text !== '') found.push(...shapeFaults(route.method, path, status, text, check))
  return found
}

function shapeFaults(
  method: string,
  path: string,
  status: number,
  text: string,
  check: ReturnType<typeof newResponseCheck>,
): readonly string[] {
  try {
    const body = JSON.parse(text)
    check(method, path, status, body)
    const isEnvelope =
      status < 400 ||
      'error' in body ||
      (body.detail !== undefined && body.status_code === status && 'request_id' in body)
    return isEnvelope ? [] : [`no envelope: ${text.slice(0, 200)}`]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
