import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Handover, WriteLease } from '../event-store/clickhouse/write-lease.ts'

interface Grant {
  readonly name: string
  readonly token: number
  readonly handover: Handover
}

/** The lease went to another process; what was written under it may not count. */
export class LeaseLostError extends Error {
  constructor(name: string) {
    super(`The lease ${name} was lost while it was used.`)
    this.name = 'LeaseLostError'
  }
}

/**
 * Leases among processes that share a PostgreSQL database. Who waits stands in the queue of an advisory lock, which ends with
 * the session of its holder. The row says who had it last, and is marked before the work begins: so after a crash
 * the next holder knows that something may still be under way, and a holder whose session broke learns of it before it
 * acknowledges anything.
 */
export class LeasesRepository implements WriteLease {
  readonly #pool: Pool
  readonly #holder: string
  /** The token under which this process last ended cleanly, by lease. */
  readonly #tokens = new Map<string, number>()

  /** `holder` names this process; no other has ever had that name. */
  constructor(pool: Pool, holder: string) {
    this.#pool = pool
    this.#holder = holder
  }

  async hold(experimentId: string, work: (handover: Handover) => Promise<boolean>): Promise<void> {
    const name = `events:${experimentId}`
    const client = await this.#pool.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [lockKey(name)])
      await this.#work(client, name, work)
      await client.query('select pg_advisory_unlock($1)', [lockKey(name)])
      client.release()
    } catch (error) {
      // The session ends, and with it whatever it holds.
      client.release(true)
      throw error
    }
  }

  async #work(client: PoolClient, name: string, work: (handover: Handover) => Promise<boolean>): Promise<void> {
    const grant = await this.#take(client, name)
    this.#tokens.delete(name)
    if (await work(grant.handover)) await this.#giveBack(client, grant)
  }

  async #take(client: PoolClient, name: string): Promise<Grant> {
    const { rows } = await client.query<{ token: number; before: string | null }>(TAKE, [name, this.#holder])
    const { token, before } = rows[0]!
    const isOwn = this.#tokens.get(name) === token - 1
    return { name, token, handover: before !== CLEAN ? 'unknown' : isOwn ? 'own' : 'clean' }
  }

  async #giveBack(client: PoolClient, { name, token }: Grant): Promise<void> {
    const { rowCount } = await client.query(GIVE_BACK, [name, token, this.#holder])
    if (rowCount !== 1) throw new LeaseLostError(name)
    this.#tokens.set(name, token)
  }
}

/** The holder of a lease that was given back with nothing under way. */
const CLEAN = ''

const TAKE = `
insert into leases (name, holder, token, expires_at_ms)
values ($1, $2, 1, 0)
on conflict (name) do update set holder = excluded.holder, token = leases.token + 1
returning token, (select known.holder from leases known where known.name = $1) as before`

const GIVE_BACK = `
update leases
set holder = ''
where name = $1 and token = $2 and holder = $3`

function lockKey(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString()
}
