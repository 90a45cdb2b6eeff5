import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { openDuckDbEventStore } from '../packages/server/src/event-store/duckdb/duckdb-event-store.ts'
import type { EventStore, ReadoutQuery } from '../packages/server/src/event-store/event-store.ts'

/**
 * The cold readout beside a hand-written group-by for one metric over the same tables.
 * Usage: tsx bench/event-store.bench.ts [users] [events]
 */
const [users = 1_000_000, events = 10_000_000] = process.argv.slice(2).map(Number)
const RUNS = 5
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
const path = join(folder, 'events.duckdb')

const QUERY: ReadoutQuery = {
  experimentId: 'bench',
  armCount: 2,
  metrics: [
    { name: 'primary', outcome: 'sum' },
    { name: 'guardrail-1', outcome: 'sum' },
    { name: 'guardrail-2', outcome: 'converted' },
  ],
  attributionWindowDays: 14,
  rateSpike: { maxEvents: 100, windowMinutes: 60 },
  timingHorizonDays: 14,
  maxCovariates: 5,
  maxStrata: 10,
}

try {
  await createExperiment()
  await fill()
  const raw = await timeRaw()
  const readout = await timeReadout()
  const ratio = Number((readout / raw).toFixed(2))
  console.log(JSON.stringify({ bench: 'readout', users, events, readout_ms: readout, raw_ms: raw, ratio, bar: 2.5 }))
} finally {
  if (process.env.KEEP) console.log(path)
  else rmSync(folder, { recursive: true })
}

/** One row of each kind creates the tables and the names that the filling refers to. */
async function createExperiment(): Promise<void> {
  const store = await openDuckDbEventStore({ path })
  const batch = { experimentId: 'bench', receivedAt: 0 }
  const userId = 'first'
  await store.append({ ...batch, kind: 'exposures', items: [{ userId, arm: 0, occurredAt: 1_700_000_000_000 }] })
  const conversions = QUERY.metrics.map(({ name }) => ({
    userId,
    metric: name,
    value: 1,
    idempotencyKey: null,
    occurredAt: null,
  }))
  await store.append({ ...batch, kind: 'conversions', items: conversions })
  await store.append({ ...batch, kind: 'pre_period', items: [{ userId, covariate: 'before', value: 1 }] })
  const strata = Array.from({ length: 5 }, (_, at) => ({
    userId: at === 0 ? userId : `stratum-${at}`,
    stratum: `s${at}`,
  }))
  await store.append({ ...batch, kind: 'strata', items: strata.slice(0, 1) })
  await store.close()
}

async function fill(): Promise<void> {
  await onFile(async connection => {
    await connection.run("insert into names select 2, i, 's' || i from range(1, 5) as numbers(i)")
    const text = readFileSync(new URL('./raw/fill-events.duckdb.sql', import.meta.url), 'utf8')
    await connection.run(text.replaceAll('$users', String(users)).replaceAll('$events', String(events)))
    await connection.run('checkpoint')
  })
}

async function timeRaw(): Promise<number> {
  const sql = readFileSync(new URL('./raw/one-metric.duckdb.sql', import.meta.url), 'utf8')
  return onFile(connection => bestOf(() => connection.runAndReadAll(sql)))
}

async function timeReadout(): Promise<number> {
  const store: EventStore = await openDuckDbEventStore({ path })
  try {
    return await bestOf(() => store.readout(QUERY))
  } finally {
    await store.close()
  }
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

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>

async function onFile<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
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
