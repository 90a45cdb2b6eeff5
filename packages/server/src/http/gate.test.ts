import { describe, expect, it } from 'vitest'
import { FakeClock, newTestApp } from '../test-app.ts'
import { MemoryRateWindows } from './memory-rate-windows.ts'
import type { Bucket } from './rate-windows.ts'

const ORIGIN = 'http://127.0.0.1:5173'
const bucket = (key: string, requests: number, windowSeconds = 60): Bucket => ({
  key,
  limit: { requests, windowSeconds },
})

describe('rate windows', () => {
  it('let so many calls into a window that slides, and count no refused one', () => {
    const clock = new FakeClock()
    const windows = new MemoryRateWindows(clock)
    const calls = [0, 10, 20, 30, 61, 62].map(second => {
      clock.at = second * 1000
      return windows.hit([bucket('a', 3)])
    })

    expect(calls).toEqual([null, null, null, 30, null, 8])
  })

  it('count in every bucket or in none', () => {
    const windows = new MemoryRateWindows(new FakeClock())
    const call = () => windows.hit([bucket('general', 3), bucket('heavy', 1)])

    expect([call(), call(), call()]).toEqual([null, 60, 60])
    expect(windows.hit([bucket('general', 2)])).toBeNull()
    expect(windows.retryAfter(bucket('general', 2))).toBe(60)
  })

  it('tell at least a second to wait', () => {
    const clock = new FakeClock()
    const windows = new MemoryRateWindows(clock)
    windows.hit([bucket('a', 1)])
    clock.at += 59_999

    expect(windows.retryAfter(bucket('a', 1))).toBe(1)
  })

  it('slide right through many thousands of calls', () => {
    const clock = new FakeClock()
    const windows = new MemoryRateWindows(clock)
    let admitted = 0
    for (let ms = 0; ms < 100_000; ms += 1) {
      clock.at += 1
      if (windows.hit([bucket('a', 1000, 2)]) === null) admitted += 1
    }

    expect(admitted).toBe(50_000)
  })
})

describe('a heavy call', () => {
  it('counts beside the general limit', async () => {
    const test = await newTestApp({ AB_HEAVY_RATE_LIMIT_REQUESTS: '1', AB_RATE_LIMIT_REQUESTS: '3' })
    const heavy = async () => (await test.send('POST', '/api/v1/simulate/bandit', {})).status
    const light = async () => (await test.send('GET', '/api/v1/projects')).status

    expect([await heavy(), await heavy(), await heavy()]).toEqual([422, 429, 429])
    expect([await light(), await light(), await light()]).toEqual([200, 200, 429])
    await test.close()
  })
})

describe('AB_RATE_LIMIT_ENABLED=false', () => {
  it('turns every limit off', async () => {
    const test = await newTestApp({
      ...{ AB_RATE_LIMIT_ENABLED: 'false', AB_RATE_LIMIT_REQUESTS: '1', AB_AUTH_FAILURE_LIMIT: '1' },
      AB_API_TOKEN: 'write-token-1',
    })
    const call = async (token: string) =>
      (await test.send('GET', '/api/v1/projects', undefined, { 'x-api-key': token })).status

    expect([await call('write-token-1'), await call('write-token-1')]).toEqual([200, 200])
    expect([await call('guess-0000'), await call('guess-0000'), await call('guess-0000')]).toEqual([401, 401, 401])
    await test.close()
  })
})

describe('a page of an allowed origin', () => {
  const READ = 'read-token-22'
  const env = { AB_API_TOKEN: 'write-token-1', AB_READONLY_API_TOKEN: READ, AB_MAX_REQUEST_BODY_BYTES: '1024' }
  const bearer = { authorization: 'Bearer write-token-1' }

  it.each([
    [401, 'GET', '/api/v1/projects', {}, undefined],
    [403, 'POST', '/api/v1/projects', { authorization: `Bearer ${READ}` }, '{}'],
    [413, 'POST', '/api/v1/projects', bearer, `"${'x'.repeat(2000)}"`],
    [422, 'POST', '/api/v1/projects', bearer, '{}'],
    [404, 'GET', '/api/v1/nowhere', bearer, undefined],
  ] as const)('reads a %i', async (status, method, path, headers, body) => {
    const test = await newTestApp(env)
    const answer = await test.send(method, path, body, { ...headers, origin: ORIGIN })

    expect(answer.status).toBe(status)
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN)
    expect(String(answer.headers['access-control-expose-headers'])).toContain('X-Request-ID')
    await test.close()
  })

  it('reads a 429 and its Retry-After', async () => {
    const test = await newTestApp({ AB_RATE_LIMIT_REQUESTS: '1' })
    const call = () => test.send('GET', '/api/v1/projects', undefined, { origin: ORIGIN })
    await call()
    const { status, headers } = await call()

    expect(status).toBe(429)
    expect(headers['access-control-allow-origin']).toBe(ORIGIN)
    expect(String(headers['access-control-expose-headers'])).toContain('Retry-After')
    await test.close()
  })

  it('may send every method and header that the API reads', async () => {
    const test = await newTestApp(env)
    const { headers, statusCode } = await test.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/keys/x',
      headers: { origin: ORIGIN, 'access-control-request-method': 'PATCH' },
    })

    expect(statusCode).toBe(204)
    expect(String(headers['access-control-allow-methods']).split(', ')).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    )
    expect(String(headers['access-control-allow-headers']).split(', ')).toEqual(
      expect.arrayContaining([
        ...['Content-Type', 'Authorization', 'X-API-Key', 'X-AB-LLM-Provider', 'X-AB-LLM-Token'],
        ...['Idempotency-Key', 'If-Match', 'If-None-Match', 'Prefer'],
      ]),
    )
    await test.close()
  })
})
