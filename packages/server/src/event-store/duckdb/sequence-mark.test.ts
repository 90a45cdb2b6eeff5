import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { experimentOf } from '../event-store.case.ts'
import { openDuckDbEventStore } from './duckdb-event-store.ts'
import { markPathOf, readMark } from './sequence-mark.ts'

const PARTS = ['', '.wal', '.mark'] as const
const folder = mkdtempSync(join(tmpdir(), 'verdict-mark-'))
const running = join(folder, 'running.duckdb')
let copies = 0

beforeAll(async () => {
  const before = await openDuckDbEventStore({ path: running })
  await experimentOf(before, 'x').expose(['ann', 0])
  await before.close()
  const store = await openDuckDbEventStore({ path: running })
  for (const user of ['bob', 'cid', 'dot']) await experimentOf(store, 'x').expose([user, 1])
  // What is left of it when its process is killed now.
  for (const part of PARTS) copyFileSync(`${running}${part}`, join(folder, `killed.duckdb${part}`))
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The files of a killed process, with some of them replaced; null: removed. */
function killedFiles(changes: Partial<Record<(typeof PARTS)[number], (bytes: Buffer) => Buffer | null>>): string {
  copies += 1
  const path = join(folder, `copy-${copies}.duckdb`)
  for (const part of PARTS) {
    const bytes = readFileSync(join(folder, `killed.duckdb${part}`))
    const changed = changes[part] === undefined ? bytes : changes[part](bytes)
    if (changed !== null) writeFileSync(`${path}${part}`, changed)
  }
  return path
}

async function usersIn(path: string): Promise<number> {
  const store = await openDuckDbEventStore({ path })
  const { population } = await experimentOf(store, 'x').read()
  await store.close()
  return population.treatedUsers
}

describe('the mark beside an events file', () => {
  it('lets a file pass that holds what was acknowledged', async () => {
    const path = killedFiles({})

    expect(await usersIn(path)).toBe(4)
    expect(readMark(path)).toBe(4)
  })

  it.each([
    ['is cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['is cut to its head', (bytes: Buffer) => bytes.subarray(0, 60)],
    ['has a head that is not its own', (bytes: Buffer) => Buffer.concat([Buffer.alloc(5, 7), bytes.subarray(5)])],
    ['is gone', () => null],
  ])('refuses a file whose log %s, and leaves all of it as it is', async (_, damage) => {
    const path = killedFiles({ '.wal': damage })
    const before = readFileSync(path)

    const opened = openDuckDbEventStore({ path })

    await expect(opened).rejects.toThrow(/has lost acknowledged events: it ends at row \d, and 4 were acknowledged/)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readMark(path)).toBe(4)
  })

  it('keeps a new file from taking the place of one that is missing', async () => {
    const path = killedFiles({ '': () => null, '.wal': () => null })

    await expect(openDuckDbEventStore({ path })).rejects.toThrow('is missing, but its mark')
  })

  it('refuses a file when it can not be read itself', async () => {
    const path = killedFiles({ '.mark': () => Buffer.from('last acknowledged row 12') })

    await expect(openDuckDbEventStore({ path })).rejects.toThrow('can not be read')
  })

  it('may be behind the file, as after a power cut, and is brought up to it by the next rows', async () => {
    const path = killedFiles({ '.mark': bytes => Buffer.from(bytes.toString().replace(/4\n$/, '2\n')) })
    const store = await openDuckDbEventStore({ path })

    await experimentOf(store, 'x').expose(['eve', 0])
    await store.close()

    expect(readMark(path)).toBe(5)
  })

  it('may be missing, as beside a file of an earlier version, or where somebody wants to go on with what is left', async () => {
    const path = killedFiles({ '.mark': () => null, '.wal': () => null })

    expect(await usersIn(path)).toBe(1)
    expect(readMark(path)).toBe(0)
    expect(markPathOf(path)).toBe(`${path}.mark`)
  })
})
