import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Environment } from '../../config-readers.ts'
import {
  type EventBatch,
  EventQueueFullError,
  type EventStore,
  EventStoreUnavailableError,
} from '../../event-store/event-store.ts'
import { openMemoryEventStore } from '../../event-store/memory/memory-event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'

const NDJSON = { 'content-type': 'application/x-ndjson' }
const GZIP = { ...NDJSON, 'content-encoding': 'gzip' }

let test: TestApp
let agent: Agent
afterEach(async () => {
  agent.destroy()
  await test.close()
})

const line = (at: number) => `{"kind":"exposure","user_id":"user-${at}","variation_index":${at % 2}}\n`
const lines = (count: number, from = 0) => Array.from({ length: count }, (_, at) => line(from + at)).join('')
const path = (id: string) => `/api/v1/experiments/${id}/events`

async function start(env: Environment = {}, store?: EventStore): Promise<string> {
  agent = new Agent({ keepAlive: true })
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', ...env }, store)
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  return test.createProject()
}

function open(url: string, headers: Record<string, string> = NDJSON): ClientRequest {
  const { port } = test.app.server.address() as AddressInfo
  const call = request({ host: '127.0.0.1', port, path: url, method: 'POST', headers, agent })
  call.on('error', () => undefined)
  return call
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers by path
  readonly body: any
}

async function answerOf(call: ClientRequest): Promise<Answer> {
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of response) text += String(part)
  return { status: response.statusCode!, headers: response.headers, body: JSON.parse(text) }
}

async function stream(url: string, parts: Iterable<string | Buffer>, headers = NDJSON): Promise<Answer> {
  const call = open(url, headers)
  const answer = answerOf(call)
  Readable.from(parts).pipe(call)
  return answer
}

const storedExposures = async (id: string): Promise<number> =>
  (await test.send('GET', `/api/v1/experiments/${id}/ingestion`)).body.exposures_total

/** A memory store that is changed. */
function storeWith(change: (append: EventStore['append']) => Partial<EventStore>): EventStore {
  const memory = openMemoryEventStore()
  const store = Object.create(memory) as EventStore
  return Object.assign(
    store,
    bound(memory),
    change(batch => memory.append(batch)),
  )
}

// Private fields of a class do not reach through a prototype.
function bound(memory: EventStore): Partial<EventStore> {
  return {
    findArm: (...args) => memory.findArm(...args),
    countRaw: id => memory.countRaw(id),
    queueDepth: () => memory.queueDepth(),
    dataVersion: id => memory.dataVersion(id),
    close: () => memory.close(),
  }
}

describe('a long body', () => {
  it('of 200,000 lines never has more than a few chunks on their way', async () => {
    let [inFlight, most, largest] = [0, 0, 0]
    const id = await start(
      {},
      storeWith(append => ({
        async append(batch: EventBatch) {
          inFlight += batch.items.length
          most = Math.max(most, inFlight)
          largest = Math.max(largest, batch.items.length)
          await wait(2)
          inFlight -= batch.items.length
          return append(batch)
        },
      })),
    )
    const parts = function* () {
      for (let from = 0; from < 200_000; from += 1000) yield lines(1000, from)
    }

    const { body } = await stream(path(id), parts())

    expect(body).toMatchObject({ received: 200_000, recorded: 200_000, refused_total: 0 })
    expect(largest).toBeLessThanOrEqual(5000)
    expect(most).toBeLessThanOrEqual(9 * 5000)
  })

  it('hands all groups of a chunk to the store in one turn, so that they share a commit', async () => {
    let turn = 0
    const turns = new Set<number>()
    const id = await start(
      {},
      storeWith(append => ({
        append(batch: EventBatch) {
          turns.add(turn)
          setImmediate(() => {
            turn += 1
          })
          return append(batch)
        },
      })),
    )
    const kinds = ['{"kind":"stratum","user_id":"a","stratum":"s"}\n', '{"kind":"exclusion","user_id":"b"}\n']

    const { body } = await stream(path(id), [line(1), ...kinds, line(2)])

    expect(body).toMatchObject({ recorded: 4 })
    expect(turns.size).toBe(1)
  })

  it('does not keep two calls from going on side by side', async () => {
    const one = await start()
    const two = await test.createProject()

    const answers = await Promise.all([stream(path(one), [lines(20_000)]), stream(path(two), [lines(15_000)])])

    expect(answers.map(({ body }) => body.recorded)).toEqual([20_000, 15_000])
    expect([await storedExposures(one), await storedExposures(two)]).toEqual([20_000, 15_000])
  })
})

