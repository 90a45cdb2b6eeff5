import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openDuckDbEventStore } from './duckdb-event-store.ts'

const CHILD = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url))

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
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), CHILD, path, String(firstBatch)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
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
