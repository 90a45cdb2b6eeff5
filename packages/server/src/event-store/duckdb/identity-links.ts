import { KeySet } from './key-set.ts'

const FIRST_KEYS = 64
const NONE = 0

/** Which user keys are one person. Takes no memory until the first link; a slot holds key + 1. */
export class IdentityLinks {
  /** Anonymous keys that were linked to another person later. */
  readonly conflicts = new KeySet()
  #persons = new Uint32Array(0)
  /** By person key the last anonymous key, by anonymous key the one before it. */
  #lastAnonymous = new Uint32Array(0)
  #previous = new Uint32Array(0)

  get byteLength(): number {
    const lists = this.#lastAnonymous.byteLength + this.#previous.byteLength
    return this.#persons.byteLength + lists + this.conflicts.byteLength
  }

  get isEmpty(): boolean {
    return this.#persons.length === 0
  }

  isLinked(key: number): boolean {
    return (this.#persons[key] ?? NONE) !== NONE
  }

  hasLinks(key: number): boolean {
    return (this.#lastAnonymous[key] ?? NONE) !== NONE
  }

  personOf(key: number): number {
    return this.isLinked(key) ? this.#persons[key]! - 1 : key
  }

  /** The key of the person and the anonymous keys that are linked to it. */
  idsOf(personKey: number): number[] {
    const ids = [personKey]
    let slot = this.#lastAnonymous[personKey] ?? NONE
    for (; slot !== NONE; slot = this.#previous[slot - 1]!) ids.push(slot - 1)
    return ids
  }

  link(anonymousKey: number, personKey: number): void {
    this.#reserve(Math.max(anonymousKey, personKey))
    this.#persons[anonymousKey] = personKey + 1
    this.#previous[anonymousKey] = this.#lastAnonymous[personKey]!
    this.#lastAnonymous[personKey] = anonymousKey + 1
  }

  /** Undoes the last link of its person. */
  unlink(anonymousKey: number): void {
    if (!this.isLinked(anonymousKey)) return
    this.#lastAnonymous[this.personOf(anonymousKey)] = this.#previous[anonymousKey]!
    this.#persons[anonymousKey] = NONE
  }

  #reserve(key: number): void {
    const { length } = this.#persons
    if (key < length) return
    const capacity = Math.max(key + 1, Math.ceil(length * 1.5), FIRST_KEYS)
    this.#persons = enlarged(this.#persons, capacity)
    this.#lastAnonymous = enlarged(this.#lastAnonymous, capacity)
    this.#previous = enlarged(this.#previous, capacity)
  }
}

function enlarged(slots: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(capacity)
  grown.set(slots)
  return grown
}
