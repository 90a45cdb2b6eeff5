import type { Readable } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'
import { CallerGoneError, HttpError, invalid, unavailable } from './errors.ts'

export interface BodyPatience {
  /** A body that brings less than 16 KiB in so much waiting is given up. */
  readonly idleMs: number
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal
}

const LEAST_BYTES = 16_384
const MOST_INFLATION = 100
/** Small bodies may inflate more. */
const FREE_INFLATED_BYTES = 1_048_576
const INFLATED_PART_BYTES = 65_536

/** A body as it arrives, inflated when it is gzip. Memory holds a part; a slow, damaged or bloating body throws. */
export async function* bodyParts(raw: Readable, isGzip: boolean, patience: BodyPatience): AsyncGenerator<Buffer> {
  // Whoever reads is told by `errored`; without a listener an error would end the process.
  raw.on('error', () => undefined)
  const gunzip = isGzip ? inflating(raw) : null
  try {
    yield* gunzip === null ? arriving(raw, patience) : withinRatio(gunzip, patience)
  } finally {
    if (gunzip !== null) raw.unpipe(gunzip)
    gunzip?.destroy()
  }
}

function inflating(raw: Readable): Gunzip {
  const gunzip = createGunzip({ chunkSize: INFLATED_PART_BYTES })
  gunzip.on('error', () => undefined)
  raw.once('close', () => {
    if (!raw.readableEnded) gunzip.destroy(new CallerGoneError())
  })
  return raw.pipe(gunzip)
}

async function* withinRatio(gunzip: Gunzip, patience: BodyPatience): AsyncGenerator<Buffer> {
  let inflated = 0
  for await (const part of arriving(gunzip, patience)) {
    inflated += part.length
    if (inflated > FREE_INFLATED_BYTES + MOST_INFLATION * gunzip.bytesWritten) {
      throw new HttpError(413, 'request_body_too_large', { key: 'bodyInflates', values: { ratio: MOST_INFLATION } })
    }
    yield part
  }
}

async function* arriving(stream: Readable, { idleMs, stopping }: BodyPatience): AsyncGenerator<Buffer> {
  let [leftMs, bytes] = [idleMs, 0]
  for (;;) {
    if (stopping.aborted) throw unavailable('event_store_unavailable', { key: 'eventStoreUnavailable' }, 5)
    const part = stream.read() as Buffer | null
    if (part !== null) {
      bytes += part.length
      if (bytes >= LEAST_BYTES) [leftMs, bytes] = [idleMs, 0]
      yield part
      continue
    }
    if (stream.readableEnded) return
    if (stream.destroyed) throw reasonOf(stream.errored)
    leftMs -= await movement(stream, leftMs, stopping)
    if (leftMs <= 0) throw new HttpError(408, 'request_timeout', { key: 'bodySlow' })
  }
}

function reasonOf(error: Error | null): Error {
  if (!isGzipError(error)) return new CallerGoneError()
  return invalid([{ type: 'gzip_invalid', loc: ['body'], phrase: { key: 'brokenGzip' } }])
}

function isGzipError(error: Error | null): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('Z_')
}

/** Waits until the stream has something to tell, or so long; resolves with the milliseconds it took. */
function movement(stream: Readable, mostMs: number, stopping: AbortSignal): Promise<number> {
  const begun = performance.now()
  const events = ['readable', 'end', 'error', 'close']
  return new Promise(resolve => {
    const settle = () => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', settle)
      for (const event of events) stream.off(event, settle)
      resolve(performance.now() - begun)
    }
    const timer = setTimeout(settle, mostMs)
    stopping.addEventListener('abort', settle)
    for (const event of events) stream.on(event, settle)
  })
}