describe('a body that is cut off', () => {
  it('leaves whole chunks behind; sent again, every line counts once', async () => {
    const id = await start()
    const whole = lines(30_000)
    const call = open(path(id))
    call.write(whole.slice(0, whole.length / 2 + 7))
    while ((await storedExposures(id)) === 0) await wait(5)
    call.destroy()
    await auditRows(1)

    const kept = await storedExposures(id)
    const again = await stream(path(id), [whole])

    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(15_001)
    expect(again.body).toMatchObject({ received: 30_000, recorded: 30_000 - kept, deduplicated: kept })
    expect(await storedExposures(id)).toBe(30_000)
    const [cut] = await auditRows(2)
    expect(JSON.parse(cut!.payload_diff!)).toMatchObject({ recorded: [null, kept] })
  })

  it('as gzip is 422, and says what was stored before', async () => {
    const id = await start()
    const zipped = gzipSync(lines(30_000))

    const { status, body } = await stream(path(id), [zipped.subarray(0, zipped.length - 9)], GZIP)

    expect(status).toBe(422)
    expect(body).toMatchObject({ error_code: 'validation_error', detail: [{ type: 'gzip_invalid', loc: ['body'] }] })
    expect(body.progress).toMatchObject({ received: await storedExposures(id), refused_total: 0 })
  })

  it.each([
    ['no gzip at all', Buffer.from(line(1))],
    ['nothing', Buffer.alloc(0)],
  ])('or is %s under that name, stores nothing', async (_name, payload) => {
    const id = await start()

    const { status } = await stream(path(id), [payload], GZIP)

    expect(status).toBe(422)
    expect(await storedExposures(id)).toBe(0)
  })
})

async function auditRows(count: number) {
  for (;;) {
    const written = test.db.selectFrom('audit_log').selectAll().where('action', '=', 'events.bulk')
    const rows = await written.orderBy('id').execute()
    if (rows.length >= count) return rows
    await wait(5)
  }
}

describe('a body that inflates beyond measure', () => {
  it('is 413; what came before it stays, and nothing after it is stored', async () => {
    const id = await start()
    const bomb = gzipSync(`${lines(20_000)}${' '.repeat(60_000_000)}\n${line(99_999)}`)

    const { status, body } = await stream(path(id), [bomb], GZIP)

    expect(status).toBe(413)
    expect(body).toMatchObject({ error_code: 'request_body_too_large' })
    expect(body.progress.recorded).toBe(await storedExposures(id))
    expect(await test.events.findArm(id, 'user-99999')).toBeNull()
  })

  it('is not a body of ordinary lines', async () => {
    const id = await start()

    const { body } = await stream(path(id), [gzipSync(lines(100_000))], GZIP)

    expect(body).toMatchObject({ recorded: 100_000 })
  })
})

describe('a sender that does not get on', () => {
  it('is told 408 when it stalls, and the whole lines before are not half stored', async () => {
    const id = await start({ AB_BULK_IDLE_SECONDS: '1' })
    const call = open(path(id))
    const answer = answerOf(call)
    call.write(`${lines(10)}{"kind":"exposure"`)

    const { status, body } = await answer

    expect(status).toBe(408)
    expect(body).toMatchObject({ error_code: 'request_timeout', progress: { received: 0 } })
    expect(await storedExposures(id)).toBe(0)
    call.destroy()
  })

  it('is told 408 when it drips', async () => {
    const id = await start({ AB_BULK_IDLE_SECONDS: '1' })
    const call = open(path(id))
    const answer = answerOf(call)
    const dripping = setInterval(() => call.write(' '), 50)

    expect((await answer).status).toBe(408)
    clearInterval(dripping)
    call.destroy()
  })

  it('reads a refusal before it has sent everything', async () => {
    await start()
    const call = open(path('nowhere'))
    const answer = answerOf(call)
    for (let at = 0; at < 40; at += 1) call.write(lines(1000))

    expect((await answer).status).toBe(404)
    call.destroy()
  })

  it('is told 503 when the server stops', async () => {
    const id = await start()
    const call = open(path(id))
    const answer = answerOf(call)
    call.write(line(1))
    await wait(50)

    const closing = test.app.close()

    expect((await answer).status).toBe(503)
    call.destroy()
    await closing
  })
})

describe('a full event queue', () => {
  it('is waited for', async () => {
    let refusals = 3
    const id = await start(
      {},
      storeWith(append => ({
        append(batch: EventBatch) {
          refusals -= 1
          return refusals >= 0 ? Promise.reject(new EventQueueFullError(1)) : append(batch)
        },
      })),
    )

    const { body } = await stream(path(id), [lines(12_000)])

    expect(body).toMatchObject({ received: 12_000, recorded: 12_000 })
    expect(await storedExposures(id)).toBe(12_000)
  })

  it.each<[string, Partial<EventStore>]>([
    ['turns batches away', { append: () => Promise.reject(new EventQueueFullError(1)) }],
    ['has no room', { queueDepth: () => ({ items: 9, capacity: 9 }) }],
  ])('that %s for too long ends in 503 with Retry-After', async (_name, full) => {
    const id = await start(
      { AB_BULK_QUEUE_WAIT_SECONDS: '1' },
      storeWith(() => full),
    )
    const begun = performance.now()

    const { status, headers, body } = await stream(path(id), [lines(10)])

    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('1')
    expect(body).toMatchObject({ error_code: 'event_queue_full', progress: { received: 0, recorded: 0 } })
    expect(performance.now() - begun).toBeGreaterThan(900)
  })

  it('is not confused with a store that fails: that is 503 at once, after what was stored', async () => {
    let batches = 0
    const id = await start(
      {},
      storeWith(append => ({
        append(batch: EventBatch) {
          batches += 1
          return batches <= 2 ? append(batch) : Promise.reject(new EventStoreUnavailableError('No space left.'))
        },
      })),
    )

    const { status, body } = await stream(path(id), [lines(40_000)])

    expect(status).toBe(503)
    expect(body.error_code).toBe('event_store_unavailable')
    expect(body.progress.recorded).toBe(await storedExposures(id))
    expect(body.progress.recorded).toBeGreaterThan(0)
  })
})
