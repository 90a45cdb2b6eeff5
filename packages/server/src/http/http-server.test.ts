import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../test-app.ts'

const WRITE = 'write-token-1'
const READ = 'read-token-22'
const ADMIN = 'admin-token-3'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('every answer', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await newTestApp()
  })
  afterAll(() => test.close())

  it.each(['/health', '/api/v1/projects', '/nowhere', '/docs'])(
    'of %s carries an id, a time and the security headers',
    async path => {
      const { headers } = await test.send('GET', path)

      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers['x-process-time-ms']).toMatch(/^\d+\.\d\d$/)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).not.toContain('http')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      })
    },
  )

  it.each([
    ['abc-1._Z', true],
    ['bad id\n', false],
    ['x'.repeat(129), false],
    ['<script>', false],
  ])('repeats the request id %j only when it is harmless', async (id, repeated) => {
    const { headers } = await test.send('GET', '/health', undefined, { 'x-request-id': id })

    expect(headers['x-request-id'] === id).toBe(repeated)
  })

  it('is an envelope when it is an error', async () => {
    const { status, headers, body } = await test.send('GET', '/api/v1/nowhere')

    expect(status).toBe(404)
    expect(body).toEqual({
      detail: 'Not found',
      error_code: 'not_found',
      status_code: 404,
      request_id: headers['x-request-id'],
    })
    expect(headers['x-error-code']).toBe('not_found')
  })

  it('names the methods of a path when the method is wrong; HEAD goes wherever GET goes', async () => {
    const wrong = await test.app.inject({ method: 'DELETE', url: '/api/v1/calculate' })
    const head = await test.app.inject({ method: 'HEAD', url: '/api/v1/projects' })

    expect(wrong.statusCode).toBe(405)
    expect(wrong.headers.allow).toBe('POST')
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
  })

  it('comes gzipped to who asks for it', async () => {
    const { headers, rawPayload } = await test.app.inject({
      method: 'GET',
      url: '/openapi.json',
      headers: { 'accept-encoding': 'gzip' },
    })

    expect(headers['content-encoding']).toBe('gzip')
    expect(rawPayload.length).toBeLessThan(60_000)
  })

  it('lets a page of an allowed origin read errors too, and no other', async () => {
    const origin = 'http://127.0.0.1:5173'
    const allowed = await test.send('GET', '/api/v1/nowhere', undefined, { origin })
    const foreign = await test.send('GET', '/health', undefined, { origin: 'https://evil.example' })

    expect(allowed.headers['access-control-allow-origin']).toBe(origin)
    expect(String(allowed.headers['access-control-expose-headers'])).toContain('X-Error-Code')
    expect(foreign.headers['access-control-allow-origin']).not.toBe('https://evil.example')
  })

  it('hides what went wrong inside', async () => {
    const broken = await newTestApp()
    broken.events.countRaw = () => Promise.reject(new Error('secret path /var/lib'))
    const id = await broken.createProject()

    const { status, body } = await broken.send('GET', `/api/v1/experiments/${id}/ingestion`)

    expect(status).toBe(500)
    expect(body).toMatchObject({ detail: 'Internal server error', error_code: 'internal_error' })
    await broken.close()
  })
})

describe('readiness', () => {
  it('names every check, and answers 503 when the event store can not write', async () => {
    const test = await newTestApp()
    const ready = await test.send('GET', '/readyz')
    test.events.probe = () => Promise.reject(new Error('events.duckdb: no space left'))
    const degraded = await test.send('GET', '/readyz')

    expect(ready).toMatchObject({ status: 200, body: { status: 'ready' } })
    expect(ready.body.checks.map((check: { name: string }) => check.name).slice(0, 4)).toEqual([
      'sqlite_storage',
      'sqlite_schema_version',
      'sqlite_journal_mode',
      'sqlite_write_probe',
    ])
    expect(degraded).toMatchObject({ status: 503, body: { status: 'degraded' } })
    expect(degraded.body.checks).toContainEqual({
      name: 'event_store',
      ok: false,
      detail: 'events.duckdb: no space left',
    })
    await test.close()
  })

  it('leaves nothing of its write probe behind', async () => {
    const test = await newTestApp()

    expect((await test.send('GET', '/readyz')).status).toBe(200)
    expect((await test.send('GET', '/readyz')).status).toBe(200)
    await test.close()
  })
})

