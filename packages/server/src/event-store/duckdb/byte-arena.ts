import type { IdBytes } from './id-bytes.ts'

const CHUNK_BYTES = 1 << 20
const FIRST_CHUNK_BYTES = 1 << 10
const UNIT_BYTES = 4
const UNITS_PER_CHUNK = CHUNK_BYTES / UNIT_BYTES
const UUID_HEADER = 0
const LONG_HEADER = 255
const LONG_HEADER_BYTES = 4

/**
 * Ids end to end in chunks of 1 MiB, addressed in units of 4 bytes, so that 32 bits reach 16 GiB. An entry is a header
 * (0: a packed UUID; 1..254: length + 1; 255: a 24-bit length follows) and its bytes; no entry crosses a chunk.
 */
export class ByteArena {
  readonly #chunks: Uint8Array[] = [new Uint8Array(FIRST_CHUNK_BYTES)]
  #usedInLast = 0

  get byteLength(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  }

  add(id: IdBytes): number {
    const headerBytes = id.isUuid || id.packedLength < LONG_HEADER - 1 ? 1 : LONG_HEADER_BYTES
    const start = this.#reserve(headerBytes + id.packedLength)
    const chunk = this.#chunks.at(-1)!
    writeHeader(chunk, start, id)
    const packed = id.packed
    const length = id.packedLength
    for (let i = 0, to = start + headerBytes; i < length; i += 1, to += 1) chunk[to] = packed[i]!
    return (this.#chunks.length - 1) * UNITS_PER_CHUNK + start / UNIT_BYTES
  }

  holds(address: number, id: IdBytes): boolean {
    const chunk = this.#chunks[Math.floor(address / UNITS_PER_CHUNK)]!
    const start = (address % UNITS_PER_CHUNK) * UNIT_BYTES
    const length = id.packedLength
    const headerBytes = matchHeader(chunk, start, id)
    if (headerBytes === 0) return false
    const packed = id.packed
    for (let i = 0, at = start + headerBytes; i < length; i += 1, at += 1) if (chunk[at] !== packed[i]) return false
    return true
  }

  /** Forgets the entry at the address and everything that was added after it. */
  truncate(address: number): void {
    this.#chunks.length = Math.floor(address / UNITS_PER_CHUNK) + 1
    this.#usedInLast = (address % UNITS_PER_CHUNK) * UNIT_BYTES
  }

  #reserve(bytes: number): number {
    if (bytes > CHUNK_BYTES) throw new RangeError(`An id of ${bytes} bytes is longer than the index can hold.`)
    if (this.#usedInLast + bytes > CHUNK_BYTES) this.#startChunk()
    const start = this.#usedInLast
    const end = start + Math.ceil(bytes / UNIT_BYTES) * UNIT_BYTES
    this.#growLastTo(end)
    this.#usedInLast = end
    return start
  }

  #startChunk(): void {
    this.#chunks.push(new Uint8Array(CHUNK_BYTES))
    this.#usedInLast = 0
  }

  #growLastTo(bytes: number): void {
    const last = this.#chunks.at(-1)!
    if (bytes <= last.byteLength) return
    let capacity = last.byteLength
    while (capacity < bytes) capacity *= 2
    const grown = new Uint8Array(capacity)
    grown.set(last)
    this.#chunks[this.#chunks.length - 1] = grown
  }
}

function writeHeader(chunk: Uint8Array, at: number, id: IdBytes): void {
  const length = id.packedLength
  if (id.isUuid) chunk[at] = UUID_HEADER
  else if (length < LONG_HEADER - 1) chunk[at] = length + 1
  else {
    chunk[at] = LONG_HEADER
    chunk[at + 1] = length & 255
    chunk[at + 2] = (length >>> 8) & 255
    chunk[at + 3] = length >>> 16
  }
}

/** The number of header bytes, or 0 when the entry is of another length or form. */
function matchHeader(chunk: Uint8Array, at: number, id: IdBytes): number {
  const header = chunk[at]!
  if (id.isUuid) return header === UUID_HEADER ? 1 : 0
  if (header !== LONG_HEADER) return header === id.packedLength + 1 ? 1 : 0
  const length = chunk[at + 1]! | (chunk[at + 2]! << 8) | (chunk[at + 3]! << 16)
  return length === id.packedLength ? LONG_HEADER_BYTES : 0
}
