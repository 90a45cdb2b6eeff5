import { BIGINT, DuckDBDataChunk, DuckDBInstance, TINYINT, VARCHAR } from '@duckdb/node-api'

const CHUNK_ROWS = 2048

/** The raw limit of ingestion: DuckDB's appender alone, on disk, one commit at the end, no index, nothing deduplicated. */
export async function appendExposures(path: string, userIds: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run(
    'create table exposures(user_id varchar, arm tinyint, client_time bigint, received_at bigint, sequence bigint)',
  )
  await connection.run('begin transaction')
  const appender = await connection.createAppender('exposures')
  for (let from = 0; from < userIds.length; from += CHUNK_ROWS) {
    const ids = userIds.slice(from, from + CHUNK_ROWS)
    const chunk = DuckDBDataChunk.create([VARCHAR, TINYINT, BIGINT, BIGINT, BIGINT])
    chunk.rowCount = ids.length
    chunk.setColumns([
      ids,
      ids.map((_, at) => at % 2),
      ids.map((_, at) => BigInt(1_700_000_000_000 + at)),
      ids.map(() => 1_700_000_000_000n),
      ids.map((_, at) => BigInt(from + at)),
    ])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  await connection.run('commit')
  connection.closeSync()
  instance.closeSync()
}
