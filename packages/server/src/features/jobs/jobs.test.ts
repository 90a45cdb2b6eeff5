import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let runner: TestApp
let other: TestApp

beforeEach(async () => {
  runner = await newTestApp()
  other = await newTestApp({}, undefined, runner.db)
})
afterEach(async () => {
  await other.app.close()
  await runner.close()
})

const SHORT = bootstrap(5000, 41_000)
const LONG = bootstrap(100_000, 50_000)

function bootstrap(count: number, draws: number) {
  const values = (shift: number) => Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) * 100 + shift)
  return { metric_type: 'bootstrap', ranked: { control_values: values(0), treatment_values: values(3), draws } }
}

async function start(body: unknown): Promise<string> {
  const { status, body: job } = await runner.send('POST', '/api/v1/results', body, { prefer: 'respond-async' })
  expect([status, job.status]).toEqual([202, 'queued'])
  return `/api/v1/jobs/${job.id}`
}

describe('a job that one server runs', () => {
  it('is answered for by another, from the 202 to the result', async () => {
    const path = await start(SHORT)

    const first = await other.send('GET', path)
    const last = await eventually(other, path, ({ body }) => body.finished_at !== null)

    expect(first).toMatchObject({ status: 200, body: { result: null, error: null, finished_at: null } })
    expect(last.body).toMatchObject({ status: 'succeeded', progress: 1, error: null })
    expect(last.body.result).toMatchObject({ metric_type: 'bootstrap', observed_effect: 3 })
    expect(await runner.send('GET', path)).toMatchObject({ status: 200, body: last.body })
  })

  it('tells its progress there, and is cancelled there', async () => {
    const path = await start(LONG)
    const running = await eventually(other, path, ({ body }) => body.progress > 0)

    const cancelled = await other.send('DELETE', path)

    expect(running.body.status).toBe('running')
    expect(cancelled.status).toBe(204)
    expect([await status(runner, path), await status(other, path)]).toEqual([404, 404])
  })

  it('is failed for whoever reads it once its server is silent, and stays so', async () => {
    const path = await start(SHORT)
    other.clock.at += 31_000

    const { body } = await other.send('GET', path, undefined, { 'accept-language': 'de' })
    await nothingFor(1500)

    expect(body).toMatchObject({ status: 'failed', result: null, finished_at: '2026-05-01T09:00:31.000Z' })
    expect(body.error).toMatchObject({ error_code: 'job_interrupted', status_code: 503 })
    expect(body.error.detail).toContain('Server')
    expect((await runner.send('GET', path)).body).toMatchObject({ status: 'failed', result: null })
  })

  it('is failed when its server stops, at once', async () => {
    const path = await start(LONG)

    await runner.app.close()

    const { body } = await other.send('GET', path)
    expect(body).toMatchObject({ status: 'failed', error: { error_code: 'job_interrupted' } })
  })

  it('is gone a quarter of an hour after its end', async () => {
    const path = await start(LONG)
    await runner.app.close()

    other.clock.at += 15 * 60_000
    const before = await status(other, path)
    other.clock.at += 1
    const after = await status(other, path)

    expect([before, after]).toEqual([200, 404])
  })
})

async function status(server: TestApp, path: string): Promise<number> {
  return (await server.send('GET', path)).status
}

type Answer = Awaited<ReturnType<TestApp['send']>>

async function eventually(server: TestApp, path: string, isSo: (answer: Answer) => boolean) {
  for (;;) {
    const answer = await server.send('GET', path)
    if (isSo(answer)) return answer
    await nothingFor(50)
  }
}

function nothingFor(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
