import compress from '@fastify/compress'
import cors from '@fastify/cors'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { setHeaders, speechFor } from './answer-headers.ts'
import { clientAddress, type ProxyTrust } from './client-address.ts'
import { envelope, toHttpError } from './error-envelope.ts'
import { HttpError, notFound } from './errors.ts'
import { Gate, type GateSettings, type GateTools } from './gate.ts'
import { parseJsonBody } from './json-body.ts'
import { takeLines } from './line-routes.ts'
import type { Metrics } from './metrics.ts'
import { pathPattern } from './path-pattern.ts'
import { takeRaw } from './raw-routes.ts'
import { requestId } from './request-id.ts'
import type { Route } from './route.ts'
import { addRoute, admissions, type BodyLimits, sentBodies } from './route-registration.ts'
import type { RuntimeCounters } from './runtime-counters.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { languageHeaders } from './speech.ts'
import { type Pages, sendFile } from './static-files.ts'

export interface HttpSettings extends GateSettings {
  readonly cors: {
    readonly origins: readonly string[]
    readonly methods: readonly string[]
    readonly headers: readonly string[]
  }
  readonly proxies: ProxyTrust
  readonly maxRequestBodyBytes: number
  readonly isProduction: boolean
}

export interface BodySettings extends BodyLimits {
  /** A body of lines that does not get on for so long is given up. */
  readonly bulkIdleSeconds: number
  readonly maxSlackBodyBytes: number
}

export interface HttpTools extends GateTools {
  readonly log: Logger
  readonly metrics: Metrics
  readonly counters: RuntimeCounters
  /** Told of each request that came with an API key and did not fail. */
  readonly onKeyUsed: (keyId: string, by: { readonly requestId: string; readonly clientAddress: string }) => void
}

const startedAt = new WeakMap<FastifyRequest, bigint>()
const EXPOSED = [
  ...['X-Request-ID', 'X-Process-Time-Ms', 'X-Error-Code', 'ETag', 'Retry-After'],
  ...['Location', 'Preference-Applied', 'Content-Language', 'Content-Disposition', 'Deprecation', 'WWW-Authenticate'],
  ...['Idempotency-Replayed'],
]

/** A server that knows every rule of part 2 of the contract, and no operation yet. */
export async function newHttpServer(settings: HttpSettings, tools: HttpTools): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: settings.maxRequestBodyBytes,
    genReqId: request => requestId(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
    exposeHeadRoutes: true,
    frameworkErrors: (_error, request, response) => answerBeforeRouting(request, response),
  })
  await prepareAnswers(server, settings, tools)
  readJsonOnly(server)
  admitFirst(server, settings, tools)
  server.setErrorHandler((error, request, response) => fail(error, request, response, tools.log))
  return server
}

/** Registers operations; `deps` satisfies what all of them ask for. */
export function addRoutes<Deps>(
  server: FastifyInstance,
  routes: readonly Route<Deps>[],
  deps: Deps,
  bodies: BodySettings,
): void {
  for (const route of routes.filter(({ line, takesRaw }) => !line && !takesRaw)) addRoute(server, route, deps, bodies)
  server.register(async scope => {
    takeRaw(scope, bodies.maxSlackBodyBytes)
    for (const route of routes.filter(({ takesRaw }) => takesRaw)) addRoute(scope, route, deps, bodies)
  })
  server.register(async scope => {
    takeLines(scope, bodies.bulkIdleSeconds * 1000)
    for (const route of routes.filter(({ line }) => line)) addRoute(scope, route, deps, bodies)
  })
}

async function prepareAnswers(server: FastifyInstance, settings: HttpSettings, tools: HttpTools): Promise<void> {
  server.addHook('onRequest', async (request, response) => {
    startedAt.set(request, process.hrtime.bigint())
    response.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id })
  })
  server.addHook('onSend', async (request, response) => {
    response.header('x-process-time-ms', elapsedMs(request).toFixed(2))
  })
  server.addHook('onResponse', async (request, response) => report(request, response, tools))
  await server.register(cors, {
    origin: [...settings.cors.origins],
    methods: [...settings.cors.methods],
    allowedHeaders: [...settings.cors.headers],
    exposedHeaders: EXPOSED,
    credentials: true,
  })
  await server.register(compress, { encodings: ['gzip'], threshold: 1024 })
}

function readJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      sentBodies.set(request, body as Buffer)
      done(null, parseJsonBody(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

function admitFirst(server: FastifyInstance, settings: HttpSettings, tools: HttpTools): void {
  const gate = new Gate(settings, tools)
  server.addHook('onRequest', async request => {
    if (request.method === 'OPTIONS') return
    const { scope = 'public', traffic = 'general', needsCredential = false } = request.routeOptions.config
    const client = addressOf(request, settings.proxies)
    // The template of the route, not the text of the request: %61pi spells api too.
    const path = request.routeOptions.url ?? pathOf(request)
    const visitor = { path, headers: request.headers, client, isLoopback: isLoopback(client) }
    const session = await gate.admit(visitor, { method: request.method, scope, needsCredential }, traffic)
    admissions.set(request, { session, clientAddress: client, peerAddress: request.socket.remoteAddress ?? null })
  })
}

/** For a path that can not be decoded, or an id of absurd length: no hook runs for these, so they bring the headers along. */
function answerBeforeRouting(request: FastifyRequest, response: FastifyReply): void {
  response.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id })
  send(notFound({ key: 'notFound' }), request, response)
}

function fail(error: unknown, request: FastifyRequest, response: FastifyReply, log: Logger): FastifyReply {
  const answer = toHttpError(error, request.routeOptions.bodyLimit)
  if (answer.status >= 500) log.error({ err: error, request_id: request.id, path: pathOf(request) }, 'request failed')
  return send(answer, request, response)
}

function send(error: HttpError, request: FastifyRequest, response: FastifyReply): FastifyReply {
  const speech = speechFor(request)
  return setHeaders(response.code(error.status), {
    ...error.headers,
    ...languageHeaders(speech),
    'x-error-code': error.code,
  }).send(envelope(error, request.id, speech))
}

/** Answers for paths and methods that no operation has: the web UI's files and page, 405, or 404. */
export function addNotFound(server: FastifyInstance, routes: readonly Route<never>[], pages: Pages | null): void {
  const known = routes.map(route => ({ method: route.method as string, pattern: pathPattern(route.path) }))
  server.setNotFoundHandler((request, response) => {
    const methods = known.filter(({ pattern }) => pattern.test(pathOf(request))).map(({ method }) => method)
    if (methods.length === 0) {
      const file = pages?.find(request) ?? null
      return file === null ? send(notFound({ key: 'notFound' }), request, response) : sendFile(file, request, response)
    }
    const allow = [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].join(', ')
    return send(new HttpError(405, 'http_error', { key: 'methodNotAllowed' }, { allow }), request, response)
  })
}

function report(request: FastifyRequest, response: FastifyReply, tools: HttpTools): void {
  const { log, metrics, counters } = tools
  const { operationId } = request.routeOptions.config
  const ms = elapsedMs(request)
  const code = response.getHeader('x-error-code')
  counters.count({ status: response.statusCode, code: typeof code === 'string' ? code : null, ms })
  const { session, clientAddress } = admissions.get(request) ?? {}
  if (session?.keyId && clientAddress !== undefined && response.statusCode < 500) {
    tools.onKeyUsed(session.keyId, { requestId: request.id, clientAddress })
  }
  metrics.observeRequest(operationId ?? 'none', request.method, response.statusCode, ms / 1000)
  const fields = { request_id: request.id, method: request.method, path: pathOf(request), status: response.statusCode }
  const level = response.statusCode >= 400 ? 'info' : 'debug'
  log[level]({ ...fields, ms: Number(ms.toFixed(2)) }, 'request')
}

function elapsedMs(request: FastifyRequest): number {
  return Number(process.hrtime.bigint() - (startedAt.get(request) ?? process.hrtime.bigint())) / 1e6
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]!
}

function addressOf(request: FastifyRequest, proxies: ProxyTrust): string {
  const forwarded = request.headers['x-forwarded-for']
  return clientAddress(request.socket.remoteAddress, typeof forwarded === 'string' ? forwarded : undefined, proxies)
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.replace('::ffff:', '').startsWith('127.')
}
