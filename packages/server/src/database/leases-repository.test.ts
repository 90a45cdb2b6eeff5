import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Handover } from '../event-store/clickhouse/write-lease.ts'
import { openPostgres } from './database.ts'
import { LeaseLostError, LeasesRepository } from './leases-repository.ts'
import { newPool } from './postgres.ts'
import { reasonWithoutPostgres, startPostgres, type TestPostgres } from './test-engine/start-postgres.ts'

const reason = reasonWithoutPostgres()
if (reason !== null) process.stdout.write(`${reason}\n`)

describe.skipIf(reason !== null)('a lease among processes', () => {
  let server: TestPostgres
  let pools: Pool[]
  let one: LeasesRepository
  let two: LeasesRepository

  beforeAll(async () => {
    server = await startPostgres()
    const db = await openPostgres({ url: `${server.url}/postgres`, poolSize: 1 })
    await db.destroy()
  })
  beforeEach(async () => {
    pools = [newPool(`${server.url}/postgres`, 4), newPool(`${server.url}/postgres`, 4)]
    await pools[0]!.query('delete from leases')
    one = new LeasesRepository(pools[0]!, 'one')
    two = new LeasesRepository(pools[1]!, 'two')
  })
  afterEach(() => Promise.all(pools.map(pool => pool.end())))
  afterAll(() => server.stop())

  const take = async (lease: LeasesRepository, isClean = true): Promise<Handover> => {
    let seen: Handover | null = null
    await lease.hold('x', async handover => {
      seen = handover
      return isClean
    })
    return seen!
  }

  it('tells the holder what it may build on', async () => {
    const seen = [await take(one), await take(one), await take(two), await take(two), await take(one)]

    expect(seen).toEqual(['unknown', 'own', 'clean', 'own', 'clean'])
  })

  it('is unknown after work that did not end, and after work that failed', async () => {
    await take(one)
    await take(one, false)
    const afterUnfinished = await take(one)
    await two.hold('x', () => Promise.reject(new Error('broken'))).catch(() => undefined)

    expect([afterUnfinished, await take(one), await take(one)]).toEqual(['unknown', 'unknown', 'own'])
  })

  it('is held by one at a time, of each name', async () => {
    let [inside, most] = [0, 0]
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(2)
      inside -= 1
      return true
    }

    await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? one : two).hold('x', work)))

    expect(most).toBe(1)
  })

  it('of another name does not wait', async () => {
    const free = await new Promise<Handover>(resolve => {
      void one.hold('x', async () => {
        await two.hold('y', async handover => {
          resolve(handover)
          return true
        })
        return true
      })
    })

    expect(free).toBe('unknown')
  })

  it('that is lost while it is used says so, and the next holder knows of it', async () => {
    await take(one)
    const other: Handover[] = []

    const lost = one.hold('x', async () => {
      await pools[1]!.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted")
      other.push(await take(two))
      return true
    })

    await expect(lost).rejects.toThrow()
    expect(other).toEqual(['unknown'])
    expect(await take(one)).toBe('clean')
  })

  it('that was taken over counts as lost though the session lives', async () => {
    await take(one)

    const lost = one.hold('x', async () => {
      await pools[1]!.query("update leases set token = token + 1, holder = 'two'")
      return true
    })

    await expect(lost).rejects.toBeInstanceOf(LeaseLostError)
  })
})
