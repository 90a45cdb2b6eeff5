import { describe, expect, test } from 'vitest'
import { configurationOf, FakeServer, fakePlatform, type SentRequest, settle } from '../fixtures/fake-platform.ts'
import { type ClientOptions, createClient, type Drop, type ExperimentMap } from './index.ts'

const apiUrl = 'https://verdict.test'
const userId = 'user-42'
const experiments = { checkout: { id: 'exp-1', variations: ['three pages', 'one page'] } } as const
const OK = { status: 200, body: { received: 1, recorded: 1, deduplicated: 0, refused: [] } }

/** A client that knows exp-1 and exp-2, and a server that takes events until told otherwise. */
async function given(change: Partial<ClientOptions<ExperimentMap>> = {}) {
  const server = new FakeServer(() => ({ status: 200, body: configurationOf(['exp-1', 'exp-2']) }))
  const platform = fakePlatform(server)
  const drops: Drop[] = []
  const options = { apiUrl, userId, experiments, ...platform, ...change, onDrop: (drop: Drop) => drops.push(drop) }
  const client = createClient(options)
  await client.load()
  server.react = () => OK
  server.requests.length = 0
  return { server, platform, options, client, drops, clock: platform.clock }
}

function sent(requests: readonly SentRequest[]) {
  return requests.map(({ url, body }) => [url.replace(`${apiUrl}/api/v1/experiments/`, ''), JSON.parse(body ?? 'null')])
}

describe('an exposure', () => {
  test('is recorded by assign, once, with the time it happened', async () => {
    const { client, server, clock } = await given()

    const first = client.assign('checkout')
    const again = client.assign('checkout')
    await clock.advance(2000)

    expect([first.arm, first.sticky, again.arm, again.sticky]).toEqual([1, false, 1, true])
    expect(sent(server.requests)).toEqual([
      [
        'exp-1/exposures',
        { exposures: [{ user_id: userId, variation_index: 1, occurred_at: '2026-05-01T09:00:00.000Z' }] },
      ],
    ])
  })

  test('is recorded once over pages that share a storage', async () => {
    const { client, server, options, clock } = await given()
    client.assign('checkout')
    await clock.advance(2000)

    const nextPage = createClient(options)
    const assignment = nextPage.assign('checkout')
    await clock.advance(2000)

    expect(assignment).toMatchObject({ arm: 1, sticky: true })
    expect(server.requests).toHaveLength(1)
  })

  test('keeps the user in the arm that was shown, though the configuration moves', async () => {
    const { client, server } = await given()
    client.assign('checkout')
    const moved = {
      weights: [0.9, 0.1],
      ranges: [
        [0, 0.9],
        [0.9, 1],
      ],
    }
    server.react = () => ({ status: 200, body: configurationOf(['exp-1'], moved, 'moved') })
    await client.refresh()

    expect(client.assign('checkout')).toMatchObject({ arm: 1, sticky: true })
    expect(client.assign('checkout', { user: { userId: 'user-43' } }).sticky).toBe(false)
  })

  test.each([
    ['for a look', { expose: false }, () => undefined],
    [
      'for a forced variation',
      {},
      (client: Awaited<ReturnType<typeof given>>['client']) => client.forceVariation('checkout', 0),
    ],
    ['for a user without an id', { user: { userId: '' } }, () => undefined],
  ])('is not recorded %s', async (_name, options, prepare) => {
    const { client, server, clock } = await given()
    prepare(client)

    client.assign('checkout', options)
    await clock.advance(60_000)

    expect([client.pending, server.requests.length]).toEqual([0, 0])
  })

  test('is recorded for each user and each experiment', async () => {
    const { client, server, clock } = await given()

    for (const user of [{ userId: 'a' }, { userId: 'b' }])
      for (const id of ['exp-1', 'exp-2']) client.assign(id, { user })
    await clock.advance(2000)

    const users = sent(server.requests).map(([path, body]) => [
      path,
      body.exposures.map((item: { user_id: string }) => item.user_id),
    ])
    expect(users).toEqual([
      ['exp-1/exposures', ['a', 'b']],
      ['exp-2/exposures', ['a', 'b']],
    ])
  })

  test('of the users who came first is forgotten when there are too many, and only sent again', async () => {
    const { client } = await given({ queueCapacity: 1e6, storage: null, batchSize: 1e6 })
    const sticky = (id: string) => client.assign('exp-1', { user: { userId: id } }).sticky

    for (let index = 0; index <= 2000; index += 1) sticky(`u${index}`)

    expect([sticky('u2000'), sticky('u0')]).toEqual([true, false])
  })
})

describe('track', () => {
  test('counts in every active experiment that the user was exposed to', async () => {
    const { client, server, clock } = await given()
    client.assign('checkout')
    client.assign('exp-2')
    client.assign('exp-2', { user: { userId: 'someone else' } })
    await clock.advance(2000)
    server.requests.length = 0

    const count = client.track('purchase', 9.5, { idempotencyKey: 'order-1' })
    await clock.advance(2000)

    const item = {
      user_id: userId,
      metric: 'purchase',
      value: 9.5,
      idempotency_key: 'order-1',
      occurred_at: '2026-05-01T09:00:02.000Z',
    }
    expect(count).toBe(2)
    expect(sent(server.requests)).toEqual([
      ['exp-1/conversions', { conversions: [item] }],
      ['exp-2/conversions', { conversions: [item] }],
    ])
  })

  test('counts where it is told to, for whom it is told to, under a key of its own', async () => {
    const { client, server, clock } = await given()

    client.track('purchase', undefined, { experiments: ['checkout'], user: { userId: 'other' } })
    client.track('purchase', undefined, { experiments: ['checkout'], user: { userId: 'other' } })
    await clock.advance(2000)

    const [[path, { conversions }]] = sent(server.requests) as [[string, { conversions: Record<string, string>[] }]]
    expect(path).toBe('exp-1/conversions')
    expect(conversions).toMatchObject([
      { user_id: 'other', value: 1 },
      { user_id: 'other', value: 1 },
    ])
    expect(conversions[0]!.idempotency_key).not.toBe(conversions[1]!.idempotency_key)
  })

  test('says when there is nowhere to count', async () => {
    const { client, drops } = await given()

    const count = client.track('purchase')

    expect([count, client.dropped, client.pending]).toEqual([0, 1, 0])
    expect(drops).toMatchObject([{ reason: 'no_experiment', events: [{ item: { metric: 'purchase' } }] }])
  })

  test('leaves out an experiment that is no longer active', async () => {
    const { client, server } = await given()
    client.assign('exp-1')
    client.assign('exp-2')
    server.react = () => ({ status: 200, body: configurationOf(['exp-2']) })
    await client.refresh()

    expect(client.track('purchase')).toBe(1)
  })
})

