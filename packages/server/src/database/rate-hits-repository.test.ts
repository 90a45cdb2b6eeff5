import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openPostgres } from './database.ts'
import { RateHitsRepository } from './rate-hits-repository.ts'
import { reasonWithoutPostgres, startPostgres, type TestPostgres } from './test-engine/start-postgres.ts'

describe.skipIf(reasonWithoutPostgres() !== null)('limits that processes share', () => {
  let server: TestPostgres
  let databases: Database[]
  let windows: RateHitsRepository[]

  beforeAll(async () => {
    server = await startPostgres()
    const url = `${server.url}/postgres`
    databases = [await openPostgres({ url, poolSize: 4 }), await openPostgres({ url, poolSize: 4 })]
    windows = databases.map(db => new RateHitsRepository(db))
  })
  afterAll(async () => {
    for (const db of databases) await db.destroy()
    await server.stop()
  })

  const bucket = (key: string, requests = 5, windowSeconds = 60) => ({ key, limit: { requests, windowSeconds } })

  it('admit exactly so many, whoever asks and however many at one time', async () => {
    const waits = await Promise.all(Array.from({ length: 40 }, (_, at) => windows[at % 2]!.hit([bucket('a')])))

    expect(waits.filter(wait => wait === null)).toHaveLength(5)
    for (const wait of waits.filter(wait => wait !== null)) expect(wait).toBeGreaterThan(58)
  })

  it('count in every bucket or in none', async () => {
    await windows[0]!.hit([bucket('full', 1)])

    const refused = await windows[1]!.hit([bucket('free', 2), bucket('full', 1)])
    const after = [await windows[0]!.hit([bucket('free', 2)]), await windows[0]!.hit([bucket('free', 2)])]

    expect(refused).toBeGreaterThan(0)
    expect(after).toEqual([null, null])
  })

  it('let calls in again when the window has passed, and keep no old ones', async () => {
    expect([await windows[0]!.hit([bucket('short', 1, 1)]), await windows[0]!.hit([bucket('short', 1, 1)])]).toEqual([
      null,
      1,
    ])

    await new Promise(resolve => setTimeout(resolve, 1100))

    expect(await windows[1]!.retryAfter(bucket('short', 1, 1))).toBeNull()
    expect(await windows[1]!.hit([bucket('short', 1, 1)])).toBeNull()
    const rows = await databases[0]!.selectFrom('rate_hits').selectAll().where('bucket', '=', 'short').execute()
    expect(rows).toHaveLength(1)
  })
})
