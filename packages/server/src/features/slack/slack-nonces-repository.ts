import { createHash } from 'node:crypto'
import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'

export type NonceKind = 'state' | 'request'

/** What may be used once; only digests are kept, and none longer than it could be used. */
export class SlackNoncesRepository {
  readonly #db: Database
  readonly #clock: Clock

  constructor(db: Database, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /** Keeps it for a while: false when it is known already. */
  async add(kind: NonceKind, nonce: string, forSeconds: number): Promise<boolean> {
    const now = this.#clock.now()
    await this.#db.deleteFrom('slack_nonces').where('expires_at', '<=', isoTime(now)).execute()
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('slack_nonces')
      .values({ digest: digest(kind, nonce), kind, expires_at: isoTime(now + forSeconds * 1000) })
      .onConflict(conflict => conflict.column('digest').doNothing())
      .executeTakeFirst()
    return Number(numInsertedOrUpdatedRows) === 1
  }

  /** Uses it up: false when it is not known, was used before, or its time is over. */
  async take(kind: NonceKind, nonce: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('slack_nonces')
      .where('digest', '=', digest(kind, nonce))
      .where('expires_at', '>', isoTime(this.#clock.now()))
      .executeTakeFirst()
    return Number(numDeletedRows) === 1
  }
}

function digest(kind: NonceKind, nonce: string): string {
  return createHash('sha256').update(`${kind}:${nonce}`).digest('hex')
}
