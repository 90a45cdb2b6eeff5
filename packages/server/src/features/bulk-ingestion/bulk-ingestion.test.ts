import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

type Line = Readonly<Record<string, unknown>> | string

const text = (lines: readonly Line[]) =>
  lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
const path = (id: string, query = '') => `/api/v1/experiments/${id}/events${query}`
const post = (id: string, lines: readonly Line[], query = '') => test.send('POST', path(id, query), text(lines))
const postAll = (lines: readonly Line[]) => test.send('POST', '/api/v1/events', text(lines))
const stored = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/ingestion`)).body
const liveStats = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body
const exposure = (user_id: string, more: object = {}) => ({ kind: 'exposure', user_id, variation_index: 0, ...more })
const conversion = (user_id: string, more: object = {}) => ({
  kind: 'conversion',
  user_id,
  metric: 'purchase',
  ...more,
})

const EVERY_KIND: readonly Line[] = [
  exposure('a', { variation_index: 1, occurred_at: '2026-05-01T09:00:00Z', cluster_id: 'store 1' }),
  exposure('b'),
  conversion('a', { value: 2.5, idempotency_key: 'k', occurred_at: '2026-05-02' }),
  { kind: 'pre_period', user_id: 'a', value: 12, covariate_name: 'x' },
  { kind: 'stratum', user_id: 'a', stratum: 'ios' },
  { kind: 'holdout', user_id: 'h', occurred_at: '2026-05-01' },
  { kind: 'identity', anonymous_id: 'cookie', canonical_id: 'a' },
  { kind: 'exclusion', user_id: 'b', exclusion_reason: 'internal' },
]

describe('POST /experiments/{id}/events', () => {
  it('takes every kind in one body, once', async () => {
    const id = await test.createProject()

    const first = await post(id, EVERY_KIND)
    const again = await post(id, EVERY_KIND)

    expect(first.body).toEqual({ received: 8, recorded: 8, deduplicated: 0, refused_total: 0, refused: [] })
    expect(again.body).toEqual({ received: 8, recorded: 0, deduplicated: 8, refused_total: 0, refused: [] })
    expect(await stored(id)).toMatchObject({ exposures_total: 3, conversions_total: 1 })
    expect(await test.events.findArm(id, 'cookie')).toBe(1)
    expect(await test.events.findArm(id, 'h')).toBe(-1)
    expect(await test.events.findCluster(id, 'a')).toBe('store 1')
    const { population, exclusions } = await liveStats(id)
    expect(population).toMatchObject({ treated_users: 1, manual_excluded: 1 })
    expect(exclusions.manual_filtered).toBe(1)
  })

  it('keeps the order of lines where it decides: the first of exposure and holdout wins', async () => {
    const id = await test.createProject()

    const { body } = await post(id, [
      { kind: 'holdout', user_id: 'held' },
      exposure('seen', { variation_index: 1 }),
      exposure('held', { variation_index: 1 }),
      { kind: 'holdout', user_id: 'seen' },
    ])

    expect(body).toMatchObject({ recorded: 2, deduplicated: 2 })
    expect(await test.events.findArm(id, 'held')).toBe(-1)
    expect(await test.events.findArm(id, 'seen')).toBe(1)
  })

  it.each([
    ['no newline at the end', '{"kind":"stratum","user_id":"a","stratum":"s"}', 1],
    ['CRLF', '{"kind":"stratum","user_id":"a","stratum":"s"}\r\n{"kind":"exclusion","user_id":"a"}\r\n', 2],
    ['a byte order mark', '\ufeff{"kind":"stratum","user_id":"a","stratum":"s"}\n', 1],
    ['blank lines', '\n \r\n{"kind":"stratum","user_id":"a","stratum":"s"}\n\n\t\n', 1],
    ['spaces around an object', '  {"kind":"stratum","user_id":"a","stratum":"s"} \n', 1],
    ['escapes', '{"kind":"stratum","user_id":"\\ud83d\\ude00","stratum":"\\u0073"}\n', 1],
    ['braces in a text', '{"kind":"stratum","user_id":"}{","stratum":"{}"}\n', 1],
    ['nothing', '', 0],
    ['nothing but newlines', '\n\n', 0],
  ])('takes a body with %s', async (_name, body, received) => {
    const id = await test.createProject()

    const answer = await test.send('POST', path(id), body)

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ received, recorded: received, refused: [] })
  })

  it.each(['application/x-ndjson; charset=utf-8', 'application/ndjson', 'Application/JSONL'])(
    'takes lines as %s',
    async contentType => {
      const id = await test.createProject()

      const answer = await test.send('POST', path(id), text([exposure('a')]), { 'content-type': contentType })

      expect(answer.body).toMatchObject({ recorded: 1 })
    },
  )

  it('takes gzip, of several members too', async () => {
    const id = await test.createProject()
    const payload = Buffer.concat([gzipSync(text([exposure('a'), ''])), gzipSync(text([exposure('b')]))])
    const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' }

    const answer = await test.app.inject({ method: 'POST', url: path(id), headers, payload })

    expect(answer.json()).toMatchObject({ received: 2, recorded: 2 })
  })
})

describe('a bad line is refused, and the others are stored', () => {
  const cases: [string, Line, string, string | null][] = [
    ['broken JSON', '{"kind":', 'json_invalid', null],
    ['NaN', '{"kind":"conversion","user_id":"u","metric":"m","value":NaN}', 'json_invalid', null],
    ['two objects', '{"kind":"exclusion","user_id":"u"},{"kind":"exclusion","user_id":"v"}', 'json_invalid', null],
    ['a list', '[1]', 'dict_type', null],
    ['a number', '7', 'dict_type', null],
    ['null', 'null', 'dict_type', null],
    ['no kind', { user_id: 'u' }, 'missing', 'kind'],
    ['an unknown kind', { kind: 'click', user_id: 'u' }, 'unknown_kind', 'kind'],
    ['a kind of every object', { kind: 'constructor', user_id: 'u' }, 'unknown_kind', 'kind'],
    ['a kind that is a list', { kind: ['exposure'], user_id: 'u' }, 'unknown_kind', 'kind'],
    ['a missing user', { kind: 'exposure', variation_index: 0 }, 'missing', 'user_id'],
    ['an empty user', exposure(''), 'string_too_short', 'user_id'],
    ['a long user', exposure('x'.repeat(201)), 'string_too_long', 'user_id'],
    ['a number as user', { ...exposure('u'), user_id: 7 }, 'string_type', 'user_id'],
    ['an arm in quotes', exposure('u', { variation_index: '0' }), 'int_type', 'variation_index'],
    ['half an arm', exposure('u', { variation_index: 0.5 }), 'int_from_float', 'variation_index'],
    ['arm -1', exposure('u', { variation_index: -1 }), 'greater_than_equal', 'variation_index'],
    ['an arm that does not exist', exposure('u', { variation_index: 2 }), 'value_error', 'variation_index'],
    ['a year beyond 9999', exposure('u', { occurred_at: '10000-01-01' }), 'datetime_parsing', 'occurred_at'],
    ['the 30th of February', conversion('u', { occurred_at: '2026-02-30' }), 'datetime_parsing', 'occurred_at'],
    ['a value in quotes', conversion('u', { value: '1' }), 'float_type', 'value'],
    ['a null value', conversion('u', { value: null }), 'float_type', 'value'],
    ['1e999', '{"kind":"conversion","user_id":"u","metric":"m","value":1e999}', 'finite_number', 'value'],
    ['half a character', '{"kind":"exclusion","user_id":"\\ud800"}', 'string_type', 'user_id'],
    ['half a character in a key', '{"kind":"exclusion","user_id":"u","\\udc00":1}', 'string_type', '\ufffd'],
    ['an unknown key', exposure('u', { colour: 1 }), 'extra_forbidden', 'colour'],
    ['__proto__', '{"kind":"exclusion","user_id":"u","__proto__":{"x":1}}', 'extra_forbidden', '__proto__'],
    ['a kind in __proto__', '{"__proto__":{"kind":"exclusion"},"user_id":"u"}', 'missing', 'kind'],
    [
      'an arm of the holdout',
      { kind: 'holdout', user_id: 'u', variation_index: 1 },
      'extra_forbidden',
      'variation_index',
    ],
    ['an experiment', exposure('u', { experiment_id: 'x' }), 'extra_forbidden', 'experiment_id'],
    ['a link to itself', { kind: 'identity', anonymous_id: 'u', canonical_id: 'u' }, 'self_link', null],
    ['a chain', { kind: 'identity', anonymous_id: 'p', canonical_id: 'q' }, 'would_chain', null],
    ['a covariate without value', { kind: 'pre_period', user_id: 'u' }, 'missing', 'value'],
    ['a stratum without name', { kind: 'stratum', user_id: 'u', stratum: '' }, 'string_too_short', 'stratum'],
    ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'dict_type', null],
  ]

  it.each(cases)('%s', async (_name, line, reason, where) => {
    const id = await test.createProject()
    const link = { kind: 'identity', anonymous_id: 'c', canonical_id: 'p' }

    const { status, body } = await post(id, [link, exposure('good'), '', line, conversion('good')])

    expect(status).toBe(200)
    expect(body).toEqual({
      received: 4,
      recorded: 3,
      deduplicated: 0,
      refused_total: 1,
      refused: [{ line: 4, reason, path: where }],
    })
    expect(await stored(id)).toMatchObject({ exposures_total: 1, conversions_total: 1 })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('bytes that are no UTF-8', async () => {
    const id = await test.createProject()
    const bad = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d, 0x0a])
    const payload = Buffer.concat([Buffer.from(`${text([exposure('a')])}\n`), bad, Buffer.from(text([exposure('ü')]))])
    const headers = { 'content-type': 'application/x-ndjson' }

    const answer = await test.app.inject({ method: 'POST', url: path(id), headers, payload })

    expect(answer.json()).toMatchObject({ recorded: 2, refused: [{ line: 2, reason: 'json_invalid', path: null }] })
  })

  it('a line of more than 64 KiB', async () => {
    const id = await test.createProject()
    const padded = (bytes: number) => `{"kind":"exclusion","user_id":"${bytes}"}`.padEnd(bytes)

    const { body } = await post(id, [padded(65_536), padded(65_537), exposure('a')])

    expect(body).toMatchObject({ recorded: 2, refused: [{ line: 2, reason: 'line_too_long', path: null }] })
  })

  it('the first 1,000 are named, in order, and all are counted', async () => {
    const id = await test.createProject()
    const lines = Array.from({ length: 12_000 }, (_, at) => (at % 2 === 0 ? exposure(`u${at}`) : '{'))

    const { body } = await post(id, lines)

    expect(body).toMatchObject({ received: 12_000, recorded: 6000, refused_total: 6000 })
    expect(body.refused).toHaveLength(1000)
    expect(body.refused.map(({ line }: { line: number }) => line)).toEqual(
      Array.from({ length: 1000 }, (_, at) => 2 * at + 2),
    )
  })

  it('a key as long as the line is not echoed whole', async () => {
    const id = await test.createProject()

    const { body } = await post(id, [exposure('a', { [`${'k'.repeat(199)}😀${'k'.repeat(9000)}`]: 1 })])

    expect(body.refused[0].path.length).toBeLessThanOrEqual(200)
  })
})

describe('POST /events', () => {
  const inExperiment = (experiment_id: unknown, line: object) => ({ ...line, experiment_id })

  it('takes lines of several experiments', async () => {
    const [one, two] = [await test.createProject(), await test.createProject()]
    const lines = Array.from({ length: 100 }, (_, at) => inExperiment(at % 2 === 0 ? one : two, exposure(`u${at}`)))

    const { body } = await postAll(lines)

    expect(body).toMatchObject({ received: 100, recorded: 100 })
    expect(await stored(one)).toMatchObject({ exposures_total: 50 })
    expect(await stored(two)).toMatchObject({ exposures_total: 50 })
  })

  it('refuses lines of experiments that are unknown, archived or not named, and stores the others', async () => {
    const [open, closed] = [await test.createProject(), await test.createProject()]
    await test.send('POST', `/api/v1/projects/${closed}/archive`)

    const { body } = await postAll([
      inExperiment('nowhere', exposure('a')),
      inExperiment(open, exposure('a')),
      inExperiment(closed, exposure('a')),
      exposure('a'),
      inExperiment(7, exposure('a')),
      inExperiment('', exposure('a')),
      inExperiment('__proto__', exposure('a')),
    ])

    const at = 'experiment_id'
    expect(body).toMatchObject({ received: 7, recorded: 1, refused_total: 6 })
    expect(body.refused).toEqual([
      { line: 1, reason: 'experiment_not_found', path: at },
      { line: 3, reason: 'experiment_archived', path: at },
      { line: 4, reason: 'missing', path: at },
      { line: 5, reason: 'string_type', path: at },
      { line: 6, reason: 'string_too_short', path: at },
      { line: 7, reason: 'experiment_not_found', path: at },
    ])
  })

  it('knows the arms of each experiment', async () => {
    const two = await test.createProject()
    const three = await test.createProject(({ setup }) =>
      Object.assign(setup, { traffic_split: [1, 1, 1], variants_count: 3 }),
    )

    const { body } = await postAll([two, three].map(id => inExperiment(id, exposure('a', { variation_index: 2 }))))

    expect(body.refused).toEqual([{ line: 1, reason: 'value_error', path: 'variation_index' }])
  })
})

describe('a conversion without a key', () => {
  const twice = [conversion('a', { value: 2 }), conversion('a', { value: 2.0 })]

  it('is added every time', async () => {
    const id = await test.createProject()

    const answers = [await post(id, twice), await post(id, twice)]

    expect(answers.map(({ body }) => body.recorded)).toEqual([2, 2])
  })

  it('counts once by its content where that is asked for, and keyed ones by their key', async () => {
    const id = await test.createProject()
    const lines = [
      ...twice,
      conversion('a', { value: 3 }),
      conversion('b', { value: 2 }),
      conversion('a', { value: 2, metric: 'refund' }),
      conversion('a', { value: 2, occurred_at: '2026-05-01T09:00:00Z' }),
      conversion('a', { value: 2, occurred_at: '2026-05-01T11:00:00+02:00' }),
      conversion('a', { value: 2, idempotency_key: 'k1' }),
      conversion('a', { value: 2, idempotency_key: 'k2' }),
    ]

    const first = await post(id, lines, '?dedupe=content')
    const again = await post(id, lines, '?dedupe=content')

    expect(first.body).toMatchObject({ received: 9, recorded: 7, deduplicated: 2 })
    expect(again.body).toMatchObject({ received: 9, recorded: 0, deduplicated: 9 })
  })

  it('knows no other way', async () => {
    const id = await test.createProject()

    const { status, body } = await post(id, twice, '?dedupe=yes')

    expect(status).toBe(422)
    expect(body.detail[0]).toMatchObject({ type: 'literal_error', loc: ['query', 'dedupe'] })
    expect(await stored(id)).toMatchObject({ conversions_total: 0 })
  })
})

describe('the routes of many lines', () => {
  const inject = (url: string, headers: Record<string, string>, payload: Buffer | string = text([exposure('a')])) =>
    test.app.inject({ method: 'POST', url, headers, payload })

  it.each([
    [{ 'content-type': 'application/json' }],
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'multipart/form-data; boundary=application/x-ndjson' }],
    [{ 'content-type': 'application/x-ndjson', 'content-encoding': 'br' }],
    [{ 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip, gzip' }],
    [{}],
  ])('answer 415 to %j and store nothing', async headers => {
    const id = await test.createProject()

    const answers = [await inject(path(id), headers), await inject('/api/v1/events', headers)]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([415, 415])
    expect(answers[0]!.json().detail).toContain('application/x-ndjson')
    expect(await stored(id)).toMatchObject({ exposures_total: 0 })
  })

  it('alone take lines: a JSON route does not', async () => {
    const id = await test.createProject()

    const answer = await inject(`/api/v1/experiments/${id}/exposures`, { 'content-type': 'application/x-ndjson' })

    expect(answer.statusCode).toBe(415)
  })

  it('answer 404 and 400 for an experiment that is not there or archived', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await post('nowhere', EVERY_KIND)).body).toMatchObject({
      error_code: 'project_not_found',
      status_code: 404,
    })
    expect((await post(id, EVERY_KIND)).body).toMatchObject({ error_code: 'project_archived', status_code: 400 })
  })

  it('ask for the write scope', async () => {
    const guarded = await newTestApp({ AB_API_TOKEN: 'may-write', AB_READONLY_API_TOKEN: 'may-read' })
    const call = async (token: string) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' }
      return (await guarded.app.inject({ method: 'POST', url: '/api/v1/events', headers, payload: '' })).statusCode
    }

    expect([await call('may-read'), await call('may-write'), await call('nonsense')]).toEqual([403, 200, 401])
    await guarded.close()
  })

  it('count as events in the limits, not as other calls', async () => {
    const limited = await newTestApp({ AB_RATE_LIMIT_REQUESTS: '1', AB_EVENT_RATE_LIMIT_REQUESTS: '2' })
    const call = async () => (await limited.send('POST', '/api/v1/events', '')).status

    expect([await call(), await call(), await call()]).toEqual([200, 200, 429])
    expect((await limited.send('GET', '/api/v1/projects')).status).toBe(200)
    await limited.close()
  })

  it('write one row a call into the audit log: counts, and no events', async () => {
    const id = await test.createProject()
    const requestId = 'bulk-call-1'
    const lines = [exposure('secret-user'), exposure('secret-user'), '{']

    await test.send('POST', path(id), text(lines), { 'x-request-id': requestId })

    const rows = await test.db.selectFrom('audit_log').selectAll().where('request_id', '=', requestId).execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ action: 'events.bulk', project_id: id, actor: 'anonymous' })
    expect(JSON.parse(rows[0]!.payload_diff!)).toEqual({
      received: [null, 3],
      recorded: [null, 1],
      deduplicated: [null, 1],
      refused_total: [null, 1],
      experiments: [null, 1],
    })
  })
})
