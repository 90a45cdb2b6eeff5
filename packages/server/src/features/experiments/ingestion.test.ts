import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EventQueueFullError, type EventStore, EventStoreUnavailableError } from '../../event-store/event-store.ts'
import { openMemoryEventStore } from '../../event-store/memory/memory-event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
let id: string
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  id = await test.createProject()
})
afterAll(() => test.close())

const path = (route: string, project = id) => `/api/v1/experiments/${project}/${route}`

async function stored(project = id): Promise<Record<string, never>> {
  return (await test.send('GET', path('ingestion', project))).body as Record<string, never>
}

describe('ingestion', () => {
  it('records a batch once, however often it is sent', async () => {
    const own = await test.createProject()
    const batch = {
      exposures: [
        { user_id: 'a', variation_index: 0 },
        { user_id: 'b', variation_index: 1 },
      ],
    }

    const first = await test.send('POST', path('exposures', own), batch)
    const again = await test.send('POST', path('exposures', own), batch)

    expect(first.body).toEqual({ received: 2, recorded: 2, deduplicated: 0, refused: [] })
    expect(again.body).toEqual({ received: 2, recorded: 0, deduplicated: 2, refused: [] })
    expect((await stored(own)).exposures_total).toBe(2)
  })

  it('counts raw rows by arm and by metric', async () => {
    const own = await test.createProject()
    await test.send('POST', path('exposures', own), { exposures: [{ user_id: 'a', variation_index: 1 }] })
    const conversions = [
      { user_id: 'a', metric: 'purchase', value: 2.5, idempotency_key: 'k' },
      { user_id: 'a', metric: 'refund', value: -1, idempotency_key: 'k' },
      { user_id: 'a', metric: 'purchase', value: 9, idempotency_key: 'k' },
      { user_id: 'nobody', metric: 'purchase' },
    ]

    const answer = await test.send('POST', path('conversions', own), { conversions })

    expect(answer.body).toMatchObject({ received: 4, recorded: 3, deduplicated: 1 })
    expect(await stored(own)).toEqual({
      experiment_id: own,
      exposures_total: 1,
      exposure_counts: [{ variation_index: 1, count: 1 }],
      conversions_total: 3,
      conversion_counts: [
        { metric: 'purchase', count: 2, value_sum: 3.5 },
        { metric: 'refund', count: 1, value_sum: -1 },
      ],
    })
  })

  it('takes covariates and strata, the first of each user', async () => {
    const pre = {
      pre_period_values: [
        { user_id: 'a', value: 1 },
        { user_id: 'a', value: 2 },
        { user_id: 'a', value: 3, covariate_name: 'x' },
      ],
    }
    const strata = {
      strata: [
        { user_id: 'a', stratum: 'ios' },
        { user_id: 'a', stratum: 'web' },
      ],
    }

    expect((await test.send('POST', path('pre-period'), pre)).body).toMatchObject({ recorded: 2, deduplicated: 1 })
    expect((await test.send('POST', path('strata'), strata)).body).toMatchObject({ recorded: 1, deduplicated: 1 })
  })
})

describe('a cluster', () => {
  it('is stored with the exposure, and may be left out or null', async () => {
    const own = await test.createProject()
    const exposures = ['store 1', null, undefined].map((cluster_id, at) => ({
      user_id: `u${at}`,
      variation_index: 0,
      cluster_id,
    }))

    const { body } = await test.send('POST', path('exposures', own), { exposures })

    expect(body).toMatchObject({ recorded: 3 })
    const clusters = await Promise.all(['u0', 'u1', 'u2'].map(user => test.events.findCluster(own, user)))
    expect(clusters).toEqual(['store 1', null, null])
  })
})

