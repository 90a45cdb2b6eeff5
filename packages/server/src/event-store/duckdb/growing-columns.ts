import type { ColumnData } from './column-data.ts'
import type { IdBytes } from './id-bytes.ts'

const FIRST_ROWS = 64
const FIRST_TEXT_BYTES = 1024
const TWO_TO_32 = 4294967296

/** A column that rows are pushed to, and that is cut back when a batch is given up. */
export interface GrowingColumn {
  readonly length: number
  truncate(length: number): void
  /** The rows, to be handed over; the column is spent. */
  take(): ColumnData
}

export class Uint32Column implements GrowingColumn {
  #items = new Uint32Array(FIRST_ROWS)
  length = 0

  push(value: number): void {
    if (this.length === this.#items.length) this.#items = enlarged(this.#items, new Uint32Array(this.length * 2))
    this.#items[this.length] = value
    this.length += 1
  }

  at(row: number): number {
    return this.#items[row]!
  }

  truncate(length: number): void {
    this.length = length
  }

  take(): ColumnData {
    return { kind: 'fixed', rowBytes: 4, data: this.#items.buffer, validity: null }
  }
}

export class Int8Column implements GrowingColumn {
  #items = new Int8Array(FIRST_ROWS)
  length = 0

  push(value: number): void {
    if (this.length === this.#items.length) this.#items = enlarged(this.#items, new Int8Array(this.length * 2))
    this.#items[this.length] = value
    this.length += 1
  }

  at(row: number): number {
    return this.#items[row]!
  }

  truncate(length: number): void {
    this.length = length
  }

  take(): ColumnData {
    return { kind: 'fixed', rowBytes: 1, data: this.#items.buffer, validity: null }
  }
}

export class Float64Column implements GrowingColumn {
  #items = new Float64Array(FIRST_ROWS)
  length = 0

  push(value: number): void {
    if (this.length === this.#items.length) this.#items = enlarged(this.#items, new Float64Array(this.length * 2))
    this.#items[this.length] = value
    this.length += 1
  }

  truncate(length: number): void {
    this.length = length
  }

  take(): ColumnData {
    return { kind: 'fixed', rowBytes: 8, data: this.#items.buffer, validity: null }
  }
}

/** Integers within 2^53, written as two 32-bit words: a BigInt a row would cost an allocation a row. */
export class Int64Column implements GrowingColumn {
  #words = new Uint32Array(FIRST_ROWS * 2)
  readonly #validity = new ValidityBits()
  length = 0

  push(value: number | null): void {
    const at = this.length * 2
    if (at === this.#words.length) this.#words = enlarged(this.#words, new Uint32Array(at * 2))
    this.#validity.push(value !== null)
    this.#words[at] = value ?? 0
    this.#words[at + 1] = Math.floor((value ?? 0) / TWO_TO_32)
    this.length += 1
  }

  truncate(length: number): void {
    this.length = length
    this.#validity.length = length
  }

  take(): ColumnData {
    return { kind: 'fixed', rowBytes: 8, data: this.#words.buffer, validity: this.#validity.take() }
  }
}

export class TextColumn implements GrowingColumn {
  #bytes = new Uint8Array(FIRST_TEXT_BYTES)
  #ends = new Uint32Array(FIRST_ROWS)
  readonly #validity = new ValidityBits()
  length = 0

  push(id: IdBytes | null): void {
    const { length } = this
    if (length === this.#ends.length) this.#ends = enlarged(this.#ends, new Uint32Array(length * 2))
    const start = length === 0 ? 0 : this.#ends[length - 1]!
    this.#validity.push(id !== null)
    this.#ends[length] = id === null ? start : this.#write(id, start)
    this.length = length + 1
  }

  truncate(length: number): void {
    this.length = length
    this.#validity.length = length
  }

  take(): ColumnData {
    return { kind: 'text', data: this.#bytes.buffer, ends: this.#ends.buffer, validity: this.#validity.take() }
  }

  #write(id: IdBytes, start: number): number {
    const { text, textLength } = id
    const end = start + textLength
    if (end > this.#bytes.length) this.#bytes = enlarged(this.#bytes, new Uint8Array(end * 2))
    const bytes = this.#bytes
    for (let i = 0, to = start; i < textLength; i += 1, to += 1) bytes[to] = text[i]!
    return end
  }
}

/** One bit a row, 1 for a value; nothing is kept until the first null. */
class ValidityBits {
  #bits: Uint32Array<ArrayBuffer> | null = null
  length = 0

  push(isValid: boolean): void {
    if (this.#bits !== null || !isValid) this.#set(this.length, isValid)
    this.length += 1
  }

  take(): ArrayBuffer | null {
    return this.#bits?.buffer ?? null
  }

  #set(row: number, isValid: boolean): void {
    const word = row >>> 5
    this.#bits ??= new Uint32Array(Math.max(2, word * 2)).fill(0xffffffff)
    if (word >= this.#bits.length) {
      this.#bits = enlarged(this.#bits, new Uint32Array(word * 2).fill(0xffffffff))
    }
    const bit = 1 << (row & 31)
    this.#bits[word] = isValid ? this.#bits[word]! | bit : this.#bits[word]! & ~bit
  }
}

function enlarged<T extends { set(items: T): void }>(items: T, larger: T): T {
  larger.set(items)
  return larger
}