describe('the API pages', () => {
  it('come from this server alone', async () => {
    const test = await newTestApp()
    const [docs, redoc, script] = await Promise.all(
      ['/docs', '/redoc', '/docs/assets/swagger-ui-bundle.js'].map(url => test.app.inject({ method: 'GET', url })),
    )

    for (const page of [docs!, redoc!]) {
      expect(page.statusCode).toBe(200)
      expect(page.body).not.toMatch(/https?:\/\//)
      expect(page.body).not.toMatch(/<script>[^<]/)
    }
    expect(script!.statusCode).toBe(200)
    expect((await test.app.inject({ method: 'GET', url: '/redoc/assets/redoc.standalone.js' })).body).not.toContain(
      'cdn.redoc',
    )
    expect(redoc!.headers['content-security-policy']).toContain('worker-src blob:')
    expect((await test.app.inject({ method: 'GET', url: '/docs/assets/package.json' })).statusCode).toBe(404)
    await test.close()
  })
})

describe('with tokens', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await newTestApp({
      AB_API_TOKEN: WRITE,
      AB_READONLY_API_TOKEN: READ,
      AB_ADMIN_TOKEN: ADMIN,
      AB_AUTH_FAILURE_LIMIT: '1000',
    })
  })
  afterAll(() => test.close())

  const matrix: [string, Record<string, string>, number, number, number][] = [
    // credential, headers, read route, R-POST, write route
    ['no token', {}, 401, 401, 401],
    ['an unknown token', bearer('nonsense-0'), 401, 401, 401],
    ['a token with a lower-case scheme', { authorization: `bearer ${WRITE}` }, 401, 401, 401],
    ['the read token', bearer(READ), 200, 422, 403],
    ['the read token as a key', { 'x-api-key': READ }, 200, 422, 403],
    ['the write token', bearer(WRITE), 200, 422, 422],
    ['the admin token', bearer(ADMIN), 200, 422, 422],
    ['a bearer that wins over a key', { ...bearer(READ), 'x-api-key': WRITE }, 200, 422, 403],
  ]

  it.each(matrix)('%s', async (_name, headers, read, compute, write) => {
    expect((await test.send('GET', '/api/v1/projects', undefined, headers)).status).toBe(read)
    expect((await test.send('GET', '/readyz', undefined, headers)).status).toBe(read)
    expect((await test.send('GET', '/metrics', undefined, headers)).status).toBe(read)
    expect((await test.send('POST', '/api/v1/calculate', {}, headers)).status).toBe(compute)
    expect((await test.send('POST', '/api/v1/projects', {}, headers)).status).toBe(write)
    expect((await test.send('GET', '/health', undefined, headers)).status).toBe(200)
    expect((await test.send('GET', '/openapi.json', undefined, headers)).status).toBe(200)
  })

  it('401 comes before 404, and says how to authenticate', async () => {
    const { status, headers, body } = await test.send('GET', '/api/v1/nowhere')

    expect(status).toBe(401)
    expect(headers['www-authenticate']).toBe('Bearer')
    expect(body.error_code).toBe('unauthorized')
  })

  it.each([
    '/%61pi/v1/projects',
    '/api/v1/%70rojects',
    '/ready%7A',
    '/metric%73',
    '/api/v1/projects/',
    '/api/v1/projects?x=/health',
  ])('%s does not slip past the token', async path => {
    const { statusCode } = await test.app.inject({ method: 'GET', url: path })

    expect([401, 404]).toContain(statusCode)
  })

  it('a refused write changes nothing and is answered before the body is read', async () => {
    const { status, body } = await test.send('POST', '/api/v1/projects', '{broken', bearer(READ))

    expect(status).toBe(403)
    expect(body.error_code).toBe('forbidden')
  })

  it('admin paths want the admin token even on an open install', async () => {
    const open = await newTestApp()

    expect((await open.send('GET', '/api/v1/keys')).body).toMatchObject({ error_code: 'admin_token_not_configured' })
    expect((await test.send('GET', '/api/v1/keys')).body).toMatchObject({ error_code: 'unauthorized' })
    await open.close()
  })

  it('a public demo lets anybody read and nobody write', async () => {
    const demo = await newTestApp({ AB_PUBLIC_DEMO: 'true' })

    expect((await demo.send('GET', '/api/v1/projects')).status).toBe(200)
    expect((await demo.send('POST', '/api/v1/projects', {})).status).toBe(403)
    await demo.close()
  })
})

describe('limits', () => {
  it('the general limit lets 240 requests a minute through, then tells when to come back', async () => {
    const test = await newTestApp()
    const statuses = new Map<number, number>()
    for (let call = 0; call < 245; call += 1) {
      const { status } = await test.send('GET', '/api/v1/projects')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    const refused = await test.send('GET', '/api/v1/projects')

    expect(Object.fromEntries(statuses)).toEqual({ 200: 240, 429: 5 })
    expect(refused.body.error_code).toBe('rate_limited')
    expect(refused.headers['retry-after']).toBe('60')
    expect((await test.send('GET', '/readyz')).status).toBe(200)
    test.clock.at += 60_001
    expect((await test.send('GET', '/api/v1/projects')).status).toBe(200)
    await test.close()
  })

  it('the general limit counts a path however it is spelled', async () => {
    const test = await newTestApp({ AB_RATE_LIMIT_REQUESTS: '1' })
    const call = async (url: string) => (await test.app.inject({ method: 'GET', url })).statusCode

    expect([await call('/api/v1/projects'), await call('/%61pi/v1/projects')]).toEqual([200, 429])
    await test.close()
  })

  it('event traffic has its own, off by default', async () => {
    const test = await newTestApp({ AB_RATE_LIMIT_REQUESTS: '1', AB_EVENT_RATE_LIMIT_REQUESTS: '2' })
    const call = () => test.send('POST', '/api/v1/experiments/x/assign', { user_id: 'u' })

    expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([404, 404, 429])
    await test.close()
  })

  it('guessing tokens is slowed down', async () => {
    const test = await newTestApp({ AB_API_TOKEN: WRITE, AB_AUTH_FAILURE_LIMIT: '3' })
    const guess = () => test.send('GET', '/api/v1/projects', undefined, bearer('guess-0000'))
    for (let call = 0; call < 3; call += 1) expect((await guess()).status).toBe(401)

    expect((await guess()).body.error_code).toBe('auth_rate_limited')
    await test.close()
  })
})