describe('bad input writes nothing and names the fault', () => {
  const long = 'x'.repeat(201)
  const exposure = { user_id: 'u', variation_index: 0 }
  const cases: [string, string, unknown, string, (string | number)[]][] = [
    ['no body key', 'exposures', {}, 'missing', ['body', 'exposures']],
    ['an empty batch', 'exposures', { exposures: [] }, 'too_short', ['body', 'exposures']],
    ['1,001 items', 'exposures', { exposures: Array(1001).fill(exposure) }, 'too_long', ['body', 'exposures']],
    ['a list of numbers', 'exposures', { exposures: [1] }, 'dict_type', ['body', 'exposures', 0]],
    ['a body that is a list', 'exposures', [exposure], 'dict_type', ['body']],
    [
      'an unknown key',
      'exposures',
      { exposures: [{ ...exposure, colour: 1 }] },
      'extra_forbidden',
      ['body', 'exposures', 0, 'colour'],
    ],
    [
      'an empty cluster',
      'exposures',
      { exposures: [{ ...exposure, cluster_id: '' }] },
      'string_too_short',
      ['body', 'exposures', 0, 'cluster_id'],
    ],
    [
      'a cluster that is a number',
      'exposures',
      { exposures: [{ ...exposure, cluster_id: 7 }] },
      'string_type',
      ['body', 'exposures', 0, 'cluster_id'],
    ],
    [
      'an arm in quotes',
      'exposures',
      { exposures: [{ user_id: 'u', variation_index: '0' }] },
      'int_type',
      ['body', 'exposures', 0, 'variation_index'],
    ],
    [
      'half an arm',
      'exposures',
      { exposures: [{ user_id: 'u', variation_index: 0.5 }] },
      'int_from_float',
      ['body', 'exposures', 0, 'variation_index'],
    ],
    [
      'a true arm',
      'exposures',
      { exposures: [{ user_id: 'u', variation_index: true }] },
      'int_type',
      ['body', 'exposures', 0, 'variation_index'],
    ],
    [
      'arm -1',
      'exposures',
      { exposures: [{ user_id: 'u', variation_index: -1 }] },
      'greater_than_equal',
      ['body', 'exposures', 0, 'variation_index'],
    ],
    [
      'an arm that does not exist',
      'exposures',
      { exposures: [exposure, { user_id: 'v', variation_index: 2 }] },
      'value_error',
      ['body', 'exposures', 1, 'variation_index'],
    ],
    [
      'an empty user',
      'exposures',
      { exposures: [{ user_id: '', variation_index: 0 }] },
      'string_too_short',
      ['body', 'exposures', 0, 'user_id'],
    ],
    [
      'a long user',
      'exposures',
      { exposures: [{ user_id: long, variation_index: 0 }] },
      'string_too_long',
      ['body', 'exposures', 0, 'user_id'],
    ],
    [
      'a number as user',
      'exposures',
      { exposures: [{ user_id: 7, variation_index: 0 }] },
      'string_type',
      ['body', 'exposures', 0, 'user_id'],
    ],
    [
      'a year beyond 9999',
      'exposures',
      { exposures: [{ ...exposure, occurred_at: '10000-01-01T00:00:00Z' }] },
      'datetime_parsing',
      ['body', 'exposures', 0, 'occurred_at'],
    ],
    [
      'the 30th of February',
      'exposures',
      { exposures: [{ ...exposure, occurred_at: '2026-02-30' }] },
      'datetime_parsing',
      ['body', 'exposures', 0, 'occurred_at'],
    ],
    [
      'a time as a number',
      'exposures',
      { exposures: [{ ...exposure, occurred_at: 0 }] },
      'string_type',
      ['body', 'exposures', 0, 'occurred_at'],
    ],
    [
      'a value in quotes',
      'conversions',
      { conversions: [{ user_id: 'u', metric: 'purchase', value: '1' }] },
      'float_type',
      ['body', 'conversions', 0, 'value'],
    ],
    [
      'a null value',
      'conversions',
      { conversions: [{ user_id: 'u', metric: 'purchase', value: null }] },
      'float_type',
      ['body', 'conversions', 0, 'value'],
    ],
    [
      'an empty metric',
      'conversions',
      { conversions: [{ user_id: 'u', metric: '' }] },
      'string_too_short',
      ['body', 'conversions', 0, 'metric'],
    ],
    [
      'a covariate without value',
      'pre-period',
      { pre_period_values: [{ user_id: 'u' }] },
      'missing',
      ['body', 'pre_period_values', 0, 'value'],
    ],
    [
      'a stratum without name',
      'strata',
      { strata: [{ user_id: 'u', stratum: '' }] },
      'string_too_short',
      ['body', 'strata', 0, 'stratum'],
    ],
  ]

  const people: typeof cases = [
    ['a holdout without user', 'holdout', { holdout: [{}] }, 'missing', ['body', 'holdout', 0, 'user_id']],
    [
      'a holdout with an arm',
      'holdout',
      { holdout: [{ user_id: 'u', variation_index: 1 }] },
      'extra_forbidden',
      ['body', 'holdout', 0, 'variation_index'],
    ],
    [
      'a holdout on the 13th month',
      'holdout',
      { holdout: [{ user_id: 'u', occurred_at: '2026-13-01' }] },
      'datetime_parsing',
      ['body', 'holdout', 0, 'occurred_at'],
    ],
    [
      'a link to nobody',
      'identities',
      { identities: [{ anonymous_id: 'c' }] },
      'missing',
      ['body', 'identities', 0, 'canonical_id'],
    ],
    [
      'a link from an empty id',
      'identities',
      { identities: [{ anonymous_id: '', canonical_id: 'u' }] },
      'string_too_short',
      ['body', 'identities', 0, 'anonymous_id'],
    ],
    [
      'a link to a long id',
      'identities',
      { identities: [{ anonymous_id: 'c', canonical_id: long }] },
      'string_too_long',
      ['body', 'identities', 0, 'canonical_id'],
    ],
    [
      'a link to a number',
      'identities',
      { identities: [{ anonymous_id: 'c', canonical_id: 7 }] },
      'string_type',
      ['body', 'identities', 0, 'canonical_id'],
    ],
    ['no links', 'identities', { identities: [] }, 'too_short', ['body', 'identities']],
    [
      '1,001 exclusions',
      'exclusions',
      { exclusions: Array(1001).fill({ user_id: 'u' }) },
      'too_long',
      ['body', 'exclusions'],
    ],
    [
      'an exclusion for an empty reason',
      'exclusions',
      { exclusions: [{ user_id: 'u', exclusion_reason: '' }] },
      'string_too_short',
      ['body', 'exclusions', 0, 'exclusion_reason'],
    ],
    [
      'an exclusion for a long reason',
      'exclusions',
      { exclusions: [{ user_id: 'u', exclusion_reason: long }] },
      'string_too_long',
      ['body', 'exclusions', 0, 'exclusion_reason'],
    ],
  ]

  it.each([...cases, ...people])('%s', async (_name, route, body, type, loc) => {
    const before = await stored()
    const version = await test.events.dataVersion(id)

    const answer = await test.send('POST', path(route), body)

    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ error_code: 'validation_error', status_code: 422 })
    expect(answer.headers['x-error-code']).toBe('validation_error')
    expect(answer.body.detail).toContainEqual(expect.objectContaining({ type, loc }))
    expect(await stored()).toEqual(before)
    expect(await test.events.dataVersion(id)).toBe(version)
  })

  const raw: [string, string, string, (string | number)[]][] = [
    ['malformed JSON', '{"exposures": [', 'json_invalid', ['body']],
    ['NaN', '{"conversions":[{"user_id":"u","metric":"m","value":NaN}]}', 'json_invalid', ['body']],
    [
      '1e999',
      '{"conversions":[{"user_id":"u","metric":"m","value":1e999}]}',
      'finite_number',
      ['body', 'conversions', 0, 'value'],
    ],
    [
      'a lone surrogate',
      '{"conversions":[{"user_id":"\\ud800","metric":"m"}]}',
      'string_type',
      ['body', 'conversions', 0, 'user_id'],
    ],
    [
      'a lone surrogate in a key',
      '{"conversions":[{"user_id":"u","metric":"m","\\udc00":1}]}',
      'string_type',
      ['body', 'conversions', 0, '\ufffd'],
    ],
    ['an empty body', '', 'json_invalid', ['body']],
  ]

  it.each(raw)('%s', async (_name, text, type, loc) => {
    const answer = await test.send('POST', path('conversions'), text)

    expect(answer.status).toBe(422)
    expect(answer.body.detail).toContainEqual(expect.objectContaining({ type, loc }))
  })

  it('bytes that are no UTF-8', async () => {
    const headers = { 'content-type': 'application/json' }
    const payload = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])

    const answer = await test.app.inject({ method: 'POST', url: path('conversions'), headers, payload })

    expect(answer.statusCode).toBe(422)
    expect(answer.json().detail[0]).toMatchObject({ type: 'json_invalid', loc: ['body'] })
  })

  it('a body of 10 MB', async () => {
    const answer = await test.send('POST', path('conversions'), JSON.stringify({ conversions: 'x'.repeat(10_000_000) }))

    expect(answer.status).toBe(413)
    expect(answer.body).toMatchObject({ error_code: 'request_body_too_large' })
  })

  it('a body nested deeper than any stack', async () => {
    const answer = await test.send('POST', path('conversions'), `${'['.repeat(500_000)}${']'.repeat(500_000)}`)

    expect(answer.status).toBe(422)
  })

  it('a body that is not JSON, so that no foreign page can post a form here', async () => {
    const headers = { 'content-type': 'text/plain' }

    const answer = await test.app.inject({ method: 'POST', url: path('exposures'), headers, payload: '{}' })

    expect(answer.statusCode).toBe(415)
  })
})

