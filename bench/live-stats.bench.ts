import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onEventFile } from './duckdb-file.ts'
import { fillExperiment } from './filled-experiment.ts'
import { type Call, percentile, send, sendAll } from './http-load.ts'
import { median } from './median.ts'
import { startServerProcess } from './server-process.ts'

// The read-out over HTTP at scale: cold, with two guardrails, one covariate and five strata, exclusions on, beside one
// hand-written group-by over the same tables for one metric; then again without new events, beside GET /health.
const [users = 1_000_000, events = 10_000_000] = process.argv.slice(2).map(Number)
const RUNS = 5
const REPEATS = 500
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
const dataDir = join(folder, 'data')

try {
  const id = await fillExperiment(dataDir, { users, events })
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
