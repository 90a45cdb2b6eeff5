import { type ClientOptions, createClient, type ExperimentMap, type FetchRequest } from '@verdict/sdk'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

/** The SDK's fetch, answered by the application without a socket. */
async function fetchFromApp(url: string, { method, headers, body }: FetchRequest) {
  const path = url.replace('http://verdict.test', '')
  const payload = body === undefined ? {} : { payload: body }
  const answer = await test.app.inject({ method: method as 'GET' | 'POST', url: path, headers, ...payload })
  return {
    status: answer.statusCode,
    headers: { get: (name: string) => String(answer.headers[name] ?? '') || null },
    json: async () => answer.json(),
  }
}

function newClient(options: Partial<ClientOptions<ExperimentMap>> = {}) {
  return createClient({
    apiUrl: 'http://verdict.test',
    fetch: fetchFromApp,
    schedule: () => () => undefined,
    ...options,
  })
}

const attribute = fc.oneof(
  fc.constantFrom('DE', 'FR', '7', '', ' 1e1 '),
  fc.integer({ min: -5, max: 12 }),
  fc.boolean(),
)
const rule = fc.oneof(
  fc.record({
    attribute: fc.constantFrom('country', 'age', 'toString'),
    operator: fc.constantFrom('equals', 'not_equals'),
    value: attribute,
  }),
  fc.record({
    attribute: fc.constantFrom('country', 'age'),
    operator: fc.constant('in'),
    value: fc.array(attribute, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    attribute: fc.constantFrom('country', 'age'),
    operator: fc.constantFrom('gt', 'lt', 'gte', 'lte'),
    value: fc.integer({ min: -5, max: 12 }),
  }),
)
const namespace = fc.record({
  id: fc.constantFrom('checkout', 'café'),
  range_start: fc.constantFrom(0, 0.3),
  range_end: fc.constantFrom(0.6, 1),
})
const design = fc.record({
  split: fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 2, maxLength: 5 }),
  holdout: fc.constantFrom(null, 0, 0.1, 0.5),
  namespace: fc.option(namespace),
  rules: fc.array(rule, { maxLength: 2 }),
})
const user = fc.record({
  userId: fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom('ü€😀', 'user-42', '__proto__', ' ')),
  attributes: fc.dictionary(fc.constantFrom('country', 'age', 'other'), fc.oneof(attribute, fc.constant(null))),
})

type Drawn<A> = A extends fc.Arbitrary<infer Value> ? Value : never
type Design = Drawn<typeof design>
type Person = Drawn<typeof user>

async function createExperiment({ split, holdout, namespace, rules }: Design): Promise<string> {
  return test.createProject(payload => {
    Object.assign(payload.setup, {
      traffic_split: split,
      variants_count: split.length,
      namespace,
      targeting_rules: rules,
    })
    Object.assign(payload.constraints, { holdout_fraction: holdout })
  })
}

async function serverAnswer(id: string, { userId, attributes }: Person) {
  const { body } = await test.send('POST', '/api/v1/assign', { user_id: userId, attributes, experiment_ids: [id] })
  const [answer] = body
  return {
    arm: answer.variation_index,
    inExperiment: answer.in_experiment,
    hash: answer.hash,
    sticky: answer.sticky,
    holdout: answer.holdout,
    namespaceExcluded: answer.namespace_excluded,
    targetingExcluded: answer.targeting_excluded,
    coverage: answer.coverage,
    weights: answer.weights,
  }
}

describe('the SDK in an application, and the server', () => {
  it('answer the same about any user in any design, before the exposure and after it', async () => {
    await fc.assert(
      fc.asyncProperty(design, fc.array(user, { minLength: 1, maxLength: 6 }), async (drawn, users) => {
        const id = await createExperiment(drawn)
        const client = newClient()
        await client.load()
        for (const person of users) {
          const before = client.assign(id, { user: person, expose: false })
          expect(before).toMatchObject(await serverAnswer(id, person))
          client.assign(id, { user: person })
          await client.flush()
          expect(client.assign(id, { user: person })).toMatchObject(await serverAnswer(id, person))
        }
        expect([client.pending, client.dropped]).toEqual([0, 0])
      }),
      { numRuns: 60 },
    )
  })

  it('agree after the design has changed under a user who is in it', async () => {
    const id = await test.createProject()
    const client = newClient({ userId: 'user-42' })
    await client.load()
    const first = client.assign(id)
    await client.flush()
    const { body } = await test.send('GET', `/api/v1/projects/${id}`)
    body.payload.setup.traffic_split = first.arm === 0 ? [1, 99] : [99, 1]
    await test.send('PUT', `/api/v1/projects/${id}`, body.payload)
    const hasChanged = await client.refresh()

    const local = client.assign(id)

    expect(hasChanged).toBe(true)
    expect(local).toMatchObject({ arm: first.arm, sticky: true })
    expect(local).toMatchObject(await serverAnswer(id, { userId: 'user-42', attributes: {} }))
  })

  it('count a metric once, though the answer is lost and the batch is sent again', async () => {
    const id = await test.createProject()
    let losses = 2
    let hours = 0
    const client = newClient({
      userId: 'user-42',
      now: () => {
        hours += 1
        return hours * 3_600_000
      },
      async fetch(url, request) {
        const answer = await fetchFromApp(url, request)
        if (request.method === 'GET' || losses === 0) return answer
        losses -= 1
        throw new TypeError('the answer was lost')
      },
    })
    await client.load()
    client.assign(id)
    client.track('purchase')
    client.track('purchase')
    for (let attempt = 0; attempt < 4; attempt += 1) await client.flush()

    const { body } = await test.send('GET', `/api/v1/experiments/${id}/ingestion`)

    expect([losses, client.pending, client.dropped]).toEqual([0, 0, 0])
    expect(body).toMatchObject({ exposures_total: 1, conversions_total: 2 })
  })

  it('tell of what the server refuses, and store the rest of the batch', async () => {
    const id = await test.createProject()
    const told: unknown[] = []
    const client = newClient({
      userId: 'user-42',
      onDrop: ({ events }) => told.push(...events.map(({ item }) => item.metric)),
    })
    await client.load()
    client.assign(id)

    client.track('purchase')
    client.track('x'.repeat(101))
    client.track('lone \ud800 surrogate')
    client.track('no number', Number.NaN)
    client.track('purchase')
    await client.flush()

    expect(told.sort()).toEqual(['lone \ud800 surrogate', 'no number', 'x'.repeat(101)])
    expect(client.pending).toBe(0)
  })
})
