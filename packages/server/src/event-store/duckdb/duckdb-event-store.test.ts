import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { describeEventStore } from '../event-store.case.ts'
import { openDuckDbEventStore } from './duckdb-event-store.ts'

describe('the DuckDB event store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-events-'))
  let fileCount = 0

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  describeEventStore(() => {
    fileCount += 1
    const path = join(folder, `events-${fileCount}.duckdb`)
    return { open: () => openDuckDbEventStore({ path }) }
  })
})
