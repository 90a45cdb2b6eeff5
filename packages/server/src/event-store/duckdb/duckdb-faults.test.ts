import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { experimentOf } from '../event-store.case.ts'
import { EventQueueFullError, type EventStore, EventStoreUnavailableError } from '../event-store.ts'
import { createDuckDbEventStore, openDuckDbEventStore } from './duckdb-event-store.ts'
import { type CallOptions, type DuckDbPort, startDuckDbWorker } from './duckdb-port.ts'
import { ExperimentRows } from './experiment-rows.ts'
import type { WorkerCallName, WorkerCalls } from './worker-calls.ts'

const folder = mkdtempSync(join(tmpdir(), 'verdict-faults-'))
let fileCount = 0

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function newPath(): string {
  fileCount += 1
  return join(folder, `events-${fileCount}.duckdb`)
}

describe('when a commit fails', () => {
  let port: HeldPort
  let store: EventStore

  beforeEach(async () => {
    const path = newPath()
    port = new HeldPort(startDuckDbWorker(path))
    const stored = await port.call('open', { path, memoryLimit: '256MiB', tempDirectory: `${path}.tmp` })
    store = createDuckDbEventStore(port, stored, 100)
  })
  afterEach(async () => {
    port.release()
    await store.close()
  })

  it('rejects the batches of its group and of the group that formed meanwhile, and stores none of them', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    port.hold()
    const committing = [experiment.expose(['bob', 0]), experiment.expose(['cid', 1])]
    await port.untilHeld()
    const formed = [experiment.expose(['dot', 1]), experiment.expose(['bob', 1])]

    port.fail()
    const outcomes = await Promise.allSettled([...committing, ...formed])

    expect(outcomes.map(rejectionOf)).toEqual(Array(4).fill(EventStoreUnavailableError))
    expect((await experiment.countRaw()).exposures).toEqual([{ arm: 0, count: 1 }])
    expect(await Promise.all(['ann', 'bob', 'dot'].map(experiment.arm))).toEqual([0, null, null])
  })

  it('records the same batches when they are sent again', async () => {
    const [old, fresh] = [experimentOf(store, 'old'), experimentOf(store, 'fresh')]
    await old.convert(['ann', 'buy', 1, 'k1'])
    await failOnce(() => Promise.allSettled([old.convert(['ann', 'buy', 1, 'k2']), fresh.stratify(['ann', 'north'])]))

    const again = [
      await old.convert(['ann', 'buy', 1, 'k1'], ['ann', 'buy', 1, 'k2']),
      await fresh.stratify(['ann', 'south']),
    ]

    expect(again).toMatchObject([
      { recorded: 1, deduplicated: 1 },
      { recorded: 1, deduplicated: 0 },
    ])
    expect((await old.countRaw()).conversions).toEqual([{ metric: 'buy', count: 2, valueSum: 2 }])
  })

  it('forgets the links, conflicts, exclusions and corrections of the batches', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 1])
    await experiment.link(['cookie', 'ann'])
    await failOnce(() =>
      Promise.allSettled([
        experiment.link(['phone', 'ann'], ['cookie', 'bob']),
        experiment.exclude('ann'),
        experiment.correctStrata(['ann', 'north']),
      ]),
    )

    const again = [
      await experiment.link(['bob', 'phone'], ['cookie', 'ann']),
      await experiment.exclude('ann'),
      await experiment.stratify(['ann', 'south']),
    ]

    expect(again).toMatchObject([
      { recorded: 1, deduplicated: 1 },
      { recorded: 1, deduplicated: 0 },
      { recorded: 1, deduplicated: 0 },
    ])
    const { population } = await experiment.read()
    expect(population).toMatchObject({ manuallyExcludedByArm: [0, 1], conflicts: { identity: 0 } })
  })

  it('changes no data version', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    const version = await experiment.version()

    await failOnce(() => Promise.allSettled([experiment.expose(['bob', 0])]))

    expect(await experiment.version()).toBe(version)
    expect((await experiment.read()).dataVersion).toBe(version)
  })

  it('believes the file when the commit was done after all', async () => {
    const experiment = experimentOf(store, 'x')

    await port.loseAnswerOf(() => Promise.allSettled([experiment.expose(['ann', 1])]))
    const again = await experiment.expose(['ann', 0], ['bob', 0])

    expect(again).toMatchObject({ recorded: 1, deduplicated: 1 })
    expect(await experiment.arm('ann')).toBe(1)
    expect((await experiment.read()).population.treatedUsers).toBe(2)
  })

  it('undoes the tables that were written before the one that failed, for good', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    const [users] = rowsOfOneUser()
    const misshapen = { ...users!, table: 'exposures' }

    const rejected = port.call('commit', {
      lastSequence: 9,
      lastExperimentNumber: 1,
      experiments: [{ experimentId: 'x', experimentNumber: 1, isNew: false, sequence: 9, tables: [users!, misshapen] }],
    })

    await expect(rejected).rejects.toBeInstanceOf(EventStoreUnavailableError)
    await experiment.expose(['bob', 1])
    expect(await experiment.expose(['ann', 1], ['bob', 0], ['cid', 0])).toMatchObject({ recorded: 1, deduplicated: 2 })
    expect((await experiment.read()).population.treatedUsers).toBe(3)
  })

  it('says that the thread has ended when it has, to those who wait and to those who come', async () => {
    const experiment = experimentOf(store, 'x')
    port.hold()
    const waiting = experiment.expose(['ann', 0])
    await port.untilHeld()

    await port.terminate()
    port.release()

    await expect(waiting).rejects.toThrow('Start the server again')
    await expect(experiment.expose(['bob', 0])).rejects.toBeInstanceOf(EventStoreUnavailableError)
    await expect(store.close()).rejects.toBeInstanceOf(EventStoreUnavailableError)
  })

  async function failOnce(work: () => Promise<unknown>): Promise<void> {
    port.hold()
    const done = work()
    await port.untilHeld()
    port.fail()
    await done
  }
})

