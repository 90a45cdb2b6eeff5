import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureIngestion } from './event-store/measure-ingestion.ts'
import { measureReadout } from './event-store/measure-readout.ts'

/**
 * The DuckDB event store beside its raw limits; one JSON line a measurement.
 * Usage: tsx bench/event-store.bench.ts [users] [events]
 */
const [users = 1_000_000, events = 10_000_000] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))

try {
  print(await measureIngestion(folder, users))
  print(await measureReadout(folder, { users, events, metricCount: 1 }))
  print(await measureReadout(folder, { users, events, metricCount: 3 }))
} finally {
  rmSync(folder, { recursive: true })
}

function print(result: object): void {
  console.log(JSON.stringify(result))
}
