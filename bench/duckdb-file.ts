import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** Works on an event file directly, in the schema of its first experiment, while no server holds it. */
export async function onEventFile<T>(path: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(path, { memory_limit: '2GiB' })
  const connection = await instance.connect()
  try {
    await connection.run('use e1')
    return await work(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
