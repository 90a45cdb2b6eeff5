import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FakeServer, fakePlatform, type Reaction, type SentRequest } from '../fixtures/fake-platform.ts'
import { createClient, type Drop } from './index.ts'

const OK = { status: 200, body: { refused: [] } }
const LATER: readonly Reaction[] = [
  'network error',
  'no answer',
  ...[401, 403, 408, 425, 429, 500, 502, 503, 504].map(status => ({ status, body: {} })),
]

function given(react: (request: SentRequest) => Reaction, random = () => 0.5) {
  const server = new FakeServer(react)
  const platform = fakePlatform(server)
  const drops: Drop[] = []
  const client = createClient({
    apiUrl: 'https://verdict.test',
    userId: 'user-42',
    ...platform,
    random,
    onDrop: drop => drops.push(drop),
  })
  const track = (...values: number[]) => {
    for (const value of values) client.track('step', value, { experiments: ['exp-1'], idempotencyKey: `key-${value}` })
  }
  return { server, client, drops, track, clock: platform.clock }
}

const valuesOf = ({ body }: SentRequest): number[] =>
  JSON.parse(body!).conversions.map(({ value }: { value: number }) => value)
const droppedValues = (drops: readonly Drop[]) => drops.flatMap(({ events }) => events.map(({ item }) => item.value))

