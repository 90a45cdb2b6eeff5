import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { send } from './http-load.ts'
import { appendExposures } from './raw/append-exposures.ts'
import { startServerProcess } from './server-process.ts'

// Durable ingestion of one NDJSON body: new users, then the same lines again, then new ones as gzip, beside the bare appender.
const [events = 1_000_000] = process.argv.slice(2).map(Number)
const NDJSON = { 'content-type': 'application/x-ndjson' }
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))

try {
  const raw = await appenderRate(join(folder, 'raw.duckdb'))
  const server = await startServerProcess(join(folder, 'data'))
  const path = `/api/v1/experiments/${await createProject(server.port)}/events`
  const plain = lines('user')
  const firstRate = await rateOf(server.port, path, plain, {})
  const againRate = await rateOf(server.port, path, plain, {})
  const zippedRate = await rateOf(server.port, path, gzipSync(lines('more')), { 'content-encoding': 'gzip' })
  await server.stop()
  print('ndjson-ingestion', firstRate, raw, 0.35)
  print('ndjson-retries', againRate, firstRate, 1)
  print('ndjson-gzip', zippedRate, raw, 0.2)
} finally {
  rmSync(folder, { recursive: true })
}

async function appenderRate(path: string): Promise<number> {
  const userIds = Array.from({ length: events }, (_, index) => `user-${index}`)
  const start = performance.now()
  await appendExposures(path, userIds)
  return events / ((performance.now() - start) / 1000)
}

async function createProject(port: number): Promise<string> {
  const body = Buffer.from(JSON.stringify(EXAMPLE_PROJECT))
  const answer = await send(port, { method: 'POST', path: '/api/v1/projects', body })
  return (JSON.parse(answer) as { readonly id: string }).id
}

function lines(name: string): Buffer {
  const line = (index: number) =>
    `{"kind":"exposure","user_id":"${name}-${index}","variation_index":${index % 2},"occurred_at":"2026-05-01T09:00:00Z"}\n`
  return Buffer.from(Array.from({ length: events }, (_, index) => line(index)).join(''))
}

async function rateOf(port: number, path: string, body: Buffer, headers: Record<string, string>): Promise<number> {
  const start = performance.now()
  const answer = await send(port, { method: 'POST', path, body, headers: { ...NDJSON, ...headers } })
  const seconds = (performance.now() - start) / 1000
  const { received, refused_total } = JSON.parse(answer) as {
    readonly received: number
    readonly refused_total: number
  }
  if (received !== events || refused_total !== 0) throw new Error(`${path}: ${answer.slice(0, 300)}`)
  return events / seconds
}

function print(bench: string, rate: number, raw: number, bar: number): void {
  const figures = { events, events_per_second: Math.round(rate), raw_per_second: Math.round(raw) }
  console.log(JSON.stringify({ bench, ...figures, ratio: Number((rate / raw).toFixed(3)), bar: `>= ${bar}` }))
}
