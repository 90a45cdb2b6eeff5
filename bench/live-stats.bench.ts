import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { onEventFile } from './duckdb-file.ts'
import { type Call, percentile, send, sendAll } from './http-load.ts'
import { median } from './median.ts'
import { startServerProcess } from './server-process.ts'

// The read-out over HTTP at scale: cold, with one covariate and five strata, exclusions on, beside one hand-written
// group-by over the same tables for one metric; then again without new events, beside GET /health.
const [users = 1_000_000, events = 10_000_000] = process.argv.slice(2).map(Number)
const RUNS = 5
const REPEATS = 500
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
const dataDir = join(folder, 'data')

try {
  const id = await prepare()
  await fill()
  const raw = median(await timeRaw())
  const cold: number[] = []
  for (let run = 0; run < RUNS; run += 1) cold.push(await timeCold(id))
  const coldMs = median(cold)
  const figures = { users, events, cold_ms: Math.round(coldMs), raw_ms: Math.round(raw) }
  console.log(
    JSON.stringify({ bench: 'live-stats-cold', ...figures, ratio: Number((coldMs / raw).toFixed(2)), bar: '<= 2.5' }),
  )
  console.log(JSON.stringify(await timeRepeated(id)))
} finally {
  rmSync(folder, { recursive: true })
}

/** A continuous metric with one row of each kind: it creates the tables that the filling goes into. */
async function prepare(): Promise<string> {
  const server = await startServerProcess(dataDir)
  const metrics = {
    ...EXAMPLE_PROJECT.metrics,
    metric_type: 'continuous',
    std_dev: 12,
    baseline_value: 45,
    primary_metric_name: 'primary',
  }
  const post = (path: string, body: unknown) =>
    send(server.port, { method: 'POST', path, body: Buffer.from(JSON.stringify(body)) })
  const { id } = JSON.parse(await post('/api/v1/projects', { ...EXAMPLE_PROJECT, metrics })) as { id: string }
  const user_id = 'first'
  const experiment = `/api/v1/experiments/${id}`
  await post(`${experiment}/exposures`, {
    exposures: [{ user_id, variation_index: 0, occurred_at: '2023-11-14T22:13:20Z' }],
  })
  await post(`${experiment}/conversions`, { conversions: [{ user_id, metric: 'primary' }] })
  await post(`${experiment}/pre-period`, { pre_period_values: [{ user_id, value: 1 }] })
  await post(`${experiment}/strata`, { strata: [{ user_id, stratum: 's0' }] })
  await server.stop()
  return id
}

async function fill(): Promise<void> {
  const text = readFileSync(new URL('./raw/fill-events.duckdb.sql', import.meta.url), 'utf8')
  await onEventFile(join(dataDir, 'events.duckdb'), async connection => {
    const sizes = { users, events, metrics: 1 }
    await connection.run(
      text.replaceAll(/\$(users|events|metrics)/g, (_, name: keyof typeof sizes) => String(sizes[name])),
    )
    await connection.run('checkpoint')
  })
}

/** The file opened anew each time, as the server does; opening is not counted. */
async function timeRaw(): Promise<number[]> {
  const text = readFileSync(new URL('./raw/one-metric.duckdb.sql', import.meta.url), 'utf8')
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    times.push(
      await onEventFile(join(dataDir, 'events.duckdb'), connection => timed(() => connection.runAndReadAll(text))),
    )
  }
  return times
}

/** A fresh process each time, so nothing is remembered; start-up is not counted. */
async function timeCold(id: string): Promise<number> {
  const server = await startServerProcess(dataDir)
  await send(server.port, { method: 'GET', path: '/readyz' })
  const ms = await timed(() => send(server.port, readCall(id)))
  await server.stop()
  return ms
}

async function timeRepeated(id: string) {
  const server = await startServerProcess(dataDir)
  await send(server.port, readCall(id))
  const health: Call = { method: 'GET', path: '/health' }
  await sendAll(server.port, Array(REPEATS).fill(health), 1)
  const base = await sendAll(server.port, Array(REPEATS).fill(health), 1)
  const again = await sendAll(server.port, Array(REPEATS).fill(readCall(id)), 1)
  await server.stop()
  const [healthMs, againMs] = [percentile(base.milliseconds, 0.5), percentile(again.milliseconds, 0.5)]
  const figures = {
    p50_ms: Number(againMs.toFixed(2)),
    p99_ms: Number(percentile(again.milliseconds, 0.99).toFixed(2)),
  }
  const ratio = Number((againMs / healthMs).toFixed(2))
  return {
    bench: 'live-stats-again',
    users,
    events,
    ...figures,
    health_p50_ms: Number(healthMs.toFixed(2)),
    ratio,
    bar: '<= 3',
  }
}

function readCall(id: string): Call {
  return { method: 'GET', path: `/api/v1/experiments/${id}/live-stats` }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
