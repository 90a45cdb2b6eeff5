import type { RefusedLine } from './bulk-chunk.ts'
import type { Outcome } from './submit-chunk.ts'

const MOST_NAMED = 1000

/** The sum of what became of the chunks, in their order. */
export class BulkTally {
  readonly #experimentIds = new Set<string>()
  readonly #refused: RefusedLine[] = []
  #recorded = 0
  #deduplicated = 0
  #refusedTotal = 0

  /** Throws what kept a part of it from being stored, after counting the rest. */
  add({ experimentIds, recorded, deduplicated, refused, failure }: Outcome): void {
    for (const id of experimentIds) this.#experimentIds.add(id)
    this.#recorded += recorded
    this.#deduplicated += deduplicated
    this.#refusedTotal += refused.length
    this.#refused.push(...refused.slice(0, MOST_NAMED - this.#refused.length))
    if (failure !== null) throw failure
  }

  get experiments(): number {
    return this.#experimentIds.size
  }

  get refused(): readonly RefusedLine[] {
    return this.#refused
  }

  /** In the words of the wire; received is the sum of the others. */
  counts() {
    const [recorded, deduplicated, refused_total] = [this.#recorded, this.#deduplicated, this.#refusedTotal]
    return { received: recorded + deduplicated + refused_total, recorded, deduplicated, refused_total }
  }
}
