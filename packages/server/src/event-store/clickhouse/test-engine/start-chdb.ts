import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ShardedTables } from './chdb-session.ts'

const FRONT = fileURLToPath(new URL('./chdb-front.ts', import.meta.url))
const PACKAGES = fileURLToPath(new URL('../../../../../../.verdict/chdb/', import.meta.url))

export interface TestCluster {
  /** The engine's configuration. */
  readonly config: string
  readonly shardedTables: ShardedTables
}

export interface Chdb {
  readonly url: string
  /** Ends the engine in the middle of whatever it does. */
  kill(): Promise<void>
  /** Starts it again over the same data, at the same address. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** Why no test of ClickHouse can run here; null: they can. */
export function reasonWithoutChdb(): string | null {
  if (existsSync(join(PACKAGES, '.installed'))) return null
  return 'ClickHouse tests are left out: chdb is not installed (node scripts/install-chdb.mjs)'
}

/** A real engine in a process of its own, so that a crash of it is no crash of the tests. */
export async function startChdb(cluster: TestCluster | null = null): Promise<Chdb> {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-chdb-'))
  const configFile = cluster === null ? '' : join(folder, 'config.xml')
  if (cluster !== null) writeFileSync(configFile, cluster.config)
  const shards = JSON.stringify(cluster?.shardedTables ?? {})
  const start = (port: string) => spawnFront([PACKAGES, join(folder, 'data'), configFile, port, shards])
  let front = await start('0')
  const { port } = front
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => end(front.child),
    restart: async () => {
      front = await start(port)
    },
    stop: async () => {
      await end(front.child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function spawnFront(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly port: string }> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), FRONT, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const port = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('exit', code => reject(new Error(`chdb ended with ${code}.`)))
  })
  return { child, port }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
