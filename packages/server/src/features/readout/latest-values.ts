interface Kept<T> {
  readonly version: string
  readonly value: Promise<T>
}

/** Of each thing the value of its newest version: computed once for all who ask, and forgotten when it fails. */
export class LatestValues<T> {
  readonly #most: number
  readonly #kept = new Map<string, Kept<T>>()

  constructor(most: number) {
    this.#most = most
  }

  get(id: string, version: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(id)
    if (known?.version === version) return known.value
    const kept = { version, value: compute() }
    this.#keep(id, kept)
    kept.value.catch(() => {
      if (this.#kept.get(id) === kept) this.#kept.delete(id)
    })
    return kept.value
  }

  #keep(id: string, kept: Kept<T>): void {
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }
}
