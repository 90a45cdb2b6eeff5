import { type Kysely, sql } from 'kysely'
import type { Bucket, RateWindows, Wait } from '../http/rate-windows.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * Sliding windows that all processes of a PostgreSQL database share. Each bucket is locked while it is read and counted, so no
 * limit is passed by calls at one time; the time is the database's own.
 */
export class RateHitsRepository implements RateWindows {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async hit(buckets: readonly Bucket[]): Promise<Wait> {
    return this.#db.transaction().execute(async transaction => {
      // In one order, so that two calls never wait for each other.
      for (const { key } of [...buckets].sort((a, b) => (a.key < b.key ? -1 : 1))) {
        await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction)
      }
      const now = await readClock(transaction)
      const waits = await Promise.all(buckets.map(bucket => waitFor(transaction, bucket, now)))
      const longest = Math.max(0, ...waits.map(wait => wait ?? 0))
      if (longest > 0) return longest
      for (const bucket of buckets) await count(transaction, bucket, now)
      return null
    })
  }

  async retryAfter(bucket: Bucket): Promise<Wait> {
    return waitFor(this.#db, bucket, await readClock(this.#db))
  }
}

async function readClock(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db)
  return Number(rows[0]!.now)
}

async function waitFor(db: Kysely<Tables>, { key, limit }: Bucket, now: number): Promise<Wait> {
  const windowMs = limit.windowSeconds * 1000
  // The call that has to leave the window before another may come.
  const last = await db
    .selectFrom('rate_hits')
    .select('hit_at_ms')
    .where('bucket', '=', key)
    .where('hit_at_ms', '>', now - windowMs)
    .orderBy('hit_at_ms', 'desc')
    .offset(limit.requests - 1)
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? null : Math.max(1, Math.ceil((Number(last.hit_at_ms) + windowMs - now) / 1000))
}

async function count(transaction: Kysely<Tables>, { key, limit }: Bucket, now: number): Promise<void> {
  const stale = transaction.deleteFrom('rate_hits').where('bucket', '=', key)
  await stale.where('hit_at_ms', '<=', now - limit.windowSeconds * 1000).execute()
  await transaction.insertInto('rate_hits').values({ bucket: key, hit_at_ms: now }).execute()
}
