import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-engine/open-test-database.ts'
import { JobInterruptedError, JobRegistry, type JobTools } from './job-registry.ts'
import { JobsRepository } from './jobs-repository.ts'
import { Progress } from './progress.ts'

const MINUTE_MS = 60_000

let db: Database
let jobs: JobsRepository
let now: number
let failures: unknown[]
let written: string[]
let turns: (() => void)[]

beforeEach(async () => {
  db = await openTestDatabase()
  jobs = new JobsRepository(db)
  now = Date.UTC(2026, 4, 1, 9)
  failures = []
  written = []
  turns = []
})
afterEach(() => db.destroy())

/** A process of its own, whose heartbeats come when the test says so. */
function newProcess(change: Partial<JobTools['jobs']> = {}): JobRegistry {
  const spied: JobTools['jobs'] = {
    add: jobs.add.bind(jobs),
    find: jobs.find.bind(jobs),
    finishAbandoned: jobs.finishAbandoned.bind(jobs),
    delete: jobs.delete.bind(jobs),
    deleteOld: jobs.deleteOld.bind(jobs),
    beat: (id, sign) => {
      written.push(sign.status)
      return jobs.beat(id, sign)
    },
    finish: (id, end) => {
      written.push(end.status)
      return jobs.finish(id, end)
    },
    ...change,
  }
  const pause: JobTools['pause'] = (_ms, signal) =>
    new Promise(resolve => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve())
      turns.push(resolve)
    })
  let count = 0
  return new JobRegistry({
    jobs: spied,
    clock: { now: () => now },
    newId: () => `job-${++count}`,
    pause,
    keepError: error => JSON.stringify(error instanceof JobInterruptedError ? 'interrupted' : String(error)),
    onFailure: error => failures.push(error),
  })
}

/** A second later, everywhere. */
async function beat(): Promise<void> {
  now += 1000
  for (const turn of turns.splice(0)) turn()
  await settle()
}

/** What was asked of the database has been answered. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await jobs.find('nothing', '')
  await new Promise(resolve => setTimeout(resolve, 20))
}

/** Work that ends when it is told to. */
function newWork() {
  let [resolve, reject] = [(_result: unknown) => {}, (_reason: unknown) => {}]
  const promise = new Promise<unknown>((onResult, onFault) => {
    ;[resolve, reject] = [onResult, onFault]
  })
  let stopped: unknown = null
  const work = (signal: AbortSignal, onStart: (progress: Progress) => void) => {
    signal.addEventListener('abort', () => {
      stopped = signal.reason
      reject(signal.reason)
    })
    onStart(new Progress(1))
    return promise
  }
  return { work, resolve, stopped: () => stopped }
}

describe('the jobs of a process', () => {
  it('that end soon are written twice: when they are taken, and when they end', async () => {
    const registry = newProcess()
    const { id } = await registry.start('me', async () => ({ answer: 42 }))
    await settle()

    const job = await registry.find(id, 'me')

    expect(job).toMatchObject({ status: 'succeeded', progress: 1, result_json: '{"answer":42}', error_json: null })
    expect(written).toEqual(['succeeded'])
  })

  it('go on when a heartbeat can not be written, which is told and tried again', async () => {
    let isBroken = true
    const registry = newProcess({
      beat: (id, sign) => (isBroken ? Promise.reject(new Error('no disk')) : jobs.beat(id, sign)),
    })
    const { work, resolve } = newWork()
    const { id } = await registry.start('me', work)

    await beat()
    const before = await jobs.find(id, 'me')
    isBroken = false
    await beat()
    const after = await jobs.find(id, 'me')
    resolve({})
    await settle()

    expect(failures).toHaveLength(1)
    expect([before!.status, after!.status]).toEqual(['queued', 'running'])
    expect(after!.heartbeat_at > before!.heartbeat_at).toBe(true)
    expect(await registry.find(id, 'me')).toMatchObject({ status: 'succeeded' })
  })

  it('keep an end that can not be written until it can', async () => {
    let failuresLeft = 2
    const registry = newProcess({
      finish: (id, end) => (failuresLeft-- > 0 ? Promise.reject(new Error('no disk')) : jobs.finish(id, end)),
    })
    const { id } = await registry.start('me', async () => 'done')
    await settle()
    const ended = new Date(now).toISOString()

    await beat()
    await beat()

    expect(failures).toHaveLength(2)
    expect(await registry.find(id, 'me')).toMatchObject({ status: 'succeeded', finished_at: ended })
  })

  it('start though what is old can not be deleted', async () => {
    const registry = newProcess({ deleteOld: () => Promise.reject(new Error('locked')) })

    const job = await registry.start('me', async () => 'done')

    expect(job.status).toBe('queued')
    expect(failures).toHaveLength(1)
  })

  it('do not begin when they could not be stored', async () => {
    const registry = newProcess({ add: () => Promise.reject(new Error('no disk')) })
    let hasBegun = false

    const started = registry.start('me', async () => {
      hasBegun = true
    })

    await expect(started).rejects.toThrow('no disk')
    expect(hasBegun).toBe(false)
  })

  it('are failed by work that answers what is no JSON', async () => {
    const registry = newProcess()
    const { id } = await registry.start('me', async () => 10n)
    await settle()

    expect(await registry.find(id, 'me')).toMatchObject({ status: 'failed', result_json: null })
  })

  it('are interrupted by a stop, which waits until that is written', async () => {
    const registry = newProcess()
    const { work } = newWork()
    const { id } = await registry.start('me', work)

    await registry.close()

    expect(await jobs.find(id, 'me')).toMatchObject({ status: 'failed', error_json: '"interrupted"' })
  })

  it('do not keep a stop waiting for a database that is gone', async () => {
    const registry = newProcess({ finish: () => Promise.reject(new Error('gone')) })
    const { work } = newWork()
    await registry.start('me', work)

    await registry.close()

    expect(failures).toHaveLength(1)
  })
})

