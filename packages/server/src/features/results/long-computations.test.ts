import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let app: TestApp
let url: string

beforeAll(async () => {
  app = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  url = await app.app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  await app.close()
})

/** Values without ties, the same on every run. */
function values(count: number, shift = 0): number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) * 100 + shift)
}

function bootstrap(count: number, draws: number) {
  const ranked = { control_values: values(count), treatment_values: values(count, 3), draws }
  return { metric_type: 'bootstrap', ranked }
}

describe('work over 20 ms', () => {
  it('gives in a thread what it gives on the event loop', async () => {
    const here = await app.send('POST', '/api/v1/results', bootstrap(300, 2000))
    const inThread = await app.send('POST', '/api/v1/results', bootstrap(2500, 2000))

    expect(here.status).toBe(200)
    expect(inThread.status).toBe(200)
    expect(inThread.body).toMatchObject({ metric_type: 'bootstrap', observed_effect: 3 })
  })

  it('leaves the event loop free', async () => {
    let isDone = false
    const long = app.send('POST', '/api/v1/results', bootstrap(20_000, 2000)).then(answer => {
      isDone = true
      return answer
    })

    const health = await app.send('GET', '/health')

    expect(health.status).toBe(200)
    expect(isDone).toBe(false)
    expect((await long).status).toBe(200)
  })

  it('is computed once for those who ask the same at the same time', async () => {
    const body = bootstrap(20_000, 1000)

    const [single, ...many] = await Promise.all(
      Array.from({ length: 7 }, () => app.send('POST', '/api/v1/results', body)),
    )

    // Six at once would need places that admission does not have.
    expect(single!.status).toBe(200)
    for (const answer of many) expect(answer.body).toEqual(single!.body)
  })

  it('answers 429 with Retry-After when all places are taken', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(extra => app.send('POST', '/api/v1/results', bootstrap(30_000 + extra, 2000))),
    )

    const refused = answers.filter(({ status }) => status === 429)

    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    expect(refused[0]!.body).toMatchObject({ error_code: 'compute_capacity_exceeded', status_code: 429 })
    expect(refused[0]!.headers).toMatchObject({ 'retry-after': '2' })
  })

  it('stops when the caller goes, and its place is free again', async () => {
    const departure = new AbortController()
    const left = fetch(`${url}/api/v1/results`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bootstrap(100_000, 20_000)),
      signal: departure.signal,
    })
    await nothingFor(600)
    departure.abort()
    await expect(left).rejects.toThrow()
    await nothingFor(300)

    const answers = await Promise.all([1, 2].map(n => app.send('POST', '/api/v1/results', bootstrap(5000 + n, 2000))))

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })
})

describe('a job', () => {
  const prefer = { prefer: 'respond-async' }

  it('is answered 202, tells its progress, and gives the same result', async () => {
    const body = bootstrap(60_000, 5000)
    const accepted = await app.send('POST', '/api/v1/results', body, prefer)

    const shares: number[] = []
    const job = await finished(accepted.body.id, shares)

    expect(accepted.status).toBe(202)
    expect(accepted.headers).toMatchObject({
      location: `/api/v1/jobs/${accepted.body.id}`,
      'preference-applied': 'respond-async',
    })
    expect(job).toMatchObject({ status: 'succeeded', progress: 1, error: null })
    expect(job.result).toMatchObject({ metric_type: 'bootstrap', observed_effect: 3 })
    expect(shares.some(share => share > 0 && share < 1)).toBe(true)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  it('is not needed for short work, which is answered at once', async () => {
    const answer = await app.send('POST', '/api/v1/results', bootstrap(100, 100), prefer)

    expect(answer.status).toBe(200)
  })

  it('can be cancelled, and is then gone', async () => {
    const { body } = await app.send('POST', '/api/v1/results', bootstrap(100_000, 50_000), prefer)

    const cancelled = await app.app.inject({ method: 'DELETE', url: `/api/v1/jobs/${body.id}` })
    const after = await app.send('GET', `/api/v1/jobs/${body.id}`)

    expect(cancelled.statusCode).toBe(204)
    expect(after).toMatchObject({ status: 404, body: { error_code: 'job_not_found' } })
  })

  it('keeps the error that the operation would have answered', async () => {
    const arm = (count: number) => ({
      durations: Array.from({ length: count }, (_, i) => i % 1000),
      events_observed: Array.from({ length: count }, () => false),
      covariates: [Array.from({ length: count }, (_, i) => i % 7)],
    })
    const body = { control_arm: arm(200_000), treatment_arm: arm(200_000), test_type: 'cox' }
    const accepted = await app.send('POST', '/api/v1/results/survival', body, prefer)

    const job = await finished(accepted.body.id, [])

    expect(job).toMatchObject({
      status: 'failed',
      result: null,
      error: { status_code: 400, error_code: 'bad_request' },
    })
  })

  it('is not shown to another caller', async () => {
    const guarded = await newTestApp({ AB_API_TOKEN: 'write-token-1', AB_READONLY_API_TOKEN: 'read-token-22' })
    const as = (token: string) => ({ authorization: `Bearer ${token}` })
    const { body } = await guarded.send('POST', '/api/v1/results', bootstrap(100_000, 10_000), {
      ...prefer,
      ...as('read-token-22'),
    })

    const other = await guarded.send('GET', `/api/v1/jobs/${body.id}`, undefined, as('write-token-1'))
    const own = await guarded.send('GET', `/api/v1/jobs/${body.id}`, undefined, as('read-token-22'))

    expect(other.status).toBe(404)
    expect(own.status).toBe(200)
    await guarded.close()
  })

  it('does not exist before it was asked for', async () => {
    const answer = await app.send('GET', '/api/v1/jobs/nothing')

    expect(answer).toMatchObject({ status: 404, body: { error_code: 'job_not_found' } })
  })
})

describe('bodies with samples', () => {
  it('may be larger than others', async () => {
    const sample = values(100_000)
    const body = {
      metric_type: 'mann_whitney',
      ranked: { control_values: sample, treatment_values: values(100_000, 1) },
    }

    const answer = await app.send('POST', '/api/v1/results', body)

    expect(answer.status).toBe(200)
    expect(JSON.stringify(body).length).toBeGreaterThan(1_048_576)
  })

  it('are refused above AB_MAX_COMPUTE_BODY_BYTES', async () => {
    const small = await newTestApp({ AB_MAX_COMPUTE_BODY_BYTES: '2000' })

    const answer = await small.send('POST', '/api/v1/results', bootstrap(1000, 100))

    expect(answer).toMatchObject({ status: 413, body: { error_code: 'request_body_too_large' } })
    expect(answer.body.detail).toContain('2000')
    await small.close()
  })

  it('leave other routes at the general limit', async () => {
    const answer = await app.send('POST', '/api/v1/calculate', { padding: 'x'.repeat(1_100_000) })

    expect(answer.status).toBe(413)
  })
})

async function finished(id: string, shares: number[]) {
  for (;;) {
    const { body } = await app.send('GET', `/api/v1/jobs/${id}`)
    shares.push(body.progress)
    if (body.finished_at !== null) return body
    await nothingFor(50)
  }
}

function nothingFor(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
