import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceFromFlags } from './import-mapping.ts'
import { type Item, openSource } from './source-rows.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-sources-'))
  writeFileSync(join(folder, 'rows.csv'), CSV)
  writeFileSync(join(folder, 'rows.csv.gz'), gzipSync(CSV))
  writeFileSync(
    join(folder, 'rows.jsonl'),
    '{"who":"001","paid":2.5}\n{"who":"b","paid":null}\n{"who":"ü😀","paid":-1}\n',
  )
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    `copy (select * from read_csv('${join(folder, 'rows.csv')}', all_varchar = false, types = {'who': 'varchar'})) to '${join(folder, 'rows.parquet')}'`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const CSV = 'who,paid\n001,2.5\nb,\nü😀,-1\n'
const MAPS = ['conversions.user_id=who', "conversions.metric=='paid'", 'conversions.value=paid']

async function read(file: string, skip = 0, size = 1000): Promise<readonly (readonly Item[])[]> {
  const rows = await openSource(sourceFromFlags('conversions', join(folder, file), MAPS))
  const batches: (readonly Item[])[] = []
  for await (const batch of rows.batches(skip, size)) batches.push(batch)
  rows.close()
  expect(rows.total).toBe(3)
  return batches
}

describe('openSource', () => {
  it.each(['rows.csv', 'rows.csv.gz', 'rows.jsonl', 'rows.parquet'])(
    'reads %s: ids as text, no key for what is missing',
    async file => {
      const [batch] = await read(file)

      expect(batch!.map(({ user_id, value }) => [user_id, value])).toEqual([
        ['001', 2.5],
        ['b', undefined],
        ['ü😀', -1],
      ])
      expect(batch![1]).not.toHaveProperty('value')
    },
  )

  it('gives each row a key of its own that a second reading repeats', async () => {
    const [first] = await read('rows.csv')
    const [second] = await read('rows.csv')

    const keys = first!.map(({ idempotency_key: key }) => key)
    expect(new Set(keys).size).toBe(3)
    expect(second!.map(({ idempotency_key: key }) => key)).toEqual(keys)
  })

  it('goes on after rows that were acknowledged, in batches', async () => {
    const batches = await read('rows.csv', 1, 1)

    expect(batches.map(batch => batch.map(({ user_id }) => user_id))).toEqual([['b'], ['ü😀']])
  })

  it.each([
    ['nothing.csv', /can not be read/],
    ['rows.docx', /name it .csv, .parquet or .jsonl/],
  ])('says what is wrong with %s', async (file, message) => {
    if (file.endsWith('docx')) writeFileSync(join(folder, file), 'x')

    await expect(openSource(sourceFromFlags('conversions', join(folder, file), MAPS))).rejects.toThrow(message)
  })

  it('keeps the zeros of ids that look like numbers', async () => {
    writeFileSync(join(folder, 'digits.csv'), 'who,paid\n007,1\n7,2\n')

    const rows = await openSource(sourceFromFlags('conversions', join(folder, 'digits.csv'), MAPS))
    const batches: (readonly Item[])[] = []
    for await (const items of rows.batches(0, 10)) batches.push(items)

    expect(batches[0]!.map(({ user_id }) => user_id)).toEqual(['007', '7'])
  })

  it('names the column that is not there', async () => {
    await expect(openSource(sourceFromFlags('strata', join(folder, 'rows.csv'), []))).rejects.toThrow(/user_id/)
  })
})
