import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './content-encoding.ts'
import { digestOf } from './entity-tag.ts'

const SMALLEST_COMPRESSED = 1024

const TEXTS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
}

const OTHERS: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)

/** A file of the web UI, in every form that it is sent in. */
export class StaticFile {
  /** From the root of the site. */
  readonly path: string
  readonly mediaType: string
  readonly isCompressible: boolean
  /** Of the content, whatever the form. */
  readonly tag: string
  readonly #content: Buffer
  readonly #encoded = new Map<Encoding, Promise<Buffer>>()

  constructor(path: string, content: Buffer) {
    const extension = extname(path).toLowerCase()
    const text = TEXTS[extension]
    this.path = path
    this.mediaType = text === undefined ? (OTHERS[extension] ?? 'application/octet-stream') : `${text}; charset=utf-8`
    this.isCompressible = text !== undefined && content.length >= SMALLEST_COMPRESSED
    this.tag = `"${digestOf(content)}"`
    this.#content = content
  }

  /** Compressed once, by the first who asks. */
  encoded(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding) ?? this.#encode(encoding)
    this.#encoded.set(encoding, known)
    return known
  }

  async #encode(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'gzip') return compressWithGzip(this.#content)
    if (encoding === 'identity') return this.#content
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: this.#content.length,
    }
    return compressWithBrotli(this.#content, { params })
  }
}
