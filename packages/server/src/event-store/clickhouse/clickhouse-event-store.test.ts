import { afterAll, beforeAll, describe } from 'vitest'
import { describeEventStore, type Engine } from '../event-store.case.ts'
import { describeRemovedRows } from '../rows.case.ts'
import { openClickHouseEventStore } from './clickhouse-event-store.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from './test-engine/start-chdb.ts'

const reason = reasonWithoutChdb()
if (reason !== null) process.stdout.write(`${reason}\n`)

describe.skipIf(reason !== null)('the ClickHouse event store', () => {
  let chdb: Chdb
  let databaseCount = 0

  beforeAll(async () => {
    chdb = await startChdb()
  })
  afterAll(async () => {
    await chdb.stop()
  })

  const newEngine = (): Engine => {
    databaseCount += 1
    const database = `verdict_${databaseCount}`
    return { open: () => openClickHouseEventStore({ url: chdb.url, database }) }
  }

  describeEventStore(newEngine)
  describeRemovedRows(newEngine)
})
