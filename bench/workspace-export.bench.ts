import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillExperiment } from './filled-experiment.ts'
import { fillProjects } from './filled-projects.ts'
import { send } from './http-load.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { rounded } from './two-sides.ts'

// The whole workspace as one answer: how long it takes and how much memory the server needs beyond what it has when it is
// ready, for few projects and for many, and with the events of one experiment. Flat: many times the bytes, not more memory.
// "Few" has to be enough for the collector to reach its level: 1,000 projects (21 MiB) grow by 33 MiB, 10,000 by some 140,
// and 40,000 hardly by more. With events it grows by more, slower than the bytes; DuckDB's buffers are in the same process.
const [few = 10_000, many = 40_000, users = 100_000] = process.argv.slice(2).map(Number)
const EVENTS_A_USER = 5

const small = await measure('projects', { projects: few }, dataDir => fillProjects(dataDir, few))
const large = await measure('projects', { projects: many }, dataDir => fillProjects(dataDir, many))
await measure('execution', { users, events: users * EVENTS_A_USER }, async dataDir => {
  await fillExperiment(dataDir, { users, events: users * EVENTS_A_USER })
})
const growth = rounded(large.growth_mib / small.growth_mib)
print({ question: 'growth of memory', from: few, to: many, bytes: rounded(large.mib / small.mib), growth, bar: '<= 2' })

async function measure(
  question: string,
  size: Readonly<Record<string, number>>,
  fill: (dataDir: string) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'verdict-export-'))
  try {
    const dataDir = join(folder, 'data')
    await fill(dataDir)
    const server = await startServerProcess(dataDir)
    await send(server.port, { method: 'GET', path: '/readyz' })
    const before = statusOf(server, 'VmHWM')
    const start = performance.now()
    const bytes = await download(server.port, question === 'execution' ? '?include=execution' : '')
    const seconds = rounded((performance.now() - start) / 1000)
    const growth_mib = Math.max(1, Math.round((statusOf(server, 'VmHWM') - before) / 1024))
    await server.stop()
    const figures = { mib: rounded(bytes / 2 ** 20), seconds, growth_mib }
    print({ question, ...size, ...figures, mib_per_second: rounded(figures.mib / seconds) })
    return figures
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Reads the answer to its end, keeps none of it, and fails unless its checksum fits. */
function download(port: number, query: string): Promise<number> {
  const hash = createHash('sha256')
  let [bytes, held] = [0, Buffer.alloc(0)]
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path: `/api/v1/workspace/export${query}` }, answer => {
      answer.on('data', (part: Buffer) => {
        bytes += part.length
        // What stands behind the last bytes that are hashed may be the block that the checksum leaves out.
        held = Buffer.concat([held, part])
        const done = Math.max(0, held.length - 2048)
        hash.update(held.subarray(0, done))
        held = held.subarray(done)
      })
      answer.on('end', () => {
        const [rest, integrity] = held.toString().split(',"integrity":') as [string, string]
        const told = JSON.parse(integrity.slice(0, -1)).checksum_sha256
        if (hash.update(`${rest}}`).digest('hex') === told) resolve(bytes)
        else reject(new Error('The checksum does not fit.'))
      })
      answer.on('error', reject)
    })
    call.on('error', reject)
    call.end()
  })
}

/** KiB. */
function statusOf({ process: child }: ServerProcess, field: string): number {
  const text = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)![1])
}

function print(figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'workspace-export', ...figures }))
}
