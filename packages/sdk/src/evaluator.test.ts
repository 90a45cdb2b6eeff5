import { describe, expect, expectTypeOf, test } from 'vitest'
import { configurationOf, FakeServer, fakePlatform, type Reaction } from '../fixtures/fake-platform.ts'
import { type Change, createEvaluator } from './index.ts'

// Under seed exp-1, version 2, user-42 stands at 0.7191: the second of two equal arms.
const userId = 'user-42'
const apiUrl = 'https://verdict.test'
const experiments = { checkout: { id: 'exp-1', variations: ['three pages', 'one page'] } } as const

function given(change: Record<string, unknown> = {}) {
  const server = new FakeServer(() => ({ status: 200, body: configurationOf(['exp-1'], change) }))
  const platform = fakePlatform(server)
  return { server, platform, options: { apiUrl, userId, experiments, ...platform } }
}

describe('createEvaluator', () => {
  test('assigns by key or by id once the configuration is there', async () => {
    const evaluator = createEvaluator(given().options)
    await evaluator.load()

    const byKey = evaluator.evaluate('checkout')
    const byId = evaluator.evaluate('exp-1')

    expect(byKey).toMatchObject({ arm: 1, hash: 0.7191, variation: 'one page', experimentId: 'exp-1', isKnown: true })
    expect(byId).toMatchObject({ arm: 1, hash: 0.7191, variation: undefined, experimentId: 'exp-1', isKnown: true })
  })

  test('types what is shown by the experiment map', () => {
    const evaluator = createEvaluator(given().options)

    expectTypeOf(evaluator.evaluate('checkout').variation).toEqualTypeOf<'three pages' | 'one page'>()
    expectTypeOf(evaluator.evaluate('another-id').variation).toEqualTypeOf<undefined>()
    expect(evaluator.evaluate('checkout').variation).toBe('three pages')
  })

  test('shows control while nothing is known of the experiment', () => {
    const { options } = given()

    const assignment = createEvaluator(options).evaluate('checkout')

    expect(assignment).toMatchObject({
      arm: -1,
      inExperiment: false,
      hash: null,
      variation: 'three pages',
      isKnown: false,
    })
  })

  test('takes no name of Object for a key of the map', async () => {
    const evaluator = createEvaluator(given().options)
    await evaluator.load()

    expect(evaluator.evaluate('constructor')).toMatchObject({ experimentId: 'constructor', isKnown: false })
    expect(evaluator.evaluate('__proto__')).toMatchObject({ experimentId: '__proto__', isKnown: false })
  })

  test('shows control for an arm that the code has no variation for', async () => {
    const weights = {
      weights: [0.1, 0.1, 0.8],
      ranges: [
        [0, 0.1],
        [0.1, 0.2],
        [0.2, 1],
      ],
    }
    const evaluator = createEvaluator(given(weights).options)
    await evaluator.load()

    const assignment = evaluator.evaluate('checkout')

    expect(assignment).toMatchObject({ arm: -1, inExperiment: false, variation: 'three pages' })
    expect(evaluator.evaluate('exp-1').arm).toBe(2)
  })

  test('asks for the user of the call, then for the one that was set', async () => {
    const rules = { targeting_rules: [{ attribute: 'country', operator: 'equals', value: 'DE' }] }
    const evaluator = createEvaluator(given(rules).options)
    await evaluator.load()
    const german = { userId, attributes: { country: 'DE' } }

    const [own, named] = [evaluator.evaluate('checkout'), evaluator.evaluate('checkout', { user: german })]
    evaluator.setUser(german)
    const later = evaluator.evaluate('checkout')

    expect([own.targetingExcluded, named.targetingExcluded, later.targetingExcluded]).toEqual([true, false, false])
  })

  test('assigns nobody by a hash version that it does not know', async () => {
    const evaluator = createEvaluator(given({ hashVersion: 3 }).options)
    await evaluator.load()

    expect(evaluator.evaluate('checkout')).toMatchObject({ arm: -1, hash: null, isKnown: true })
  })

  test('sends the token and the last version, and keeps what it has on 304', async () => {
    const { server, options } = given()
    const evaluator = createEvaluator({ ...options, apiUrl: `${apiUrl}/`, token: 'secret' })
    await evaluator.load()
    server.react = () => ({ status: 304 })

    const hasChanged = await evaluator.refresh()

    expect(hasChanged).toBe(false)
    expect(server.requests.map(({ url, headers }) => [url, headers])).toEqual([
      [`${apiUrl}/api/v1/sdk/config`, { authorization: 'Bearer secret' }],
      [`${apiUrl}/api/v1/sdk/config`, { authorization: 'Bearer secret', 'if-none-match': '"exp-1"' }],
    ])
    expect(evaluator.evaluate('checkout').arm).toBe(1)
  })

  test('asks once for callers at the same time', async () => {
    const { server, options } = given()
    const evaluator = createEvaluator(options)

    const answers = await Promise.all([evaluator.refresh(), evaluator.refresh()])

    expect(answers).toEqual([true, true])
    expect(server.requests).toHaveLength(1)
  })

  test('starts offline with what an earlier page stored', async () => {
    const { server, options } = given()
    await createEvaluator(options).load()
    server.react = () => 'network error'

    const offline = createEvaluator(options)
    await offline.load()

    expect(offline.version).toBe('exp-1')
    expect(offline.evaluate('checkout').arm).toBe(1)
  })

  test('keeps the configurations of two servers apart', async () => {
    const { options } = given()
    await createEvaluator(options).load()

    expect(createEvaluator({ ...options, apiUrl: 'https://other.test' }).version).toBeNull()
  })

  const faults: readonly [string, Reaction][] = [
    ['the network fails', 'network error'],
    ['the server does not answer in time', 'no answer'],
    ['the server answers 500', { status: 500, body: {} }],
    ['the token is refused', { status: 401, body: {} }],
    ['the answer is no JSON', { status: 200 }],
    ['the answer is something else', { status: 200, body: { experiments: 'none' } }],
    ['an experiment has no ranges', { status: 200, body: configurationOf(['exp-1'], { ranges: null }, 'x') }],
    ['the answer is null', { status: 200, body: null }],
  ]

  test.each(faults)('says so and keeps what it has when %s', async (_name, reaction) => {
    const { server, platform, options } = given()
    const evaluator = createEvaluator(options)
    await evaluator.load()
    const changes: Change[] = []
    evaluator.subscribe(change => changes.push(change))
    server.react = () => reaction

    const refresh = expect(evaluator.refresh()).rejects.toThrow()
    await platform.clock.advance(10_000)
    await refresh

    expect(changes).toMatchObject([{ what: 'stale', error: expect.any(Error) }])
    expect(evaluator.evaluate('checkout').arm).toBe(1)
  })

  test('says when the server can be asked again, before what has changed', async () => {
    const { server, options } = given()
    const evaluator = createEvaluator(options)
    const changes: string[] = []
    evaluator.subscribe(({ what }) => changes.push(`${what} ${evaluator.isStale}`))
    const { react } = server
    server.react = () => 'network error'
    await evaluator.load().catch(() => undefined)
    server.react = react
    await evaluator.load()

    await evaluator.load()

    expect(changes).toEqual(['stale true', 'fresh false', 'configuration false'])
  })

  test('rejects the first load when nothing is stored', async () => {
    const { server, options } = given()
    server.react = () => 'network error'

    await expect(createEvaluator(options).load()).rejects.toThrow('Failed to fetch')
  })

  test.each(['nonsense', '{"version":1}', '{"version":"1","experiments":[null]}', 'null'])(
    'starts empty when the storage holds %s',
    text => {
      const { platform, options } = given()
      platform.storage.setItem(`verdict configuration ${apiUrl}`, text)

      expect(createEvaluator(options).version).toBeNull()
    },
  )

  test('works without a storage, and with one that is full', async () => {
    const { options } = given()
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }

    for (const storage of [null, full]) {
      const evaluator = createEvaluator({ ...options, storage })
      await evaluator.load()
      expect(evaluator.evaluate('checkout').arm).toBe(1)
    }
  })

  test('tells a subscriber what changed, until it leaves', async () => {
    const { server, options } = given()
    const evaluator = createEvaluator(options)
    const changes: string[] = []
    const leave = evaluator.subscribe(({ what }) => changes.push(what))

    await evaluator.load()
    await evaluator.refresh()
    server.react = () => ({ status: 200, body: configurationOf(['exp-1', 'exp-2']) })
    await evaluator.refresh()
    evaluator.setUser({ userId: 'other' })
    evaluator.forceVariation('checkout', 0)
    evaluator.forceFromQuery('?a=1')
    leave()
    evaluator.setUser({ userId })

    expect(changes).toEqual(['configuration', 'configuration', 'user', 'forced', 'forced'])
  })
})

