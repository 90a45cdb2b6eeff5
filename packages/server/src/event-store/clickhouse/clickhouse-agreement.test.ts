import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventBatch, EventStore, ReadoutQuery } from '../event-store.ts'
import { expectClose } from '../expect-close.ts'
import { openMemoryEventStore } from '../memory/memory-event-store.ts'
import { type History, history, type Query, query, receivedAt, USERS, userId } from '../random-histories.ts'
import { openClickHouseEventStore } from './clickhouse-event-store.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from './test-engine/start-chdb.ts'
import { twoShards } from './test-engine/two-shards.ts'

/** VERDICT_CLICKHOUSE_RUNS=500 for more random histories. */
const RUNS = Number(process.env.VERDICT_CLICKHOUSE_RUNS ?? 10)
const TIMEOUT_MS = 60_000 + RUNS * 12_000

const reason = reasonWithoutChdb()
if (reason !== null) process.stdout.write(`${reason}\n`)

const places = {
  'on one node': { cluster: null, testCluster: null },
  'on two shards': { cluster: 'two_shards', testCluster: twoShards() },
}

describe.skipIf(reason !== null).each(Object.entries(places))('ClickHouse %s and the memory engine', (_, place) => {
  const memory = openMemoryEventStore()
  let chdb: Chdb
  let clickhouse: EventStore
  let runCount = 0

  beforeAll(async () => {
    chdb = await startChdb(place.testCluster)
    await open()
  })
  afterAll(async () => {
    await clickhouse.close()
    await chdb.stop()
  })

  it(
    'answer alike after any history, and after the store is opened again in the middle of it',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, fc.boolean(), history, query, async (before, isReopened, after, question) => {
          const experimentId = newExperimentId()

          await append(experimentId, before)
          if (isReopened) {
            await clickhouse.close()
            await open()
          }
          await append(experimentId, after)

          await expectAgreement({ ...question, experimentId })
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )

  it(
    'answer alike when persons are erased and old rows purged in the middle of a history',
    async () => {
      const purging = fc.record({
        exposuresBefore: fc.option(receivedAt),
        conversionsBefore: fc.option(receivedAt),
        isDryRun: fc.boolean(),
      })
      const erasing = fc.array(userId, { maxLength: 3 })
      await fc.assert(
        fc.asyncProperty(history, erasing, purging, history, query, async (before, users, purge, after, question) => {
          const experimentId = newExperimentId()

          await append(experimentId, before)
          for (const user of users) {
            const isErased = await memory.erasePerson(experimentId, user)
            expect(await clickhouse.erasePerson(experimentId, user)).toBe(isErased)
          }
          const purged = await memory.purge({ experimentId, ...purge })
          expect(await clickhouse.purge({ experimentId, ...purge })).toEqual(purged)
          await append(experimentId, after)

          await expectAgreement({ ...question, experimentId })
        }),
        { numRuns: Math.ceil(RUNS / 2) },
      )
    },
    TIMEOUT_MS,
  )

  async function open(): Promise<void> {
    clickhouse = await openClickHouseEventStore({ url: chdb.url, cluster: place.cluster, replication: null })
  }

  function newExperimentId(): string {
    runCount += 1
    return `run-${runCount}`
  }

  async function append(experimentId: string, batches: History): Promise<void> {
    const sent = batches.map(part => ({ ...part, experimentId }) as EventBatch)
    const counts = await Promise.all(sent.map(part => clickhouse.append(part)))
    expect(counts).toEqual(await Promise.all(sent.map(part => memory.append(part))))
  }

  async function expectAgreement(asked: Query & ReadoutQuery): Promise<void> {
    const { experimentId, metrics, ...population } = asked
    const histograms = { ...asked, readsHistograms: metrics[0].outcome === 'converted' }
    const [actual, expected] = [await clickhouse.readout(histograms), await memory.readout(histograms)]
    expectClose({ ...actual, dataVersion: '' }, { ...expected, dataVersion: '' })
    expectClose(await clickhouse.countRaw(experimentId), await memory.countRaw(experimentId))
    const pair = metrics.length > 1 ? ([metrics[0], metrics[1]!] as const) : ([metrics[0]] as const)
    const timed = { ...population, experimentId, metrics: pair }
    // What is taken out of moments and put back loses digits to the largest variance there was.
    expectClose((await clickhouse.timeline(timed)).days, (await memory.timeline(timed)).days, '', 1e-9)
    for (const user of [...USERS.slice(0, 3), 'nobody']) await expectSamePerson(asked, user)
  }

  async function expectSamePerson(asked: ReadoutQuery, user: string): Promise<void> {
    const { experimentId } = asked
    expect(await clickhouse.findArm(experimentId, user)).toBe(await memory.findArm(experimentId, user))
    expect(await clickhouse.findCluster(experimentId, user)).toBe(await memory.findCluster(experimentId, user))
    const question = { ...asked, userId: user, maxEvents: 5 }
    expect(await clickhouse.findPerson(question)).toEqual(await memory.findPerson(question))
  }
})
