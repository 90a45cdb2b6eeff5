import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openDuckDbEventStore } from './duckdb-event-store.ts'

const UNTIL_KILLED = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url))
const TO_FULL_DISK = fileURLToPath(new URL('./append-to-full-disk.ts', import.meta.url))

describe('a process that is killed while it appends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-kill-'))
  const path = join(folder, 'events.duckdb')

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each([20, 55, 90])('leaves every acknowledged batch, and none in part (killed after %i)', async batchCount => {
    const firstBatch = batchCount * 1000

    const acknowledged = await appendAndKill(firstBatch, batchCount)

    const counts = await countByMetric()
    expect(acknowledged.length).toBeGreaterThanOrEqual(batchCount)
    for (const batch of acknowledged) expect(counts.get(`batch-${batch}`), `batch ${batch}`).toBe(50)
    expect(new Set(counts.values())).toEqual(new Set([50]))
  })

  function appendAndKill(firstBatch: number, batchCount: number): Promise<number[]> {
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), UNTIL_KILLED, path, String(firstBatch)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const acknowledged: number[] = []
    createInterface({ input: child.stdout }).on('line', line => {
      acknowledged.push(Number(line))
      if (acknowledged.length === batchCount) child.kill('SIGKILL')
    })
    return new Promise(resolve => child.on('close', () => resolve(acknowledged)))
  }

  async function countByMetric(): Promise<Map<string, number>> {
    const store = await openDuckDbEventStore({ path })
    const counts = await Promise.all(['x0', 'x1', 'x2'].map(experimentId => store.countRaw(experimentId)))
    await store.close()
    return new Map(counts.flatMap(({ conversions }) => conversions.map(({ metric, count }) => [metric, count])))
  }
})

describe('a disk that is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-full-'))
  const path = join(folder, 'events.duckdb')

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('fails the batches that do not fit, names the file, and leaves nothing of them', async () => {
    const outcomes = await appendUnderLimit()

    const stored = outcomes.filter(outcome => outcome === 'stored').length
    const refused = outcomes.filter(outcome => outcome !== 'stored')
    expect(outcomes).toHaveLength(40)
    expect(stored).toBeGreaterThan(0)
    expect(refused.length).toBeGreaterThan(0)
    for (const refusal of refused) expect(refusal).toMatch(/^EventStoreUnavailableError: .*events\.duckdb.*make room/)
    const store = await openDuckDbEventStore({ path })
    expect((await store.countRaw('x')).exposures).toEqual([{ arm: 0, count: stored * 2_000 }])
    const late = { experimentId: 'x', receivedAt: 0, kind: 'exposures' } as const
    const counts = await store.append({ ...late, items: [{ userId: 'late', arm: 1, occurredAt: null }] })
    expect(counts.recorded).toBe(1)
    await store.close()
  })

  /** A limit of 1.5 MB a file stands for the full disk; the signal that comes with it is ignored, so that writing fails. */
  async function appendUnderLimit(): Promise<string[]> {
    const command = `trap '' XFSZ; ulimit -f 1500; exec "$0" --import "$1" "$2" "$3"`
    const loader = import.meta.resolve('tsx')
    const child = spawn('bash', ['-c', command, process.execPath, loader, TO_FULL_DISK, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const outcomes: string[] = []
    for await (const line of createInterface({ input: child.stdout })) outcomes.push(line)
    return outcomes
  }
})
