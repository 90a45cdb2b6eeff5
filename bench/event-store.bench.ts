import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { openDuckDbEventStore } from '../packages/server/src/event-store/duckdb/duckdb-event-store.ts'
import type { EventStore, Exposure, MetricQuery, ReadoutQuery } from '../packages/server/src/event-store/event-store.ts'
import { onEventFile } from './duckdb-file.ts'
import { appendExposures } from './raw/append-exposures.ts'

/**
 * The DuckDB event store beside its raw limits; one JSON line a measurement.
 * Usage: tsx bench/event-store.bench.ts [users] [events]
 */
const [users = 1_000_000, events = 10_000_000] = process.argv.slice(2).map(Number)
const BATCH_ITEMS = 1_000
/** Batches under way at once: callers wait for their answers. */
const CALLERS = 32
const RUNS = 7
const METRICS: readonly MetricQuery[] = [
  { name: 'primary', outcome: 'sum' },
  { name: 'guardrail-1', outcome: 'sum' },
  { name: 'guardrail-2', outcome: 'converted' },
]

interface ReadoutSize {
  readonly users: number
  readonly events: number
  readonly metricCount: 1 | 3
}

const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))

try {
  print(await measureIngestion())
  print(await measureReadout({ users, events, metricCount: 1 }))
  print(await measureReadout({ users, events, metricCount: 3 }))
} finally {
  rmSync(folder, { recursive: true })
}

function print(result: object): void {
  console.log(JSON.stringify(result))
}

/** Exposures of users never seen before, then the same again, beside DuckDB's appender alone with the same rows. */
async function measureIngestion(): Promise<object> {
  const userIds = Array.from({ length: users }, (_, at) => uuidOf(at))
  const rawMs = await time(() => appendExposures(join(folder, 'raw.duckdb'), userIds))
  const path = join(folder, 'ingestion.duckdb')
  const items = userIds.map((userId, at): Exposure => ({ userId, arm: at % 2, occurredAt: 1_700_000_000_000 + at }))
  const store = await openDuckDbEventStore({ path })
  const firstMs = await time(() => appendAll(store, items))
  const againMs = await time(() => appendAll(store, items))
  await store.close()
  const loadMs = await timeIndexLoad(path)
  const rate = (ms: number) => Math.round((users / ms) * 1000)
  return {
    bench: 'ingestion in process',
    users,
    events_per_s: rate(firstMs),
    raw_per_s: rate(rawMs),
    ratio: Number((rawMs / firstMs).toFixed(2)),
    repeated_per_s: rate(againMs),
    index_load_ms: Math.round(loadMs),
  }
}

async function appendAll(store: EventStore, items: readonly Exposure[]): Promise<void> {
  let next = 0
  const caller = async () => {
    while (next < items.length) {
      const from = next
      next += BATCH_ITEMS
      const batch = items.slice(from, from + BATCH_ITEMS)
      await store.append({ experimentId: 'bench', receivedAt: 1_700_000_000_000, kind: 'exposures', items: batch })
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
}

/** The first look-up after opening loads the experiment's index. */
async function timeIndexLoad(path: string): Promise<number> {
  const store = await openDuckDbEventStore({ path })
  const ms = await time(() => store.findArm('bench', 'nobody'))
  await store.close()
  return ms
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function uuidOf(at: number): string {
  const hex = createHash('md5').update(String(at)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The cold readout (primary, guardrails, one covariate, five strata, exclusions on) beside one group-by for one metric. */
async function measureReadout(size: ReadoutSize): Promise<object> {
  const path = join(folder, 'readout.duckdb')
  const query = queryOf(size)
  await createExperiment(path, query)
  await onEventFile(path, connection => fill(connection, size))
  const rawMs = await onEventFile(path, connection => bestOf(() => connection.runAndReadAll(readRaw('one-metric'))))
  const readoutMs = await timeReadout(path, query)
  rmSync(path)
  const ratio = Number((readoutMs / rawMs).toFixed(2))
  return { bench: 'cold readout', ...size, readout_ms: readoutMs, raw_ms: rawMs, ratio, bar: 2.5 }
}

function queryOf({ metricCount }: ReadoutSize): ReadoutQuery {
  return {
    experimentId: 'bench',
    armCount: 2,
    metrics: [METRICS[0]!, ...METRICS.slice(1, metricCount)],
    pairedWith: null,
    readsClusters: false,
    readsHistograms: false,
    quarteredBy: null,
    attributionWindowDays: 14,
    rateSpike: { maxEvents: 100, windowMinutes: 60 },
    timingHorizonDays: 14,
    maxCovariates: 5,
    maxStrata: 10,
  }
}

/** One row of each kind creates the tables and the names that the filling refers to. */
async function createExperiment(path: string, { metrics }: ReadoutQuery): Promise<void> {
  const store = await openDuckDbEventStore({ path })
  const batch = { experimentId: 'bench', receivedAt: 0 }
  const userId = 'first'
  const conversion = { userId, value: 1, idempotencyKey: null, occurredAt: null }
  await store.append({ ...batch, kind: 'exposures', items: [{ userId, arm: 0, occurredAt: 1_700_000_000_000 }] })
  await store.append({
    ...batch,
    kind: 'conversions',
    items: metrics.map(({ name }) => ({ ...conversion, metric: name })),
  })
  await store.append({ ...batch, kind: 'pre_period', items: [{ userId, covariate: 'before', value: 1 }] })
  await store.append({ ...batch, kind: 'strata', items: [{ userId, stratum: 's0' }] })
  await store.close()
}

async function fill(connection: DuckDBConnection, { metricCount }: ReadoutSize): Promise<void> {
  const text = readRaw('fill-events')
    .replaceAll('$users', String(users))
    .replaceAll('$events', String(events))
    .replaceAll('$metrics', String(metricCount))
  await connection.run(text)
  await connection.run('checkpoint')
}

async function timeReadout(path: string, query: ReadoutQuery): Promise<number> {
  const store = await openDuckDbEventStore({ path })
  const ms = await bestOf(() => store.readout(query))
  await store.close()
  return ms
}

async function bestOf(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await work()
    best = Math.min(best, performance.now() - start)
  }
  return Math.round(best)
}

function readRaw(name: string): string {
  return readFileSync(new URL(`./raw/${name}.duckdb.sql`, import.meta.url), 'utf8')
}
