import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openDuckDbEventStore } from '../../packages/server/src/event-store/duckdb/duckdb-event-store.ts'
import type { EventStore, Exposure } from '../../packages/server/src/event-store/event-store.ts'
import { appendExposures } from '../raw/append-exposures.ts'

const BATCH_ITEMS = 1_000
/** Batches under way at once: callers wait for their answers. */
const CALLERS = 32

/** Exposures of users never seen before, then the same again, beside DuckDB's appender alone with the same rows. */
export async function measureIngestion(folder: string, users: number): Promise<object> {
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