describe('a job of another process', () => {
  it('stops at the heartbeat after it was cancelled here', async () => {
    const { work, stopped } = newWork()
    const { id } = await newProcess().start('me', work)

    const [isOther, isOwn] = [await newProcess().cancel(id, 'you'), await newProcess().cancel(id, 'me')]
    const before = stopped()
    await beat()

    expect([isOther, isOwn]).toEqual([false, true])
    expect([before, stopped()]).toEqual([null, expect.any(Error)])
    expect(await jobs.find(id, 'me')).toBeNull()
  })

  it('has failed half a minute after its last sign, and what it still writes changes nothing', async () => {
    const { work, resolve, stopped } = newWork()
    const { id } = await newProcess().start('me', work)
    await beat()
    const reader = newProcess()

    now += 30_000
    const inTime = await reader.find(id, 'me')
    now += 1
    const late = await reader.find(id, 'me')
    resolve('too late')
    await settle()
    await beat()

    expect([inTime!.status, late!.status]).toEqual(['running', 'failed'])
    expect(late!.error_json).toBe('"interrupted"')
    expect(await reader.find(id, 'me')).toEqual(late)
    expect(stopped()).toBeNull()
  })

  it('that lives while its reader slept has not failed', async () => {
    const { id } = await newProcess().start('me', newWork().work)
    const read = (await jobs.find(id, 'me'))!
    await beat()

    await jobs.finishAbandoned(read, {
      status: 'failed',
      result_json: null,
      error_json: '"interrupted"',
      finished_at: new Date(now).toISOString(),
    })

    expect(await jobs.find(id, 'me')).toMatchObject({ status: 'running', finished_at: null })
  })
})

describe('what is old', () => {
  const count = async () =>
    Number(
      (
        await db
          .selectFrom('jobs')
          .select(({ fn }) => fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow()
      ).rows,
    )

  it('is deleted when a job starts: ended or silent for a quarter of an hour', async () => {
    await newProcess().start('me', newWork().work)
    const registry = newProcess({ add: (id, owner, at) => jobs.add(`second-${id}`, owner, at) })
    await registry.start('me', async () => 'done')
    await settle()
    now += 15 * MINUTE_MS + 1

    await newProcess({ add: (_id, owner, at) => jobs.add('new', owner, at) }).start('me', newWork().work)

    expect(await count()).toBe(1)
    expect(await jobs.find('new', 'me')).not.toBeNull()
  })

  it('is what ended before the newest 200', async () => {
    const registry = newProcess()
    for (let at = 0; at < 202; at += 1) {
      now += 1
      await registry.start('me', async () => 'done')
      await settleQuickly(registry, at + 1)
    }

    await registry.start('me', newWork().work)

    expect(await count()).toBe(201)
    expect([await registry.find('job-2', 'me'), (await registry.find('job-3', 'me'))?.status]).toEqual([
      null,
      'succeeded',
    ])
  })

  async function settleQuickly(registry: JobRegistry, at: number): Promise<void> {
    while ((await registry.find(`job-${at}`, 'me'))!.finished_at === null) await new Promise(setImmediate)
  }
})