describe('ingestion into a project', () => {
  it('that does not exist is 404, before its items are looked at', async () => {
    const answer = await test.send('POST', path('exposures', 'nowhere'), {
      exposures: [{ user_id: 'u', variation_index: 9 }],
    })

    expect(answer.status).toBe(404)
    expect(answer.body.error_code).toBe('project_not_found')
  })

  it('that is archived is 400; its counts still read', async () => {
    const own = await test.createProject()
    await test.send('POST', `/api/v1/projects/${own}/archive`)

    const answer = await test.send('POST', path('strata', own), { strata: [{ user_id: 'u', stratum: 's' }] })

    expect(answer.status).toBe(400)
    expect(answer.body.error_code).toBe('project_archived')
    expect((await test.send('GET', path('ingestion', own))).status).toBe(200)
    expect((await test.send('GET', path('ingestion', 'nowhere'))).status).toBe(404)
  })
})

describe('a store that can not take more', () => {
  const failing = async (error: Error): Promise<TestApp> => {
    const store: EventStore = {
      ...openMemoryEventStore(),
      append: () => Promise.reject(error),
      queueDepth: () => ({ items: 9, capacity: 9 }),
    }
    return newTestApp({}, store)
  }

  it.each([
    ['a full queue', new EventQueueFullError(3), 'event_queue_full', '3'],
    ['a disk that fails', new EventStoreUnavailableError('No space left.'), 'event_store_unavailable', '5'],
  ])('answers 503 with Retry-After for %s', async (_name, error, code, wait) => {
    const own = await failing(error)
    const project = await own.createProject()

    const answer = await own.send('POST', path('exposures', project), {
      exposures: [{ user_id: 'u', variation_index: 0 }],
    })

    expect(answer.status).toBe(503)
    expect(answer.body.error_code).toBe(code)
    expect(answer.headers['retry-after']).toBe(wait)
    await own.close()
  })
})
