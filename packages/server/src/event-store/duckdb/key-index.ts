import { ByteArena } from './byte-arena.ts'
import type { IdBytes } from './id-bytes.ts'

const FIRST_SLOTS = 16
const EMPTY = 0

export type HashBytes = (bytes: Uint8Array, length: number) => number

/**
 * Gives each distinct id the next key: 0, 1, 2, … An open-addressing table of (hash, key + 1); every hit is verified
 * against the id's bytes, so a collision costs a comparison and never an answer. No object is kept per id.
 */
export class KeyIndex {
  readonly #hash: HashBytes
  readonly #arena = new ByteArena()
  #slots = new Uint32Array(FIRST_SLOTS * 2)
  #addresses = new Uint32Array(FIRST_SLOTS)
  #size = 0

  constructor(hash: HashBytes) {
    this.#hash = hash
  }

  get size(): number {
    return this.#size
  }

  get byteLength(): number {
    return this.#slots.byteLength + this.#addresses.byteLength + this.#arena.byteLength
  }

  /** The key of the id, or -1. */
  find(id: IdBytes): number {
    const hash = this.#hash(id.packed, id.packedLength) >>> 0
    return this.#slots[this.#slotOf(id, hash) + 1]! - 1
  }

  /** The key of the id; a new one equals the size before. */
  intern(id: IdBytes): number {
    const hash = this.#hash(id.packed, id.packedLength) >>> 0
    const slot = this.#slotOf(id, hash)
    const present = this.#slots[slot + 1]!
    return present === EMPTY ? this.#add(id, hash, slot) : present - 1
  }

  /** Forgets every key from `size` on. */
  truncate(size: number): void {
    if (size >= this.#size) return
    this.#arena.truncate(this.#addresses[size]!)
    this.#size = size
    this.#rehash(this.#slots.length)
  }

  #slotOf(id: IdBytes, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (hash << 1) & mask
    for (;;) {
      const present = slots[slot + 1]!
      if (present === EMPTY) return slot
      if (slots[slot] === hash && this.#arena.holds(this.#addresses[present - 1]!, id)) return slot
      slot = (slot + 2) & mask
    }
  }

  #add(id: IdBytes, hash: number, slot: number): number {
    const key = this.#size
    this.#reserveAddress(key)
    this.#addresses[key] = this.#arena.add(id)
    this.#slots[slot] = hash
    this.#slots[slot + 1] = key + 1
    this.#size = key + 1
    // Three quarters full at most.
    if (this.#size * 8 > this.#slots.length * 3) this.#rehash(this.#slots.length * 2)
    return key
  }

  #reserveAddress(key: number): void {
    if (key < this.#addresses.length) return
    const grown = new Uint32Array(Math.ceil(this.#addresses.length * 1.5))
    grown.set(this.#addresses)
    this.#addresses = grown
  }

  #rehash(length: number): void {
    const old = this.#slots
    const slots = new Uint32Array(length)
    const mask = length - 1
    for (let from = 0; from < old.length; from += 2) {
      const present = old[from + 1]!
      if (present === EMPTY || present > this.#size) continue
      let slot = (old[from]! << 1) & mask
      while (slots[slot + 1] !== EMPTY) slot = (slot + 2) & mask
      slots[slot] = old[from]!
      slots[slot + 1] = present
    }
    this.#slots = slots
  }
}
