import type { DuckDBConnection } from '@duckdb/node-api'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows } from './run-query.ts'

const NEWEST_ERASURE = readQuery('newest-erasure')

/** Rows were erased between the two transactions of a read: it has to begin anew. */
export class RowsErasedError extends Error {}

/**
 * Ends the transaction that has found the persons, and begins one whose statistics know them: DuckDB has none of uncommitted
 * rows, and joins take twice as long without. What is committed in between has greater sequences, which the queries leave
 * out: together they see the first transaction's snapshot.
 */
export async function takeSecondSnapshot(connection: DuckDBConnection): Promise<void> {
  const before = await newestErasure(connection)
  await connection.run('commit; begin transaction')
  if ((await newestErasure(connection)) !== before) throw new RowsErasedError('Rows were erased while they were read.')
}

async function newestErasure(connection: DuckDBConnection): Promise<number> {
  const [row] = await selectRows(connection, NEWEST_ERASURE)
  return numberOf(row!, 'sequence')
}
