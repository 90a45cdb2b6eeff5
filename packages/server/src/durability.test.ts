import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const KILLS = 20
const BATCH = 100
const WRITERS = 4

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-kill-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Server {
  readonly url: string
  readonly process: ChildProcess
}

async function start(): Promise<Server> {
  const env = {
    ...process.env,
    AB_DATA_DIR: folder,
    AB_PORT: '0',
    AB_LOG_FORMAT: 'json',
    AB_RATE_LIMIT_ENABLED: 'false',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of child.stdout!) {
    const url = /"url":"(http[^"]+)"/.exec(String(line))?.[1]
    if (url !== undefined) return { url, process: child }
  }
  throw new Error('The server has ended before it listened.')
}

async function post(url: string, body: unknown): Promise<Record<string, never>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, never>
}

// Each batch is a metric of its own, so that its rows can be told from all others.
function batchOf(name: string) {
  return {
    conversions: Array.from({ length: BATCH }, (_, index) => ({
      user_id: `${name}-${index}`,
      metric: name,
      idempotency_key: `${index}`,
    })),
  }
}

async function writeUntilKilled(
  server: Server,
  id: string,
  round: number,
  sent: Set<string>,
  acknowledged: Set<string>,
): Promise<void> {
  const writing = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let index = 0; ; index += 1) {
      const name = `${round}.${writer}.${index}`
      sent.add(name)
      await post(`${server.url}/api/v1/experiments/${id}/conversions`, batchOf(name))
      acknowledged.add(name)
    }
  })
  const ended = Promise.allSettled(writing)
  // On a slow machine too something is acknowledged before the end.
  const before = acknowledged.size
  while (acknowledged.size < before + 2) await wait(5)
  await wait(60 + ((round * 37) % 140))
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
  await ended
}

describe('a server that is killed', () => {
  it(`keeps every acknowledged batch once and no half batch, ${KILLS} times over`, { timeout: 240_000 }, async () => {
    const [sent, acknowledged] = [new Set<string>(), new Set<string>()]
    let server = await start()
    const { id } = await post(`${server.url}/api/v1/projects`, EXAMPLE_PROJECT)
    for (let round = 0; round < KILLS; round += 1) {
      await writeUntilKilled(server, String(id), round, sent, acknowledged)
      server = await start()
    }

    const answer = await fetch(`${server.url}/api/v1/experiments/${id}/ingestion`)
    const { conversion_counts: counts } = (await answer.json()) as {
      conversion_counts: { metric: string; count: number }[]
    }
    const stored = new Map(counts.map(({ metric, count }) => [metric, count]))
    const [again] = [...acknowledged]
    const repeated = await post(`${server.url}/api/v1/experiments/${id}/conversions`, batchOf(again!))
    server.process.kill('SIGTERM')
    const [code] = await once(server.process, 'exit')

    expect(acknowledged.size).toBeGreaterThan(KILLS)
    expect([...acknowledged].filter(name => stored.get(name) !== BATCH)).toEqual([])
    expect([...stored].filter(([name, count]) => count !== BATCH || !sent.has(name))).toEqual([])
    expect(repeated).toMatchObject({ recorded: 0, deduplicated: BATCH })
    expect(code).toBe(0)
  })
})
