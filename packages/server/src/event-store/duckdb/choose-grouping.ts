import type { DuckDBConnection } from '@duckdb/node-api'

/** Each thread has such a table: 2^21 slots of some 50 bytes make 100 MiB, 800 MiB for the eight threads at most. */
const GREATEST_USER_KEY = 2 ** 21
/** DuckDB's own. */
const DEFAULT_BITS = 12

/**
 * Groups by person in a table that is addressed by the key itself, up to 2 million users: user keys are dense, so the
 * table is full. Measured at 1 M users and 10 M events: counting events takes a sixth of the processor time of hashing.
 */
export async function chooseGrouping(connection: DuckDBConnection, greatestUserKey: number): Promise<void> {
  // One slot is for null, and DuckDB wants a bit more than it fills.
  const bits = Math.ceil(Math.log2(greatestUserKey + 3)) + 1
  const threshold = greatestUserKey > GREATEST_USER_KEY ? DEFAULT_BITS : Math.max(bits, DEFAULT_BITS)
  await connection.run(`set perfect_ht_threshold = ${threshold}`)
}