describe('while a commit is under way', () => {
  let port: HeldPort
  let store: EventStore

  beforeEach(async () => {
    const path = newPath()
    port = new HeldPort(startDuckDbWorker(path))
    const stored = await port.call('open', { path, memoryLimit: '256MiB', tempDirectory: `${path}.tmp` })
    store = createDuckDbEventStore(port, stored, 10)
  })
  afterEach(async () => {
    port.release()
    await store.close()
  })

  it('refuses batches beyond the capacity, with the time to wait, and takes them when there is room again', async () => {
    const experiment = experimentOf(store, 'x')
    const users = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, at) => [`${prefix}${at}`, 0] as const)
    port.hold()
    const accepted = [experiment.expose(...users('a', 6)), experiment.expose(...users('b', 4))]

    const refused = await experiment.expose(['c', 0]).catch(error => error)

    expect(refused).toBeInstanceOf(EventQueueFullError)
    expect(refused.retryAfterSeconds).toBe(1)
    expect(store.queueDepth()).toEqual({ items: 10, capacity: 10 })
    port.release()
    await Promise.all(accepted)
    expect(store.queueDepth().items).toBe(0)
    expect(await experiment.expose(['c', 0])).toMatchObject({ recorded: 1, deduplicated: 0 })
  })

  it('lets a batch larger than the queue pass when nothing waits', async () => {
    const experiment = experimentOf(store, 'x')

    const counts = await experiment.expose(...Array.from({ length: 25 }, (_, at) => [`user-${at}`, 0] as const))

    expect(counts.recorded).toBe(25)
  })

  it('acknowledges a repeated batch only when the first one is durable', async () => {
    const experiment = experimentOf(store, 'x')
    const acknowledged: string[] = []
    port.hold()
    const first = experiment.expose(['ann', 0]).then(() => acknowledged.push('first'))
    await port.untilHeld()

    const repeated = experiment.expose(['ann', 0]).then(() => acknowledged.push('repeated'))
    await new Promise(resolve => setTimeout(resolve, 30))
    const early = [...acknowledged]
    port.release()
    await Promise.all([first, repeated])

    expect(early).toEqual([])
    expect(acknowledged).toEqual(['first', 'repeated'])
  })

  it('acknowledges a repeated batch at once when everything is durable', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    port.hold()

    expect(await experiment.expose(['ann', 1])).toMatchObject({ recorded: 0, deduplicated: 1 })
  })

  it('waits with the arm of a linked person until its exposures are durable, where the ids were in several arms', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 1, 5])
    await experiment.link(['cookie', 'ann'])
    port.hold()
    const waiting = experiment.expose(['cookie', 0, 4])
    await port.untilHeld()
    const arm = experiment.arm('ann')

    port.release()

    expect(await arm).toBe(0)
    await waiting
  })

  it('reads what was durable before', async () => {
    const experiment = experimentOf(store, 'x')
    await experiment.expose(['ann', 0])
    port.hold()
    const waiting = experiment.expose(['bob', 0])
    await port.untilHeld()

    const { population, dataVersion } = await experiment.read()

    expect(population.treatedUsers).toBe(1)
    expect(await experiment.version()).toBe(dataVersion)
    port.release()
    await waiting
  })
})

