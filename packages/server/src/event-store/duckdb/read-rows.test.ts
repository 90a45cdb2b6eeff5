import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, it } from 'vitest'
import { createTables } from './experiment-schema.ts'
import { readRows } from './read-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'verdict-rows-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CONVERSIONS = 1_500_000
const USERS = 500_000

it('a page of a large experiment is read in little memory, and nothing is laid aside on disk', async () => {
  const path = join(folder, 'events.duckdb')
  await fill(path)
  const instance = await DuckDBInstance.create(path, { memory_limit: '40MiB', temp_directory: '' })
  const connection = await instance.connect()
  await connection.run('use e1')
  const request = { experimentId: 'e', until: null, most: 20_000 } as const
  const stored = { experimentNumber: 1, experimentId: 'e', sequence: CONVERSIONS + USERS }

  const first = await readRows(connection, { ...request, kind: 'conversions', after: 0 }, stored)
  const middle = await readRows(connection, { ...request, kind: 'conversions', after: CONVERSIONS / 2 }, stored)
  const exposed = await readRows(connection, { ...request, kind: 'exposures', after: CONVERSIONS }, stored)

  const counts = [first, middle, exposed].map(({ page, next }) => [page.rows.length, next])
  const [afterFirst, afterMiddle] = [20_000, CONVERSIONS / 2 + 20_000]
  expect(counts).toEqual([
    ...[
      [20_000, afterFirst],
      [20_000, afterMiddle],
    ],
    [20_000, CONVERSIONS + 20_000],
  ])
  connection.closeSync()
  instance.closeSync()
}, 60_000)

async function fill(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run('create schema e1')
  await createTables(connection, 'e1')
  await connection.run(`
    use e1;
    insert into users select range, md5(range::varchar) from range(${USERS});
    insert into names values (0, 0, 'buy');
    insert into conversions
      select hash(range) % ${USERS}, 0, random(), range, range, range + 1, md5(range::varchar) from range(${CONVERSIONS});
    insert into exposures select range, 0, range, range, range + 1 + ${CONVERSIONS} from range(${USERS});
    checkpoint`)
  connection.closeSync()
  instance.closeSync()
}
