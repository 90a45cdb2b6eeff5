import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { experimentOf } from '../event-store.case.ts'
import { EventQueueFullError, EventStoreUnavailableError } from '../event-store.ts'
import { type ClickHouseOptions, openClickHouseEventStore } from './clickhouse-event-store.ts'
import { ClickHousePort } from './clickhouse-port.ts'
import { MIGRATIONS } from './migrate.ts'
import { type FaultyLine, startFaultyLine } from './test-engine/faulty-line.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from './test-engine/start-chdb.ts'

const reason = reasonWithoutChdb()
if (reason !== null) process.stdout.write(`${reason}\n`)

describe.skipIf(reason !== null)('ClickHouse over a line that fails', () => {
  let chdb: Chdb
  let line: FaultyLine
  let databaseCount = 0

  beforeAll(async () => {
    chdb = await startChdb()
    line = await startFaultyLine(chdb.url)
  })
  beforeEach(() => {
    databaseCount += 1
    line.faults.length = 0
  })
  afterAll(async () => {
    await line.stop()
    await chdb.stop()
  })

  const open = (options: Partial<ClickHouseOptions> = {}) =>
    openClickHouseEventStore({ url: line.url, database: `verdict_${databaseCount}`, retryWaitsMs: [10], ...options })

  it('shows nothing of a batch whose commit did not arrive, and takes it anew exactly once', async () => {
    const store = await open()
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    line.faults.push({ text: 'INSERT INTO commits', cut: 'request', times: 2 })

    const rejected = experiment.expose(['bob', 1], ['cid', 1])

    await expect(rejected).rejects.toBeInstanceOf(EventStoreUnavailableError)
    expect(await experiment.arm('bob')).toBeNull()
    expect((await experiment.countRaw()).exposures).toEqual([{ arm: 0, count: 1 }])
    expect(await experiment.expose(['bob', 0], ['cid', 1])).toMatchObject({ recorded: 2, deduplicated: 0 })
    expect(await experiment.arm('bob')).toBe(0)
    expect((await experiment.read()).population.treatedUsers).toBe(3)
    await store.close()
  })

  it('shows nothing of it to the next process either, and not when it arrives late', async () => {
    const before = await open()
    await experimentOf(before, 'x').expose(['ann', 0])
    const firstCommitOfEpoch1 = '["x",1,0,'
    line.faults.push({ text: 'INSERT INTO exposures', cut: 'request', times: 2 })
    line.faults.push({ text: firstCommitOfEpoch1, cut: 'request', times: 2 })
    const lost = await Promise.allSettled([
      experimentOf(before, 'x').expose(['bob', 1], ['cid', 1]),
      before.probe().then(() => experimentOf(before, 'x').expose(['bob', 1], ['cid', 1])),
    ])
    await before.close()

    const after = await open()
    const experiment = experimentOf(after, 'x')
    const counts = await experiment.expose(['bob', 0], ['dot', 0])
    await line.deliverLate()
    const again = await experiment.expose(['cid', 0], ['bob', 1])

    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect([counts, again]).toMatchObject([
      { recorded: 2, deduplicated: 0 },
      { recorded: 1, deduplicated: 1 },
    ])
    expect((await experiment.countRaw()).exposures).toEqual([{ arm: 0, count: 4 }])
    await after.close()
  })

  it('stores an insert once that is sent again because its answer was lost', async () => {
    const store = await open()
    const experiment = experimentOf(store, 'x')
    line.faults.push({ text: 'INSERT INTO exposures', cut: 'answer', times: 1 })
    line.faults.push({ text: 'INSERT INTO conversions', cut: 'answer', times: 1 })

    const counts = [await experiment.expose(['ann', 0], ['bob', 1]), await experiment.convert(['ann', 'buy', 2])]

    expect(counts.map(({ recorded }) => recorded)).toEqual([2, 1])
    expect(await experiment.countRaw()).toEqual({
      exposures: [
        { arm: 0, count: 1 },
        { arm: 1, count: 1 },
      ],
      conversions: [{ metric: 'buy', count: 1, valueSum: 2 }],
    })
    await store.close()
  })

  it('reads what is committed again when the answer to a commit was lost', async () => {
    const store = await open({ retryWaitsMs: [] })
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    line.faults.push({ text: 'INSERT INTO commits', cut: 'answer', times: 1 })

    const rejected = experiment.expose(['bob', 1])

    await expect(rejected).rejects.toBeInstanceOf(EventStoreUnavailableError)
    expect(await experiment.expose(['bob', 0], ['cid', 0])).toMatchObject({ recorded: 1, deduplicated: 1 })
    expect((await experiment.countRaw()).exposures).toEqual([
      { arm: 0, count: 2 },
      { arm: 1, count: 1 },
    ])
    await store.close()
  })

  it('deletes an experiment that a failed call has half deleted', async () => {
    const store = await open()
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    line.faults.push({ text: 'alter table', cut: 'request', times: 2 })

    const rejected = experiment.delete()

    await expect(rejected).rejects.toBeInstanceOf(EventStoreUnavailableError)
    expect(await experiment.arm('ann')).toBeNull()
    await experiment.delete()
    expect(await experiment.expose(['ann', 1])).toMatchObject({ recorded: 1 })
    expect((await experiment.countRaw()).exposures).toEqual([{ arm: 1, count: 1 }])
    await store.close()
  })

  it('says that the engine is gone, and goes on when it is back with all that was acknowledged', async () => {
    const store = await open({ url: chdb.url })
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    await experiment.convert(['ann', 'buy', 2, 'k'])

    await chdb.kill()
    const gone = await Promise.allSettled([experiment.expose(['bob', 1]), experiment.read(), store.probe()])
    await chdb.restart()

    for (const outcome of gone) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringMatching(/can not be reached/) },
      })
    }
    await store.probe()
    expect(await experiment.convert(['ann', 'buy', 2, 'k'], ['bob', 'buy', 1])).toMatchObject({ recorded: 1 })
    expect(await experiment.expose(['ann', 1], ['bob', 1])).toMatchObject({ recorded: 1, deduplicated: 1 })
    expect(store.queueDepth().items).toBe(0)
    await store.close()
  })

  it('keeps every acknowledged batch whole when the engine is killed in the middle of writing', async () => {
    const store = await open({ url: chdb.url, retryWaitsMs: [] })
    const experiment = experimentOf(store, 'x')
    const writes: Promise<boolean>[] = []
    for (let at = 0; at < 12; at += 1) {
      const rows = Array.from({ length: 50 }, () => ['ann', `batch-${at}`, 1] as const)
      writes.push(
        experiment.convert(...rows).then(
          () => true,
          () => false,
        ),
      )
      await sleep(15)
    }

    await chdb.kill()
    const isAcknowledged = await Promise.all(writes)
    await chdb.restart()

    const counts = new Map((await experiment.countRaw()).conversions.map(({ metric, count }) => [metric, count]))
    isAcknowledged.forEach((isDurable, at) => {
      if (isDurable) expect(counts.get(`batch-${at}`)).toBe(50)
    })
    expect([...counts.values()].every(count => count === 50)).toBe(true)
    await store.close()
  })

  it('refuses what does not fit into the queue', async () => {
    const store = await open({ queueCapacityItems: 3 })
    const experiment = experimentOf(store, 'x')

    const first = experiment.expose(['a', 0], ['b', 0])
    const second = experiment.expose(['c', 0], ['d', 0])

    await expect(second).rejects.toBeInstanceOf(EventQueueFullError)
    expect(store.queueDepth()).toEqual({ items: 2, capacity: 3 })
    expect(await first).toMatchObject({ recorded: 2 })
    await store.close()
  })

  it('finds 5,000 ids again, whatever characters they hold', async () => {
    const store = await open()
    const experiment = experimentOf(store, 'x')
    const kinds = ["it's", 'a\u0000b', '\\', '\t\r\n', '👩‍👩‍👧', '"],[', 'é', 'x'.repeat(40)]
    const rows = Array.from({ length: 5_000 }, (_, at) => [`${kinds[at % kinds.length]}${at}`, at % 2] as const)

    const first = await experiment.expose(...rows)
    const again = await experiment.expose(...rows, ['new', 0])

    expect([first.recorded, again.recorded, again.deduplicated]).toEqual([5_000, 1, 5_000])
    await store.close()
  })

  it('refuses names of a database that are not plain words', async () => {
    await expect(open({ database: 'a; drop' })).rejects.toThrow('can not name')
  })

  it('has definitions of replicated tables that ClickHouse understands', async () => {
    const topology = { database: 'verdict', cluster: 'many', isReplicated: true }
    const local = { database: 'default', cluster: null, isReplicated: false }
    const port = new ClickHousePort({ url: chdb.url, topology: local, requestTimeoutMs: 10_000, retryWaitsMs: [] })

    const statements = MIGRATIONS.flatMap(statementsOf => statementsOf(topology))
    for (const sql of statements) {
      const [row] = await port.select('select formatQuery({sql:String}) as sql', { sql })
      expect(row!.sql).toMatch(/ON CLUSTER many[\s\S]*ENGINE = (Replicated(Replacing)?MergeTree|Distributed)\(/)
    }

    expect(statements).toHaveLength(24)
    await port.close()
  })
})
