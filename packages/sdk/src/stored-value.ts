import type { KeyValueStorage } from './platform.ts'

/** One JSON value in the storage. What cannot be read is absent; what cannot be written (quota, private mode) is not kept. */
export class StoredValue {
  readonly #storage: KeyValueStorage | null
  readonly #key: string

  constructor(storage: KeyValueStorage | null, key: string) {
    this.#storage = storage
    this.#key = key
  }

  read(): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(this.#key) ?? 'null')
    } catch {
      return null
    }
  }

  write(value: unknown): void {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(value))
    } catch {
      // The value still lives in memory; only the next page goes without it.
    }
  }
}
