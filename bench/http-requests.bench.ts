import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { type Call, percentile, send, sendAll } from './http-load.ts'
import { median } from './median.ts'
import { sendPaced } from './paced-load.ts'
import { startServerProcess } from './server-process.ts'
import { rounded } from './two-sides.ts'

// Small requests over HTTP beside GET /health, in turn, from one load generator on the same cores: sizing by the z test
// (another baseline each time), and assignment (a user not seen before each time).
const [requests = 4000, rounds = 5, connections = 4] = process.argv.slice(2).map(Number)
const PACED_PER_SECOND = 1000
const PACED_SECONDS = 5
const HEALTH: Call = { method: 'GET', path: '/health' }
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))

try {
  const { port, stop } = await startServerProcess(join(folder, 'data'))
  const { id } = JSON.parse(await send(port, postCall('/api/v1/projects', EXAMPLE_PROJECT))) as { id: string }
  const assignCalls = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => assignCall(id, `user-${from + at}`))
  print(await compare(port, 'http-calculate', calculateCalls), ['p50_alone_ms <= 1'])
  const assigned = await compare(port, 'http-assign', assignCalls)
  const pacedCount = PACED_PER_SECOND * PACED_SECONDS
  const pacedHealth = await sendPaced(port, Array<Call>(pacedCount).fill(HEALTH), PACED_PER_SECOND)
  const paced = await sendPaced(port, assignCalls(pacedCount, 1e7), PACED_PER_SECOND)
  const figures = {
    ...assigned,
    paced_per_second: PACED_PER_SECOND,
    p50_paced_ms: rounded(percentile(paced, 0.5)),
    p99_paced_ms: rounded(percentile(paced, 0.99)),
    health_p99_paced_ms: rounded(percentile(pacedHealth, 0.99)),
  }
  print(figures, ['p99_paced_ms <= 5'])
  await stop()
} finally {
  rmSync(folder, { recursive: true })
}

/** Requests a second of both in turn, the first pair not counted; then latency with one request at a time. */
async function compare(port: number, bench: string, callsOf: (count: number, from: number) => readonly Call[]) {
  const health = Array<Call>(requests).fill(HEALTH)
  const rates: { readonly own: number[]; readonly health: number[] } = { own: [], health: [] }
  let milliseconds: readonly number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const base = await sendAll(port, health, connections)
    const own = await sendAll(port, callsOf(requests, round * requests), connections)
    if (round === 0) continue
    rates.health.push(requests / base.seconds)
    rates.own.push(requests / own.seconds)
    milliseconds = own.milliseconds
  }
  const alone = await sendAll(port, callsOf(Math.ceil(requests / 4), 1e6), 1)
  return {
    bench,
    requests,
    rounds,
    connections,
    per_second: Math.round(median(rates.own)),
    health_per_second: Math.round(median(rates.health)),
    ratio: rounded(median(rates.own.map((rate, round) => rate / rates.health[round]!))),
    p50_ms: rounded(percentile(milliseconds, 0.5)),
    p99_ms: rounded(percentile(milliseconds, 0.99)),
    p50_alone_ms: rounded(percentile(alone.milliseconds, 0.5)),
    p99_alone_ms: rounded(percentile(alone.milliseconds, 0.99)),
  }
}

function print(figures: object, more: readonly string[]): void {
  console.log(JSON.stringify({ ...figures, bar: ['ratio >= 0.4', ...more].join(', ') }))
}

function calculateCalls(count: number, from: number): readonly Call[] {
  return Array.from({ length: count }, (_, at) =>
    postCall('/api/v1/calculate', {
      metric_type: 'binary',
      baseline_value: 0.04 + (from + at) * 1e-8,
      mde_pct: 5,
      alpha: 0.05,
      power: 0.8,
      expected_daily_traffic: 12_000,
      audience_share_in_test: 0.6,
      traffic_split: [50, 50],
      variants_count: 2,
    }),
  )
}

function assignCall(id: string, userId: string): Call {
  return postCall(`/api/v1/experiments/${id}/assign`, { user_id: userId, attributes: { country: 'DE' } })
}

function postCall(path: string, body: unknown): Call {
  return { method: 'POST', path, body: Buffer.from(JSON.stringify(body)) }
}
