import type { DuckDBConnection } from '@duckdb/node-api'

/** Every thread has such a table: 2^21 slots of some 50 bytes make 100 MiB a thread. */
const MOST_KEY_BITS = 21
const DEFAULT_BITS = 12

/**
 * Groups by person in a table that is addressed by the key itself, up to 2 million users: user keys are dense, so the
 * table is full. Measured at 1 M users and 10 M events: counting events takes a sixth of the processor time of hashing.
 */
export async function chooseGrouping(connection: DuckDBConnection, greatestUserKey: number): Promise<void> {
  // DuckDB counts a value for null and rounds up.
  const bits = Math.ceil(Math.log2(greatestUserKey + 3)) + 1
  await connection.run(
    `set perfect_ht_threshold = ${bits <= MOST_KEY_BITS + 1 ? Math.max(bits, DEFAULT_BITS) : DEFAULT_BITS}`,
  )
}