describe('the queue', () => {
  test('is sent at once when a batch is full', async () => {
    const { client, server } = await given({ batchSize: 3 })

    for (let index = 0; index < 7; index += 1) client.track('step', index, { experiments: ['exp-1'] })
    await settle()

    expect(sent(server.requests).map(([, { conversions }]) => conversions.length)).toEqual([3, 3, 1])
  })

  test('is bounded: the oldest go, are counted and told', async () => {
    const { client, drops, server, platform } = await given({ queueCapacity: 3 })
    server.react = () => 'network error'

    for (let index = 0; index < 5; index += 1) client.track('step', index, { experiments: ['exp-1'] })
    await settle()

    expect([client.pending, client.dropped]).toEqual([3, 2])
    expect(drops.map(({ reason, events }) => [reason, events[0]!.item.value])).toEqual([
      ['overflow', 0],
      ['overflow', 1],
    ])
    expect(storedEvents(platform)).toEqual([2, 3, 4])
  })

  test('outlives the page', async () => {
    const { client, server, options, clock } = await given()
    server.react = () => 'network error'
    client.track('purchase', 7, { experiments: ['exp-1'], idempotencyKey: 'k' })
    await clock.advance(2000)
    server.react = () => OK
    server.requests.length = 0

    const nextPage = createClient(options)
    await clock.advance(2000)

    expect(sent(server.requests)[0]).toMatchObject([
      'exp-1/conversions',
      { conversions: [{ value: 7, idempotency_key: 'k' }] },
    ])
    expect(nextPage.pending).toBe(0)
  })

  test('of one tab does not erase what another tab has stored', async () => {
    const { client, server, options, platform } = await given()
    server.react = () => 'network error'
    const otherTab = createClient(options)

    client.track('step', 1, { experiments: ['exp-1'] })
    otherTab.track('step', 2, { experiments: ['exp-1'] })
    await settle()
    server.react = () => OK
    await otherTab.flush()
    await settle()

    expect(storedEvents(platform)).toEqual([1])
    expect(client.pending).toBe(1)
  })

  test.each(['nonsense', '{}', '[null, 1, {"id": 1}, {"id":"a","kind":"other","experimentId":"e","item":{}}]'])(
    'starts empty when the storage holds %s',
    async text => {
      const { platform, options } = await given()
      platform.storage.setItem(`verdict events ${apiUrl}`, text)
      platform.storage.setItem(`verdict exposures ${apiUrl}`, text)

      const client = createClient(options)

      expect(client.pending).toBe(0)
      expect(client.assign('checkout').sticky).toBe(false)
    },
  )

  test('goes out when the page is hidden, by requests that outlive it, as far as these may carry', async () => {
    const { client, server, platform, clock } = await given({ flushMs: 1e6, queueCapacity: 5000, batchSize: 1000 })
    for (let index = 0; index < 600; index += 1) client.track('café'.repeat(20), index, { experiments: ['exp-1'] })
    client.track('small', 1, { experiments: ['exp-2'] })

    platform.page.hide()
    await clock.advance(0)

    expect(server.requests.every(({ keepalive }) => keepalive)).toBe(true)
    const bytes = server.requests.reduce((sum, { body }) => sum + Buffer.byteLength(body!), 0)
    expect(bytes).toBeLessThanOrEqual(60_000)
    expect(bytes).toBeGreaterThan(50_000)
    expect(client.pending).toBeGreaterThan(0)
  })

  test('sends on hide what is on its way already, and counts no answer twice', async () => {
    const { client, server, platform, drops } = await given()
    client.track('purchase', 1, { experiments: ['exp-1'] })
    server.react = () => ({ status: 404, body: {} })

    void client.flush()
    platform.page.hide()
    await settle()

    expect(server.requests).toHaveLength(2)
    expect(server.requests[0]!.body).toBe(server.requests[1]!.body)
    expect(drops).toHaveLength(1)
  })

  test('is sent once more by close, which then waits for nothing', async () => {
    const { client, server, platform, clock } = await given()
    server.react = () => 'network error'
    client.track('purchase', 1, { experiments: ['exp-1'] })

    await client.close()

    expect(server.requests).toHaveLength(1)
    expect(clock.waits).toEqual([])
    expect(platform.page.listeners.size).toBe(0)
    expect(storedEvents(platform)).toEqual([1])
  })
})

function storedEvents(platform: { storage: { getItem(key: string): string | null } }): number[] {
  const stored = JSON.parse(platform.storage.getItem(`verdict events ${apiUrl}`) ?? '[]')
  return stored.map(({ item }: { item: { value: number } }) => item.value)
}
