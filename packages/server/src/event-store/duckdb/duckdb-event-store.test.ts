import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { describeEventStore, type Engine } from '../event-store.case.ts'
import { describeRemovedRows } from '../rows.case.ts'
import { openDuckDbEventStore } from './duckdb-event-store.ts'

describe('the DuckDB event store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-events-'))
  let fileCount = 0

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const newEngine = (): Engine => {
    fileCount += 1
    const path = join(folder, `events-${fileCount}.duckdb`)
    return { open: () => openDuckDbEventStore({ path }) }
  }

  describeEventStore(newEngine)
  describeRemovedRows(newEngine)
})
