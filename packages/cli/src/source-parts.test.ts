import { describe, expect, it } from 'vitest'
import { sourceParts } from './source-parts.ts'
import type { Item, SourceRows } from './source-rows.ts'

/** Counts how often it is read, and from where. */
function fakeRows(total: number): SourceRows & { readonly readings: number[] } {
  const readings: number[] = []
  return {
    total,
    readings,
    async *batches(skip, size) {
      readings.push(skip)
      for (let from = skip; from < total; from += size) {
        yield Array.from({ length: Math.min(size, total - from) }, (_, at): Item => ({ row: from + at }))
      }
    },
    close: () => undefined,
  }
}

async function rowsOf(batches: AsyncIterable<readonly Item[]>): Promise<readonly unknown[]> {
  const rows: unknown[] = []
  for await (const batch of batches) rows.push(...batch.map(({ row }) => row))
  return rows
}

const upFrom = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

describe('sourceParts', () => {
  it('gives every row once, in one reading', async () => {
    const source = fakeRows(4500)
    const parts: unknown[] = []

    for (const { from, batches } of sourceParts(source, 0, 2000)) parts.push([from, await rowsOf(batches())])

    expect(parts).toEqual([
      [0, upFrom(0, 2000)],
      [2000, upFrom(2000, 4000)],
      [4000, upFrom(4000, 4500)],
    ])
    expect(source.readings).toEqual([0])
  })

  it('begins after the rows that were acknowledged, and has nothing when all were', async () => {
    const source = fakeRows(1500)

    const [part] = [...sourceParts(source, 700, 2000)]

    expect(await rowsOf(part!.batches())).toEqual(upFrom(700, 1500))
    expect([...sourceParts(fakeRows(700), 700, 2000)]).toEqual([])
  })

  it('gives a part from its start again, however far it was read, and goes on behind it', async () => {
    const source = fakeRows(5000)
    const rows: unknown[] = []

    for (const { from, batches } of sourceParts(source, 0, 2000)) {
      if (from === 2000) await batches()[Symbol.asyncIterator]().next()
      if (from === 4000) void batches()[Symbol.asyncIterator]().next()
      rows.push(...(await rowsOf(batches())))
    }

    expect(rows).toEqual(upFrom(0, 5000))
    expect(source.readings).toEqual([0, 2000, 4000])
  })
})
