import { describe, expect, test } from 'vitest'
import { configurationOf, FakeServer, fakePlatform, settle } from '../../fixtures/fake-platform.ts'
import { createClient } from '../index.ts'
import { VerdictServerProvider } from '../openfeature-server.ts'
import { VerdictWebProvider } from '../openfeature-web.ts'

// Under seed exp-1 user-42 is in the second of two equal arms, user-2 in the first: they stand at 0.7191 and 0.007.
const context = { targetingKey: 'user-42' }
const payloads = {
  'exp-1': [{ color: 'blue' }, { color: 'green' }],
  price: [9, 12.5],
}
const experiments = {
  layout: { id: 'exp-1', variations: ['list', 'grid'] },
  price: { id: 'exp-1', variations: ['unused', 'unused'] },
} as const

function given(change: Record<string, unknown> = {}) {
  const server = new FakeServer(request =>
    request.method === 'GET'
      ? { status: 200, body: configurationOf(['exp-1', 'exp-2'], change) }
      : { status: 200, body: {} },
  )
  const platform = fakePlatform(server)
  const client = createClient({ apiUrl: 'https://verdict.test', experiments, ...platform })
  const web = new VerdictWebProvider(client, { payloads })
  const events: string[] = []
  for (const type of ['READY', 'ERROR', 'STALE', 'CONFIGURATION_CHANGED'])
    web.events.addHandler(`PROVIDER_${type}`, () => events.push(type))
  return { server, platform, client, web, events, onServer: new VerdictServerProvider(client, { payloads }) }
}

const codeOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('the web provider', () => {
  test('answers the payload of the arm, or the variation, or what the index says', async () => {
    const { web } = given()
    await web.initialize(context)

    const answers = [
      web.resolveObjectEvaluation('exp-1', {}, context),
      web.resolveNumberEvaluation('price', 0, context),
      web.resolveStringEvaluation('layout', '', context),
      web.resolveBooleanEvaluation('exp-2', false, context),
      web.resolveNumberEvaluation('exp-2', -1, context),
      web.resolveStringEvaluation('exp-2', '', context),
      web.resolveObjectEvaluation('exp-2', {}, context),
    ]

    const arm = Number(answers[4]!.value)
    expect(answers.map(({ value }) => value)).toEqual([
      { color: 'green' },
      12.5,
      'grid',
      arm > 0,
      arm,
      String(arm),
      { variation: arm },
    ])
    expect(answers[0]).toMatchObject({
      variant: '1',
      reason: 'SPLIT',
      flagMetadata: { experimentId: 'exp-1', variationIndex: 1 },
    })
    expect(answers[1]!.reason).toBe('CACHED')
  })

  test('records the exposure of what it answers, and of nothing else', async () => {
    const { web, client } = given()
    await web.initialize(context)

    const code = codeOf(() => web.resolveBooleanEvaluation('exp-1', false, context))
    const before = client.pending
    web.resolveObjectEvaluation('exp-1', {}, context)

    expect([code, before, client.pending]).toEqual(['TYPE_MISMATCH', 0, 1])
  })

  test('answers the default to a user without an arm', async () => {
    const { web, client } = given({ targeting_rules: [{ attribute: 'country', operator: 'equals', value: 'DE' }] })
    await web.initialize(context)

    const abroad = web.resolveStringEvaluation('layout', 'default', { ...context, country: 'FR' })
    const home = web.resolveStringEvaluation('layout', 'default', { ...context, country: 'DE' })

    expect([abroad.value, abroad.reason, abroad.variant]).toEqual(['default', 'DEFAULT', undefined])
    expect([home.value, client.pending]).toEqual(['grid', 1])
  })

  test('names what is wrong as OpenFeature does', async () => {
    const { web, client } = given()
    const early = codeOf(() => web.resolveStringEvaluation('layout', '', context))
    await web.initialize({})

    const codes = [
      codeOf(() => web.resolveStringEvaluation('nowhere', '', context)),
      codeOf(() => web.resolveStringEvaluation('layout', '', {})),
      codeOf(() => web.resolveNumberEvaluation('layout', 0, context)),
    ]
    client.forceVariation('layout', 0)

    expect([early, ...codes]).toEqual([
      'PROVIDER_NOT_READY',
      'FLAG_NOT_FOUND',
      'TARGETING_KEY_MISSING',
      'TYPE_MISMATCH',
    ])
    expect(web.resolveStringEvaluation('layout', '', {})).toMatchObject({ value: 'list', reason: 'STATIC' })
  })

  test('follows the static context', async () => {
    const { web, client } = given()
    await web.initialize({ targetingKey: 'a', since: new Date(0) })

    const first = client.user
    web.onContextChange({}, { targetingKey: 'b' })

    expect(first).toEqual({ userId: 'a', attributes: { since: '1970-01-01T00:00:00.000Z' } })
    expect(client.user).toEqual({ userId: 'b', attributes: {} })
  })

  test('tells a changed configuration, and staleness until the server answers again', async () => {
    const { web, client, server, events } = given()
    await web.initialize(context)
    const { react } = server
    server.react = () => 'network error'

    await client.refresh().catch(() => undefined)
    const stale = web.resolveStringEvaluation('layout', '', context)
    server.react = react
    await client.refresh()
    client.forceVariation('layout', 0)

    expect(events).toEqual(['CONFIGURATION_CHANGED', 'STALE', 'READY', 'CONFIGURATION_CHANGED'])
    expect(stale).toMatchObject({ value: 'grid', reason: 'STALE' })
  })

  test('tells an error, and does not become ready, when there is nothing to evaluate by', async () => {
    const { web, server, events } = given()
    server.react = () => ({ status: 500 })

    await expect(web.initialize(context)).rejects.toThrow('status 500')

    expect(events).toEqual(['ERROR'])
  })

  test('becomes ready offline by what is stored', async () => {
    const { web, client, server, platform } = given()
    await web.initialize(context)
    server.react = () => 'network error'

    const offline = new VerdictWebProvider(createClient({ apiUrl: 'https://verdict.test', experiments, ...platform }))
    await offline.initialize(context)

    expect(offline.resolveStringEvaluation('layout', '', context)).toMatchObject({ value: 'grid', reason: 'STALE' })
    expect(client.isStale).toBe(false)
  })

  test('tracks through the client, and closes it', async () => {
    const { web, server, client } = given()
    await web.initialize(context)
    web.resolveStringEvaluation('layout', '', context)

    web.track('purchase', context, { value: 3, idempotencyKey: 'order-1' })
    web.track('visit', context, { experiments: ['exp-2'] })
    await web.onClose()
    await settle()

    const bodies = server.requests
      .filter(({ method }) => method === 'POST')
      .map(({ url, body }) => [url, JSON.parse(body!)])
    expect(bodies).toMatchObject(
      [
        [/exp-1\/exposures$/, { exposures: [{ user_id: 'user-42' }] }],
        [/exp-1\/conversions$/, { conversions: [{ metric: 'purchase', value: 3, idempotency_key: 'order-1' }] }],
        [/exp-2\/conversions$/, { conversions: [{ metric: 'visit', value: 1 }] }],
      ].map(([url, body]) => [expect.stringMatching(url as RegExp), body]),
    )
    expect(client.pending).toBe(0)
  })

  test('forgets a handler that is removed', async () => {
    const { web, client } = given()
    const told: string[] = []
    const handler = () => told.push('one')
    web.events.addHandler('PROVIDER_CONFIGURATION_CHANGED', handler)
    web.events.addHandler('PROVIDER_CONFIGURATION_CHANGED', () => told.push('two'))

    web.events.removeHandler('PROVIDER_CONFIGURATION_CHANGED', handler)
    client.forceVariation('layout', 0)
    web.events.removeAllHandlers()
    client.forceVariation('layout', 1)

    expect(told).toEqual(['two'])
  })
})

describe('the server provider', () => {
  test('answers each evaluation for the user of its context', async () => {
    const { onServer, client } = given()
    await onServer.initialize()

    const users = ['user-42', 'user-2'].map(targetingKey => ({ targetingKey }))
    const values = await Promise.all(users.map(user => onServer.resolveStringEvaluation('layout', '', user)))

    expect(values.map(({ value }) => value)).toEqual(['grid', 'list'])
    expect(client.pending).toBe(2)
  })

  test('answers every kind by a promise, and rejects with a code', async () => {
    const { onServer } = given()
    await onServer.initialize()

    const values = [
      await onServer.resolveObjectEvaluation('exp-1', {}, context),
      await onServer.resolveNumberEvaluation('price', 0, context),
    ]

    expect(values.map(({ value }) => value)).toEqual([{ color: 'green' }, 12.5])
    await expect(onServer.resolveBooleanEvaluation('layout', true, context)).rejects.toMatchObject({
      code: 'TYPE_MISMATCH',
    })
  })
})
