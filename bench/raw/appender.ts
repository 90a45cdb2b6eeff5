import { DuckDBInstance } from '@duckdb/node-api'

/** Rows a second of DuckDB's own appender, on disk: exposures as plain rows, no dedupe, no index, one flush a batch. */
export async function appenderRowsPerSecond(path: string, rows: number, batch: number): Promise<number> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run('create table exposures (user_id varchar, arm tinyint, client_time bigint, received_at bigint)')
  const start = performance.now()
  const appender = await connection.createAppender('exposures')
  for (let row = 0; row < rows; row += 1) {
    appender.appendVarchar(`user-${row}`)
    appender.appendTinyInt(row % 2)
    appender.appendBigInt(1_700_000_000_000n)
    appender.appendBigInt(1_700_000_000_000n)
    appender.endRow()
    if (row % batch === batch - 1) appender.flushSync()
  }
  appender.closeSync()
  const seconds = (performance.now() - start) / 1000
  connection.closeSync()
  instance.closeSync()
  return rows / seconds
}
