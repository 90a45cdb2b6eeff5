import { openDuckDbEventStore } from './duckdb-event-store.ts'

/**
 * A child process of the durability test, under a limit on file sizes: appends batches of 2,000 users, three times as many
 * as fit, and prints for each whether it was stored.
 */
const store = await openDuckDbEventStore({ path: process.argv[2]! })

for (let batch = 0; batch < 40; batch += 1) {
  const items = Array.from({ length: 2_000 }, (_, at) => ({ userId: `user-${batch}-${at}`, arm: 0, occurredAt: null }))
  const outcome = await store.append({ experimentId: 'x', receivedAt: batch, kind: 'exposures', items }).then(
    () => 'stored',
    (error: Error) => `${error.name}: ${error.message}`,
  )
  process.stdout.write(`${outcome}\n`)
}
await store.close()
