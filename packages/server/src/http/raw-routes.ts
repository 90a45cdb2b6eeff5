import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpError } from './errors.ts'

const MEDIA_TYPES = ['application/x-www-form-urlencoded', 'application/json']

/** Lets a scope of the server take bodies as they are, because a signature covers their bytes. */
export function takeRaw(scope: FastifyInstance, mostBytes: number): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
  scope.addHook('preParsing', async request => requireMediaType(request))
}

/** The bytes of a request in such a scope. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

function requireMediaType({ headers }: FastifyRequest): void {
  const mediaType = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (!MEDIA_TYPES.includes(mediaType)) throw new HttpError(415, 'http_error', { key: 'notForm' })
}
