import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { openDuckDbEventStore } from '../../packages/server/src/event-store/duckdb/duckdb-event-store.ts'
import type { MetricQuery, ReadoutQuery } from '../../packages/server/src/event-store/event-store.ts'

const RUNS = 7
const METRICS: readonly MetricQuery[] = [
  { name: 'primary', outcome: 'sum' },
  { name: 'guardrail-1', outcome: 'sum' },
  { name: 'guardrail-2', outcome: 'converted' },
]

export interface ReadoutSize {
  readonly users: number
  readonly events: number
  readonly metricCount: 1 | 3
}

/** The cold readout (primary, guardrails, one covariate, five strata, exclusions on) beside one group-by for one metric. */
export async function measureReadout(folder: string, size: ReadoutSize): Promise<object> {
  const path = join(folder, 'readout.duckdb')
  const query = queryOf(size)
  await createExperiment(path, query)
  await onFile(path, connection => fill(connection, size))
  const rawMs = await onFile(path, connection => bestOf(() => connection.runAndReadAll(readRaw('one-metric'))))
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

async function fill(connection: DuckDBConnection, { users, events, metricCount }: ReadoutSize): Promise<void> {
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
  return readFileSync(new URL(`../raw/${name}.duckdb.sql`, import.meta.url), 'utf8')
}

async function onFile<T>(path: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(path, { memory_limit: '2GiB' })
  const connection = await instance.connect()
  try {
    await connection.run('use e1')
    return await work(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