describe('an index that nobody asks for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-idle-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is released between two sweeps, and read again when it is needed: first writes still win', async () => {
    const store = await openDuckDbEventStore({ path: join(folder, 'events.duckdb'), sweepMs: 20 })
    const [idle, busy] = ['idle', 'busy'].map(id => experimentOf(store, id))
    await idle!.expose(['ann', 1])
    const end = performance.now() + 200

    while (performance.now() < end) await busy!.expose([`user-${performance.now()}`, 0])
    const again = await idle!.expose(['ann', 0], ['bob', 0])

    expect(again).toMatchObject({ recorded: 1, deduplicated: 1 })
    expect(await idle!.arm('ann')).toBe(1)
    await store.close()
  })

  it('loses nothing while many write at once and sweeps never end', async () => {
    const store = await openDuckDbEventStore({ path: join(folder, 'many.duckdb'), sweepMs: 1 })
    const experiments = Array.from({ length: 5 }, (_, at) => experimentOf(store, `x${at}`))
    const write = async (at: number) => {
      let recorded = 0
      for (let round = 0; round < 40; round += 1) {
        recorded += (await experiments[at % 5]!.expose([`${round}`, 0], [`${at}-${round}`, 1])).recorded
        if (round % 8 === 0) await new Promise(resolve => setTimeout(resolve, 3))
      }
      return recorded
    }

    const recorded = await Promise.all(Array.from({ length: 20 }, (_, at) => write(at)))

    const stored = await Promise.all(experiments.map(experiment => experiment.countRaw()))
    const total = stored.flatMap(({ exposures }) => exposures).reduce((sum, { count }) => sum + count, 0)
    expect([recorded.reduce((sum, count) => sum + count), total]).toEqual([5 * 40 + 20 * 40, 5 * 40 + 20 * 40])
    await store.close()
  })
})

