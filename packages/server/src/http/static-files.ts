import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { setHeaders } from './answer-headers.ts'
import { bestEncoding } from './content-encoding.ts'
import { isHeld } from './entity-tag.ts'
import { readFileTree } from './file-tree.ts'
import { StaticFile } from './static-file.ts'

/** What the server answers itself; whatever else begins so is not found, as the contract has it. */
const RESERVED = /^\/(api(\/|$)|health|livez|readyz|metrics|docs|openapi\.json|redoc|slack)/
/** No dot files, no way up, no empty or odd segment: nothing else is the path of a page. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is kept out
const PLAIN = /^(\/(?!\.)[^/\\\x00-\x1f\x7f]+)*\/?$/
const ASSETS = '/assets/'
const A_YEAR = 'public, max-age=31536000, immutable'

export function hasPages(dist: string): boolean {
  return existsSync(join(dist, 'index.html'))
}

/** Reads the built web UI; null when there is none. */
export async function readPages(dist: string): Promise<Pages | null> {
  return hasPages(dist) ? new Pages(await readFileTree(dist)) : null
}

/**
 * The built web UI, as it was at start, in memory. A request names a file by its path in this list, and no path of the file
 * system is ever made from a request: so there is no way out of the folder.
 */
export class Pages {
  readonly #files: ReadonlyMap<string, StaticFile>

  constructor(contents: ReadonlyMap<string, Buffer>) {
    this.#files = new Map([...contents].map(([path, content]) => [path, new StaticFile(path, content)]))
  }

  /** The file of a request, the page for a path of the UI's own router, or null: not found. */
  find(request: FastifyRequest): StaticFile | null {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const path = decodedPath(request.url)
    if (path === null || !PLAIN.test(path) || RESERVED.test(path)) return null
    const file = this.#files.get(path)
    if (file !== undefined) return file
    return `${path}/`.startsWith(ASSETS) ? null : (this.#files.get('/index.html') ?? null)
  }
}

/** Answers with a file: from the caller's own copy if it has one, else in the smallest form that the caller takes. */
export async function sendFile(
  file: StaticFile,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<FastifyReply> {
  // Files under assets have a hash of their content in their name.
  const cacheControl = file.path.startsWith(ASSETS) ? A_YEAR : 'no-cache'
  const varies = file.isCompressible ? { vary: 'Accept-Encoding' } : {}
  setHeaders(response, { 'cache-control': cacheControl, etag: `W/${file.tag}`, 'accept-ranges': 'none', ...varies })
  if (isHeld(file.tag, request.headers['if-none-match'])) return response.code(304).send()
  const encoding = file.isCompressible ? bestEncoding(request.headers['accept-encoding']) : 'identity'
  if (encoding !== 'identity') response.header('content-encoding', encoding)
  return response.type(file.mediaType).send(await file.encoded(encoding))
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0]!)
  } catch {
    return null
  }
}
