import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { type Call, percentile, send, sendAll } from './http-load.ts'
import { appendExposures } from './raw/append-exposures.ts'
import { startServerProcess } from './server-process.ts'

// Durable ingestion over HTTP: new users in batches of 1,000, then the same batches again, beside the bare appender.
const [events = 500_000, connections = 8] = process.argv.slice(2).map(Number)
const BATCH = 1000
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))

try {
  const raw = await appenderRate(join(folder, 'raw.duckdb'))
  const server = await startServerProcess(join(folder, 'data'))
  const body = Buffer.from(JSON.stringify(EXAMPLE_PROJECT))
  const { id } = JSON.parse(await send(server.port, { method: 'POST', path: '/api/v1/projects', body })) as {
    id: string
  }
  const calls = batches(id)
  const first = await sendAll(server.port, calls, connections)
  const again = await sendAll(server.port, calls, connections)
  await server.stop()
  const [firstRate, againRate] = [events / first.seconds, events / again.seconds]
  print('http-ingestion', firstRate, raw, 0.2, { p99_ms: Number(percentile(first.milliseconds, 0.99).toFixed(1)) })
  print('http-retries', againRate, firstRate, 1, {})
} finally {
  rmSync(folder, { recursive: true })
}

async function appenderRate(path: string): Promise<number> {
  const userIds = Array.from({ length: events }, (_, index) => `user-${index}`)
  const start = performance.now()
  await appendExposures(path, userIds)
  return events / ((performance.now() - start) / 1000)
}

function batches(id: string): readonly Call[] {
  const path = `/api/v1/experiments/${id}/exposures`
  return Array.from({ length: events / BATCH }, (_, batch) => {
    const exposures = Array.from({ length: BATCH }, (_, index) => ({
      user_id: `user-${batch * BATCH + index}`,
      variation_index: index % 2,
      occurred_at: '2026-05-01T09:00:00Z',
    }))
    return { method: 'POST', path, body: Buffer.from(JSON.stringify({ exposures })) }
  })
}

function print(bench: string, rate: number, raw: number, bar: number, more: Record<string, number>): void {
  const figures = { events, connections, events_per_second: Math.round(rate), raw_per_second: Math.round(raw) }
  console.log(JSON.stringify({ bench, ...figures, ...more, ratio: Number((rate / raw).toFixed(3)), bar: `>= ${bar}` }))
}
