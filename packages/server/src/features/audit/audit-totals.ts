import type { Database } from '../../database/database.ts'
import { type AuditFilter, countAudit, type IdRange, readAuditEnds, readNewestId } from './audit-repository.ts'

interface Counted {
  /** The purge it was counted after. */
  readonly purge: number
  /** The last id that is counted. */
  readonly upTo: number
  readonly rows: number
}

/** Entries that are still being written may have lower ids than one that is there: so many are counted anew. */
const UNSETTLED = 1000
const SLICE = 50_000
const MOST_FILTERS = 200

/**
 * How many entries a filter matches, exactly. The log only grows, but for purges, which are entries themselves: what was
 * counted once is kept, and a page counts what has come since.
 */
export class AuditTotals {
  readonly #db: Database
  /** Gives other work its turn. */
  readonly #rest: () => Promise<unknown>
  readonly #counted = new Map<string, Counted>()

  constructor(db: Database, rest: () => Promise<unknown>) {
    this.#db = db
    this.#rest = rest
  }

  /** Within a range of ids that holds all that match. */
  async count(filter: AuditFilter, { after, before }: IdRange): Promise<number> {
    const purge = await readNewestId(this.#db, 'retention.purge')
    const ends = await readAuditEnds(this.#db)
    if (ends === null) return 0
    const none = { purge, upTo: Math.max(ends.first - 1, after ?? 0), rows: 0 }
    const last = Math.min(ends.last - UNSETTLED, (before ?? Number.POSITIVE_INFINITY) - 1)
    const settled = await this.#settle(filter, none, last)
    return settled.rows + (await countAudit(this.#db, filter, { after: settled.upTo, before }))
  }

  async #settle(filter: AuditFilter, none: Counted, last: number): Promise<Counted> {
    const key = JSON.stringify(filter)
    const known = this.#counted.get(key)
    let { upTo, rows } = known?.purge === none.purge ? known : none
    while (upTo < last) {
      const to = Math.min(upTo + SLICE, last)
      rows += await countAudit(this.#db, filter, { after: upTo, before: to + 1 })
      if (to < last) await this.#rest()
      upTo = to
    }
    const counted = { ...none, upTo, rows }
    this.#keep(key, counted)
    return counted
  }

  #keep(key: string, counted: Counted): void {
    this.#counted.delete(key)
    if (this.#counted.size >= MOST_FILTERS) this.#counted.delete(this.#counted.keys().next().value!)
    this.#counted.set(key, counted)
  }
}