describe('what fails for now', () => {
  test.each(LATER)('is sent again, the same: %j', async reaction => {
    const { server, client, track, clock, drops } = given(() => reaction)
    track(1, 2)
    await clock.advance(2000 + 10_000)
    server.react = () => OK

    await clock.advance(60_000)

    const bodies = new Set(server.requests.map(({ body }) => body))
    expect(server.requests.length).toBeGreaterThan(1)
    expect(bodies.size).toBe(1)
    expect([client.pending, drops.length]).toEqual([0, 0])
  })

  test('waits twice as long each time, up to a minute, times a random share', async () => {
    const { server, track, clock } = given(() => 'network error')
    const times: number[] = []
    server.react = () => {
      times.push(clock.at)
      return 'network error'
    }
    track(1)

    await clock.advance(400_000)

    const waits = times.slice(1).map((time, index) => time - times[index]!)
    expect(waits.slice(0, 9)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  test('waits from the start again after a success', async () => {
    const reactions: Reaction[] = ['network error', 'network error', OK, 'network error']
    const { track, clock } = given(() => reactions.shift() ?? OK)
    track(1)
    await clock.advance(10_000)

    track(2)
    await clock.advance(2000)

    expect(clock.waits).toEqual([500])
  })

  const dates: readonly [string, number][] = [
    ['7', 7000],
    [' 7 ', 7000],
    ['Fri, 01 May 2026 09:00:32 GMT', 30_000],
    ['Fri, 01 May 2020 09:00:00 GMT', 0],
    ['999999999', 3_600_000],
    ['-5', 0],
    ['soon', 0],
    ['', 0],
  ]

  test.each(dates)('waits as long as Retry-After %j says, and a share of the back-off', async (value, atLeast) => {
    const { track, clock } = given(() => ({ status: 503, headers: { 'retry-after': value } }))
    track(1)

    await clock.advance(2000)

    expect(clock.waits).toEqual([atLeast + 500])
  })

  test('is not sent before its time by flush', async () => {
    const { server, client, track, clock } = given(() => ({ status: 429, headers: { 'retry-after': '30' } }))
    track(1)
    await clock.advance(2000)

    await client.flush()
    await clock.advance(29_000)

    expect(server.requests).toHaveLength(1)
  })
})

describe('what will never pass', () => {
  test.each([400, 404, 410, 302])('is dropped and told: %i', async status => {
    const { client, drops, track, clock } = given(() => ({ status, body: {} }))
    track(1, 2)

    await clock.advance(2000)

    expect(drops).toMatchObject([{ reason: 'refused', status }])
    expect([client.pending, client.dropped, droppedValues(drops)]).toEqual([0, 2, [1, 2]])
  })

  test('is dropped alone when the fault names it (422), and the others pass', async () => {
    const { server, drops, track, clock } = given(request => {
      const bad = valuesOf(request).indexOf(2)
      if (bad < 0) return OK
      return { status: 422, body: { detail: [{ loc: ['body', 'conversions', bad, 'value'], type: 'float_type' }] } }
    })
    track(1, 2, 3)

    await clock.advance(2000)

    expect(server.requests.map(valuesOf)).toEqual([
      [1, 2, 3],
      [1, 3],
    ])
    expect(droppedValues(drops)).toEqual([2])
  })

  test.each([
    ['no body', undefined],
    ['a text', { detail: 'no' }],
    ['an index of nothing', { detail: [{ loc: ['body', 'conversions', 99] }] }],
    ['odd entries', { detail: [null, 7, { loc: 'x' }] }],
  ])('is found by halving when the fault names none: %s', async (_name, body) => {
    const { client, drops, track, clock } = given(request =>
      valuesOf(request).includes(5) ? { status: 422, body } : OK,
    )
    track(1, 2, 3, 4, 5, 6, 7)

    await clock.advance(2000)

    expect(droppedValues(drops)).toEqual([5])
    expect(client.pending).toBe(0)
  })

  test('is told when the server took the batch without it', async () => {
    const { client, drops, track, clock } = given(() => ({
      status: 200,
      body: { refused: [{ index: 1, reason: 'x' }] },
    }))
    track(1, 2)

    await clock.advance(2000)

    expect([client.pending, droppedValues(drops)]).toEqual([0, [2]])
  })

  test('is split in two while the body is too large (413)', async () => {
    const { server, drops, track, clock } = given(request => (valuesOf(request).length > 2 ? { status: 413 } : OK))
    track(1, 2, 3, 4, 5)

    await clock.advance(2000)

    const passed = server.requests.map(valuesOf).filter(values => values.length <= 2)
    expect(passed.flat()).toEqual([1, 2, 3, 4, 5])
    expect(drops).toEqual([])
  })

  test('is one event that is too large by itself', async () => {
    const { client, drops, track, clock } = given(() => ({ status: 413 }))
    track(1)

    await clock.advance(2000)

    expect(drops).toMatchObject([{ reason: 'refused', status: 413 }])
    expect(client.pending).toBe(0)
  })
})

describe('whatever the server does', () => {
  const faults: readonly Reaction[] = [...LATER, { status: 413 }, { status: 422 }, { status: 404 }]

  test('each event ends stored once or told once', async () => {
    const plan = fc.array(fc.tuple(fc.constantFrom(...faults), fc.boolean()), { maxLength: 12 })

    await fc.assert(
      fc.asyncProperty(plan, fc.integer({ min: 1, max: 30 }), async (steps, count) => {
        const rest = [...steps]
        const stored = new Set<number>()
        const { client, drops, track, clock } = given(request => {
          const [fault, isStoredFirst] = rest.shift() ?? [OK, true]
          const mayBeLost = fault === OK || fault === 'network error' || fault === 'no answer'
          // An answer may be lost after the server has stored the batch.
          if (mayBeLost && isStoredFirst) for (const value of valuesOf(request)) stored.add(value)
          return fault
        })
        const values = Array.from({ length: count }, (_, index) => index)
        track(...values)
        await clock.advance(2_000_000)

        const told = droppedValues(drops) as number[]
        expect(client.pending).toBe(0)
        expect(new Set(told).size).toBe(told.length)
        expect([...new Set([...stored, ...told])].sort((a, b) => a - b)).toEqual(values)
      }),
      { numRuns: 40 },
    )
  })

  test('a listener that throws stops nothing', async () => {
    const { client, track, clock } = given(() => ({ status: 404 }))
    const surfaced: unknown[] = []
    const keep = (error: unknown) => surfaced.push(error)
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', keep)
    client.subscribe(() => {
      throw new Error('mine')
    })

    client.setUser({ userId: 'other' })
    track(1)
    await clock.advance(2000)
    process.removeListener('unhandledRejection', keep)
    for (const listener of others) process.on('unhandledRejection', listener)

    expect(client.pending).toBe(0)
    expect(surfaced).toMatchObject([{ message: 'mine' }])
  })
})
