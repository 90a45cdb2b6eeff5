import { afterAll, beforeAll, describe } from 'vitest'
import { describeEventStore } from '../event-store.case.ts'
import { openClickHouseEventStore } from './clickhouse-event-store.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from './test-engine/start-chdb.ts'
import { twoShards } from './test-engine/two-shards.ts'

const reason = reasonWithoutChdb()
if (reason !== null) process.stdout.write(`${reason}\n`)

describe.skipIf(reason !== null)('the ClickHouse event store on two shards', () => {
  let chdb: Chdb
  let databaseCount = 0

  beforeAll(async () => {
    chdb = await startChdb(twoShards())
  })
  afterAll(async () => {
    await chdb.stop()
  })

  describeEventStore(() => {
    databaseCount += 1
    const database = `verdict_${databaseCount}`
    const options = { url: chdb.url, database, cluster: 'two_shards', replication: null }
    return { open: () => openClickHouseEventStore(options) }
  })
})
