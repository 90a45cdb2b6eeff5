import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type BodyPatience, bodyParts } from './body-parts.ts'
import { HttpError } from './errors.ts'
import { type LineBlock, lineBlocks } from './line-blocks.ts'

/** The first is the one of the documentation. */
export const LINE_MEDIA_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'] as const

/** How long what is left of a refused body is read, so that its sender reads the answer. */
const LINGER_MS = 10_000
const patiences = new WeakMap<FastifyRequest, BodyPatience>()

/** Lets a scope of the server take NDJSON, plain or gzip, and nothing else. Its bodies are left to the handlers. */
export function takeLines(scope: FastifyInstance, idleMs: number): void {
  const stop = new AbortController()
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  scope.addHook('preParsing', async request => {
    requireLines(request)
    patiences.set(request, { idleMs, stopping: stop.signal })
  })
  scope.addHook('onSend', async request => dropRest(request.raw))
  scope.addHook('preClose', async () => stop.abort())
}

/** The lines of a request in such a scope, while they arrive. */
export function linesOf(request: FastifyRequest): AsyncIterable<LineBlock> {
  const patience = patiences.get(request)
  if (patience === undefined) throw new Error(`${request.url} takes no lines`)
  return lineBlocks(bodyParts(request.body as Readable, isGzip(request), patience))
}

function requireLines({ headers }: FastifyRequest): void {
  const mediaType = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity'
  const isKnown = (LINE_MEDIA_TYPES as readonly string[]).includes(mediaType)
  if (!isKnown || !['identity', 'gzip'].includes(encoding)) throw new HttpError(415, 'http_error', { key: 'notLines' })
}

function isGzip({ headers }: FastifyRequest): boolean {
  return headers['content-encoding']?.toLowerCase() === 'gzip'
}

// A connection that is closed under its sender may lose the answer; one that is read for ever is a free place.
function dropRest(body: Readable): void {
  if (body.readableEnded || body.destroyed) return
  const timer = setTimeout(() => body.destroy(), LINGER_MS).unref()
  for (const event of ['end', 'close']) body.once(event, () => clearTimeout(timer))
  body.resume()
}
