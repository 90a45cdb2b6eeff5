import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const RESERVED = ['/api/', '/health', '/livez', '/readyz', '/metrics', '/docs', '/openapi.json', '/redoc']
const A_YEAR = 'public, max-age=31536000, immutable'

export function hasPages(dist: string): boolean {
  return existsSync(join(dist, 'index.html'))
}

/** Serves the built web UI; false when there is none. Files with a hash in their name never change. */
export async function addStaticFiles(server: FastifyInstance, dist: string): Promise<boolean> {
  if (!hasPages(dist)) return false
  await server.register(fastifyStatic, {
    root: dist,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.startsWith(join(dist, 'assets')) ? A_YEAR : 'no-cache')
    },
  })
  return true
}

/** A path of the web UI's own: it gets the page, and the page's router does the rest. */
export function isPagePath(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  return !RESERVED.some(prefix => request.url.startsWith(prefix)) && !request.url.startsWith('/assets/')
}

export function sendPage(response: FastifyReply): FastifyReply {
  return response.sendFile('index.html')
}
