import type { Database } from '../../database/database.ts'
import { type AuditEntry, recordAudits } from './audit-repository.ts'

interface Group {
  readonly entries: AuditEntry[]
  readonly written: Promise<void>
}

/**
 * Group commit of entries whose change is stored elsewhere: calls that wait at the same time share one transaction. Who
 * waits for `write` is answered after the commit, so an answer that was given has its entry.
 */
export class AuditQueue {
  readonly #db: Database
  #open: Group | null = null
  #last: Promise<void> = Promise.resolve()

  constructor(db: Database) {
    this.#db = db
  }

  write(entry: AuditEntry): Promise<void> {
    this.#open ??= this.#newGroup()
    this.#open.entries.push(entry)
    return this.#open.written
  }

  // A group is open until the one before it is written, and at least until this turn of the event loop has ended.
  #newGroup(): Group {
    const entries: AuditEntry[] = []
    const written = this.#commit(entries, this.#last)
    this.#last = written.catch(() => undefined)
    return { entries, written }
  }

  async #commit(entries: readonly AuditEntry[], earlier: Promise<void>): Promise<void> {
    await earlier
    await new Promise(resolve => setImmediate(resolve))
    this.#open = null
    await recordAudits(this.#db, entries)
  }
}
