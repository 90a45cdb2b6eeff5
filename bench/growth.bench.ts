import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onEventFile } from './duckdb-file.ts'
import { fillExperiment } from './filled-experiment.ts'
import { type Call, send, sendAll } from './http-load.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

// What the size of an experiment does: ingestion of new users, the first call after a start (the index is read), memory a
// stored user, and a cold read-out (primary and two guardrails, one covariate, five strata, exclusions on) beside one
// hand-written group-by for one metric. As many events as ten a user, ten million at most.
const [small = 100_000, medium = 1_000_000, large = 10_000_000] = process.argv.slice(2).map(Number)
const BATCH = 1000
const BATCHES = 100
const MOST_EVENTS = 10_000_000

const sizes = [small, medium, large]
const measured = []
for (const users of sizes) measured.push(await measure(users))
for (const figures of measured) print({ bench: 'growth', ...figures })
const [first, middle, last] = measured
const ofIngestion = last!.events_per_second / first!.events_per_second
print({ bench: 'growth-ingestion', from: small, to: large, ratio: rounded(ofIngestion), bar: '>= 0.7' })
print({ bench: 'growth-read', from: medium, to: large, ratio: rounded(last!.cold_ms / middle!.cold_ms), bar: '<= 12' })

async function measure(users: number) {
  const folder = await mkdtemp(join(tmpdir(), 'verdict-growth-'))
  try {
    const dataDir = join(folder, 'data')
    const events = Math.min(MOST_EVENTS, users * 10)
    const id = await fillExperiment(dataDir, { users, events })
    const raw = await rawRead(join(dataDir, 'events.duckdb'))
    const cold = await coldRead(dataDir, id)
    return {
      users,
      events,
      raw_ms: raw,
      ...cold,
      ratio: rounded(cold.cold_ms / raw),
      bar: '<= 2.5',
      ...(await ingest(dataDir, id, users)),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function rawRead(path: string): Promise<number> {
  const text = readFileSync(new URL('./raw/one-metric.duckdb.sql', import.meta.url), 'utf8')
  const times: number[] = []
  for (let run = 0; run < 3; run += 1) {
    times.push(await onEventFile(path, connection => timed(() => connection.runAndReadAll(text))))
  }
  return Math.round(Math.min(...times))
}

async function coldRead(dataDir: string, id: string) {
  const times: number[] = []
  let peak = 0
  for (let run = 0; run < 3; run += 1) {
    const server = await startServerProcess(dataDir)
    await send(server.port, { method: 'GET', path: '/readyz' })
    times.push(await timed(() => send(server.port, { method: 'GET', path: `/api/v1/experiments/${id}/live-stats` })))
    peak = Math.max(peak, statusOf(server, 'VmHWM'))
    await server.stop()
  }
  return { cold_ms: Math.round(Math.min(...times)), read_peak_mib: Math.round(peak / 1024) }
}

async function ingest(dataDir: string, id: string, users: number) {
  const server = await startServerProcess(dataDir)
  await send(server.port, { method: 'GET', path: '/readyz' })
  const before = statusOf(server, 'VmRSS')
  const [warm, ...calls] = batches(id)
  const index = await timed(() => send(server.port, warm!))
  const bytes = ((statusOf(server, 'VmRSS') - before) * 1024) / users
  const { seconds } = await sendAll(server.port, calls, 8)
  await server.stop()
  return {
    index_ms: Math.round(index),
    bytes_a_user: Math.round(bytes),
    events_per_second: Math.round((calls.length * BATCH) / seconds),
  }
}

function batches(id: string): readonly Call[] {
  const path = `/api/v1/experiments/${id}/exposures`
  return Array.from({ length: BATCHES + 1 }, (_, batch) => {
    const exposures = Array.from({ length: BATCH }, (_, index) => ({
      user_id: `new-user-${batch * BATCH + index}`,
      variation_index: index % 2,
      occurred_at: '2026-05-01T09:00:00Z',
    }))
    return { method: 'POST', path, body: Buffer.from(JSON.stringify({ exposures })) }
  })
}

/** In KiB, as the kernel counts. */
function statusOf({ process: child }: ServerProcess, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1])
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}

function print(figures: object): void {
  console.log(JSON.stringify(figures))
}