describe('an events file', () => {
  it('may be named like a schema of its own', async () => {
    const path = join(folder, 'e1.duckdb')
    const store = await openDuckDbEventStore({ path })
    await experimentOf(store, 'x').expose(['ann', 0])

    expect((await experimentOf(store, 'x').read()).population.treatedUsers).toBe(1)
    await store.close()
  })

  it('leaves no log behind when it is closed', async () => {
    const path = newPath()
    const store = await openDuckDbEventStore({ path })
    await experimentOf(store, 'x').expose(['ann', 0])

    await store.close()

    expect(existsSync(path)).toBe(true)
    expect(existsSync(`${path}.wal`)).toBe(false)
  })

  it('of the first format is given the tables that it lacks, and keeps what it holds', async () => {
    const path = newPath()
    const before = await openDuckDbEventStore({ path })
    await experimentOf(before, 'x').expose(['ann', 1, 5], ['cookie', 0, 4])
    await before.close()
    await inFile(path, [
      'drop table e1.identities; drop table e1.identity_conflicts; drop table e1.exclusions',
      'update store set format_version = 1',
    ])

    const after = await openDuckDbEventStore({ path })
    const experiment = experimentOf(after, 'x')
    const counts = [await experiment.link(['cookie', 'ann']), await experiment.exclude('bob')]

    expect(counts.map(({ recorded }) => recorded)).toEqual([1, 1])
    expect(await experiment.arm('ann')).toBe(0)
    await after.close()
    const again = await openDuckDbEventStore({ path })
    expect((await experimentOf(again, 'x').read()).population.identities.links).toBe(1)
    await again.close()
  })

  it('of a later format is refused', async () => {
    const path = newPath()
    const store = await openDuckDbEventStore({ path })
    await store.close()
    await inFile(path, ['update store set format_version = 99'])

    await expect(openDuckDbEventStore({ path })).rejects.toThrow('another version')
  })

  it('is refused when it is open in this process already', async () => {
    const path = newPath()
    const store = await openDuckDbEventStore({ path })

    await expect(openDuckDbEventStore({ path })).rejects.toThrow('open in this process already')
    await store.close()
    const again = await openDuckDbEventStore({ path })
    await again.close()
  })

  it('is refused, named and left as it is when it holds something else', async () => {
    const path = newPath()
    writeFileSync(path, 'not a database, but somebody needs it'.repeat(1000))

    await expectRefusal(path)
  })

  it('is refused, named and left as it is when it is cut short', async () => {
    const path = newPath()
    const store = await openDuckDbEventStore({ path })
    await experimentOf(store, 'x').expose(...Array.from({ length: 50_000 }, (_, at) => [`user-${at}`, 0] as const))
    await store.close()
    truncateSync(path, 20_000)

    await expectRefusal(path)
  })

  it('is refused when it is empty', async () => {
    const path = newPath()
    writeFileSync(path, '')

    await expectRefusal(path)
  })

  it('is refused when it is missing but its log is there', async () => {
    const path = newPath()
    writeFileSync(`${path}.wal`, 'log')

    await expect(openDuckDbEventStore({ path })).rejects.toThrow(`${path}.wal`)
    expect(existsSync(path)).toBe(false)
    expect(readFileSync(`${path}.wal`, 'utf8')).toBe('log')
  })

  it('is refused when it is a DuckDB file of something else', async () => {
    const path = newPath()
    await inFile(path, ['create table invoices(id integer)'])

    await expectRefusal(path)
  })

  it('is refused when its folder does not exist', async () => {
    await expect(openDuckDbEventStore({ path: join(folder, 'nowhere', 'events.duckdb') })).rejects.toThrow('Create it')
  })

  async function expectRefusal(path: string): Promise<void> {
    const before = join(folder, 'before')
    copyFileSync(path, before)

    const error = await openDuckDbEventStore({ path }).catch((caught: unknown) => caught)

    expect(error).toBeInstanceOf(EventStoreUnavailableError)
    expect(String(error)).toContain(path)
    expect(String(error)).toContain('restore it from a backup')
    expect(readFileSync(path).equals(readFileSync(before))).toBe(true)
  }
})

async function inFile(path: string, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

/** The real port, except that commits may be held back, made to fail, or answered for by an error. */
class HeldPort implements DuckDbPort {
  readonly #port: DuckDbPort
  #isHolding = false
  #losesAnswer = false
  #held: { readonly go: () => void; readonly fail: () => void } | null = null

  constructor(port: DuckDbPort) {
    this.#port = port
  }

  async call<Name extends WorkerCallName>(
    name: Name,
    request: WorkerCalls[Name]['request'],
    options?: CallOptions,
  ): Promise<WorkerCalls[Name]['reply']> {
    if (name === 'commit' && this.#isHolding) {
      await new Promise<void>((go, reject) => {
        this.#held = { go, fail: () => reject(new EventStoreUnavailableError('The disk is full.')) }
      })
    }
    const reply = await this.#port.call(name, request, options)
    if (name === 'commit' && this.#losesAnswer) throw new EventStoreUnavailableError('The answer was lost.')
    return reply
  }

  terminate(): Promise<void> {
    return this.#port.terminate()
  }

  hold(): void {
    this.#isHolding = true
  }

  async untilHeld(): Promise<void> {
    while (this.#held === null) await new Promise(resolve => setImmediate(resolve))
  }

  fail(): void {
    this.#isHolding = false
    this.#held?.fail()
    this.#held = null
  }

  release(): void {
    this.#isHolding = false
    this.#held?.go()
    this.#held = null
  }

  async loseAnswerOf(work: () => Promise<unknown>): Promise<void> {
    this.#losesAnswer = true
    await work()
    this.#losesAnswer = false
  }
}

function rowsOfOneUser() {
  const rows = new ExperimentRows()
  rows.users.userKey.push(7)
  rows.users.userId.push(null)
  return rows.take()
}

function rejectionOf(outcome: PromiseSettledResult<unknown>): unknown {
  return outcome.status === 'rejected' ? outcome.reason.constructor : outcome.value
}