describe('a forced variation', () => {
  test('is shown whatever the rules say, until it is taken back', async () => {
    const evaluator = createEvaluator(
      given({
        coverage: 0,
        ranges: [
          [0, 0],
          [0.5, 0.5],
        ],
      }).options,
    )
    await evaluator.load()

    evaluator.forceVariation('checkout', 0)
    const forced = evaluator.evaluate('checkout')
    evaluator.forceVariation('checkout', null)

    expect(forced).toMatchObject({ arm: 0, inExperiment: true, isForced: true, variation: 'three pages' })
    expect(evaluator.evaluate('checkout')).toMatchObject({ arm: -1, isForced: false })
  })

  test.each([-1, 2, 0.5, Number.NaN])('is ignored when there is no arm %s', async arm => {
    const evaluator = createEvaluator(given().options)
    await evaluator.load()

    evaluator.forceVariation('checkout', arm)

    expect(evaluator.evaluate('checkout')).toMatchObject({ arm: 1, isForced: false })
  })

  test('comes from the query string too, by key or id, and code goes before it', () => {
    const evaluator = createEvaluator({ ...given().options, query: '?checkout=1' })

    const byKey = evaluator.evaluate('checkout')
    evaluator.forceFromQuery('https://shop.test/?exp-1=1#top')
    const byId = evaluator.evaluate('checkout')
    evaluator.forceVariation('checkout', 0)
    const byCode = evaluator.evaluate('checkout')

    expect([byKey, byId, byCode].map(({ arm, isForced }) => [arm, isForced])).toEqual([
      [1, true],
      [1, true],
      [0, true],
    ])
  })
})
