import { openDuckDbEventStore } from './duckdb-event-store.ts'

/** A child process of the durability test: appends batch after batch and prints the number of each acknowledged one. */
const [path, firstBatch] = process.argv.slice(2)
const store = await openDuckDbEventStore({ path: path! })

async function appendForever(lane: number): Promise<void> {
  for (let batch = Number(firstBatch) + lane; ; batch += 2) {
    const userIds = Array.from({ length: 50 }, (_, at) => `user-${batch}-${at}`)
    const conversions = userIds.map(userId => ({
      userId,
      metric: `batch-${batch}`,
      value: 1,
      idempotencyKey: userId,
      occurredAt: null,
    }))
    await store.append({ experimentId: `x${batch % 3}`, receivedAt: batch, kind: 'conversions', items: conversions })
    process.stdout.write(`${batch}\n`)
  }
}

await Promise.all([appendForever(0), appendForever(1)])
