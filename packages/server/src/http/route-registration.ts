import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { setHeaders, speechFor } from './answer-headers.ts'
import type { RouteScope, Session } from './auth.ts'
import { CallerGoneError, invalid } from './errors.ts'
import { linesOf } from './line-routes.ts'
import { rawBodyOf } from './raw-routes.ts'
import type { Reply, Route, Traffic } from './route.ts'
import { briefParserOf, type Parser, type Place, parserOf } from './validation.ts'

declare module 'fastify' {
  /** What hooks need to know of the route they run for; absent where no operation answers. */
  interface FastifyContextConfig {
    readonly operationId?: string
    readonly scope?: RouteScope
    readonly traffic?: Traffic
    readonly needsCredential?: boolean
  }
}

/** Who asks: set when the gate admits the request, read by the handler. */
export interface Admission {
  readonly session: Session
  readonly clientAddress: string
  readonly peerAddress: string | null
}

export interface BodyLimits {
  readonly maxComputeBodyBytes: number
  readonly maxWorkspaceBodyBytes: number
}

export const admissions = new WeakMap<FastifyRequest, Admission>()

/** Bodies as they were sent, for as long as their requests live. */
export const sentBodies = new WeakMap<FastifyRequest, Buffer>()

/** Binds one operation: parse by its schemas, apply its rules, handle, answer. */
export function addRoute<Deps>(server: FastifyInstance, route: Route<Deps>, deps: Deps, bodyLimits: BodyLimits): void {
  const read = requestReader(route)
  const { operationId, scope, traffic = 'general', needsCredential = false } = route
  server.route({
    method: route.method,
    url: route.path.replaceAll(/\{([^}]+)\}/g, ':$1'),
    config: { operationId, scope, traffic, needsCredential },
    ...bodyLimitOf(route, bodyLimits),
    ...(route.line ? { decompress: false } : {}),
    handler: async (request, response) => {
      const reply = await route.handle(read(request, response) as never, deps)
      return answer(response, request.method === 'HEAD' ? withoutStream(reply) : reply)
    },
  })
}

function bodyLimitOf({ bodySize }: Pick<Route<never>, 'bodySize'>, limits: BodyLimits) {
  if (bodySize === 'samples') return { bodyLimit: limits.maxComputeBodyBytes }
  return bodySize === 'workspace' ? { bodyLimit: limits.maxWorkspaceBodyBytes } : {}
}

function requestReader<Deps>(route: Route<Deps>) {
  const parsers = {
    path: parser(route.params, 'path'),
    query: parser(route.query, 'query'),
    body: route.bodySize === 'workspace' && route.body ? briefParserOf(route.body) : parser(route.body, 'body'),
  }
  return (request: FastifyRequest, response: FastifyReply) => {
    const parsed = {
      params: parsers.path(request.params),
      query: parsers.query({ ...(request.query as object) }),
      body: parsers.body(request.body ?? (route.bodyIsOptional ? null : undefined)),
    }
    for (const rule of route.rules ?? []) {
      const issues = rule(parsed.body as never)
      if (issues.length > 0) throw invalid(issues)
    }
    return { ...parsed, ...surroundings(request, response) }
  }
}

function parser(schema: TSchema | undefined, place: Place): Parser {
  return schema ? parserOf(schema, place) : () => undefined
}

function surroundings(request: FastifyRequest, response: FastifyReply) {
  const header = (name: string): string | undefined => [request.headers[name]].flat()[0]
  const speech = speechFor(request)
  return {
    ...admissions.get(request)!,
    language: speech.language,
    speech,
    requestId: request.id,
    header,
    departure: () => departureOf(response),
    bodyDigest: () =>
      createHash('sha256')
        .update(sentBodies.get(request) ?? '')
        .digest('base64url'),
    lines: () => linesOf(request),
    rawBody: () => sentBodies.get(request) ?? rawBodyOf(request),
  }
}

function departureOf({ raw }: FastifyReply): AbortSignal {
  const departure = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) departure.abort(new CallerGoneError())
  })
  return departure.signal
}

// Nobody reads it, so nothing is read for it.
function withoutStream(reply: Reply): Reply {
  if (!(reply.body instanceof Readable)) return reply
  reply.body.destroy()
  return { ...reply, body: null }
}

function answer(response: FastifyReply, { status, body, headers }: Reply): FastifyReply {
  return setHeaders(response.code(status), headers).send(body ?? undefined)
}
