import { makeTemplate, TEST_POSTGRES } from './open-test-database.ts'
import { reasonWithoutPostgres, startPostgres } from './start-postgres.ts'

/** One server for the whole run; every test has a database of its own. */
export async function setup(): Promise<() => Promise<void>> {
  const reason = reasonWithoutPostgres()
  if (reason !== null) {
    process.stdout.write(`${reason}\n`)
    return async () => undefined
  }
  const server = await startPostgres()
  await makeTemplate(server.url)
  process.env[TEST_POSTGRES] = server.url
  return () => server.stop()
}
