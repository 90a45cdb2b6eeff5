const FIRST_CAPACITY = 1024
const UUID_LENGTH = 36
const UUID_PAIRS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
const DASH = 0x2d
const NIBBLES = nibbleTable()

/** One id as bytes, in buffers that are used again for the next one. A canonical lower-case UUID packs to 16 bytes. */
export class IdBytes {
  /** UTF-8; the first `textLength` bytes. */
  text = Buffer.allocUnsafe(FIRST_CAPACITY)
  textLength = 0
  isUuid = false
  readonly #uuid = new Uint8Array(16)

  /** The bytes that identify the id, together with `isUuid`; the first `packedLength` of them. */
  get packed(): Uint8Array {
    return this.isUuid ? this.#uuid : this.text
  }

  get packedLength(): number {
    return this.isUuid ? 16 : this.textLength
  }

  encode(id: string): this {
    const { length } = id
    this.#reserve(length * 3)
    const text = this.text
    let i = 0
    for (; i < length; i += 1) {
      const code = id.charCodeAt(i)
      if (code > 127) break
      text[i] = code
    }
    return this.#pack(i === length ? length : text.write(id))
  }

  copyFrom(bytes: Uint8Array, start: number, end: number): this {
    this.#reserve(end - start)
    const text = this.text
    for (let from = start, to = 0; from < end; from += 1, to += 1) text[to] = bytes[from]!
    return this.#pack(end - start)
  }

  #pack(textLength: number): this {
    this.textLength = textLength
    this.isUuid = textLength === UUID_LENGTH && packUuid(this.text, this.#uuid)
    return this
  }

  #reserve(capacity: number): void {
    if (capacity > this.text.length) this.text = Buffer.allocUnsafe(capacity * 2)
  }
}

function packUuid(text: Uint8Array, uuid: Uint8Array): boolean {
  let invalid = 0
  for (let i = 0; i < 16; i += 1) {
    const at = UUID_PAIRS[i]!
    const high = NIBBLES[text[at]!]!
    const low = NIBBLES[text[at + 1]!]!
    invalid |= high | low
    uuid[i] = (high << 4) | low
  }
  return invalid >= 0 && text[8] === DASH && text[13] === DASH && text[18] === DASH && text[23] === DASH
}

function nibbleTable(): Int8Array {
  const table = new Int8Array(256).fill(-1)
  for (let value = 0; value < 16; value += 1) table[value.toString(16).charCodeAt(0)] = value
  return table
}
