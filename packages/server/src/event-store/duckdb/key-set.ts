const FIRST_SLOTS = 16
const EMPTY = 0

/** A set of keys (unsigned, below 2^32 - 1) in a typed array; a slot holds key + 1. */
export class KeySet {
  #slots = new Uint32Array(FIRST_SLOTS)
  #size = 0

  get size(): number {
    return this.#size
  }

  get byteLength(): number {
    return this.#slots.byteLength
  }

  has(key: number): boolean {
    return this.#slots[slotOf(this.#slots, key)] !== EMPTY
  }

  add(key: number): void {
    const slot = slotOf(this.#slots, key)
    if (this.#slots[slot] !== EMPTY) return
    this.#slots[slot] = key + 1
    this.#size += 1
    if (this.#size * 4 > this.#slots.length * 3) this.#grow()
  }

  /** Closes the gap that it leaves, so that a probe never stops short. */
  delete(key: number): void {
    const slots = this.#slots
    const mask = slots.length - 1
    let gap = slotOf(slots, key)
    if (slots[gap] === EMPTY) return
    this.#size -= 1
    for (let next = (gap + 1) & mask; slots[next] !== EMPTY; next = (next + 1) & mask) {
      const home = homeOf(slots[next]! - 1, mask)
      if (((next - home) & mask) < ((next - gap) & mask)) continue
      slots[gap] = slots[next]!
      gap = next
    }
    slots[gap] = EMPTY
  }

  #grow(): void {
    const grown = new Uint32Array(this.#slots.length * 2)
    for (const present of this.#slots) if (present !== EMPTY) grown[slotOf(grown, present - 1)] = present
    this.#slots = grown
  }
}

function slotOf(slots: Uint32Array, key: number): number {
  const mask = slots.length - 1
  let slot = homeOf(key, mask)
  while (slots[slot] !== EMPTY && slots[slot] !== key + 1) slot = (slot + 1) & mask
  return slot
}

function homeOf(key: number, mask: number): number {
  const scrambled = Math.imul(key, 0x9e3779b1)
  return (scrambled ^ (scrambled >>> 15)) & mask
}
