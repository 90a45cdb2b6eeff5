import { Readable } from 'node:stream'

interface StreamOptions {
  /** A reader that takes nothing for so long is given up. */
  readonly idleMs: number
  /** Runs once, when the stream ends in any way. */
  readonly onClose: () => void
}

/** Parts of an answer as they are made: the next one when the last was taken, so memory holds a few of them. */
export function partStream(parts: AsyncGenerator<string>, { idleMs, onClose }: StreamOptions): Readable {
  const stream: Readable = Readable.from(
    patient(parts, idleMs, () => stream.destroy(new Error('The reader has stopped.'))),
    { objectMode: false },
  )
  stream.once('close', onClose)
  // Whoever sends the stream is told; without a listener an error would end the process.
  stream.on('error', () => undefined)
  return stream
}

async function* patient(parts: AsyncGenerator<string>, idleMs: number, giveUp: () => void): AsyncGenerator<string> {
  for await (const part of parts) {
    const timer = setTimeout(giveUp, idleMs)
    try {
      yield part
    } finally {
      clearTimeout(timer)
    }
  }
}
