import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
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
// and 40,000 hardly by more. With events DuckDB is in the same process and keeps what it has read of the events file in memory,
// up to its limit: `file_mib`. Without it the growth is flat too.
const [few = 10_000, many = 40_000, ...users] = process.argv.slice(2).map(Number)
const USERS = users.length > 0 ? users : [100_000, 400_000, 1_600_000]
const EVENTS_A_USER = 5

const small = await measure('projects', { projects: few }, dataDir => fillProjects(dataDir, few))
const large = await measure('projects', { projects: many }, dataDir => fillProjects(dataDir, many))
printGrowth('projects', few, many, small, large)
const measured = []
for (const count of USERS) {
  const events = count * EVENTS_A_USER
  const fill = async (dataDir: string) => void (await fillExperiment(dataDir, { users: count, events }))
  measured.push(await measure('execution', { users: count, events }, fill))
}
printGrowth('users', USERS[0]!, USERS.at(-1)!, measured[0]!, measured.at(-1)!)

interface Figures {
  readonly mib: number
  readonly seconds: number
  /** Of the server: says how costs grow where others use the machine. */
  readonly cpu_seconds: number
  readonly growth_mib: number
  readonly file_mib: number
}

function printGrowth(of: string, from: number, to: number, one: Figures, other: Figures): void {
  const ownGrowth = ({ growth_mib, file_mib }: Figures) => Math.max(1, growth_mib - file_mib)
  const growth = rounded(ownGrowth(other) / ownGrowth(one))
  const [bytes, cpu] = [rounded(other.mib / one.mib), rounded(other.cpu_seconds / one.cpu_seconds)]
  print({ question: 'growth of memory', of, from, to, bytes, cpu, growth, bar: '<= 2' })
}

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
    if (question === 'execution') await archiveProject(server.port)
    const before = statusOf(server, 'VmHWM')
    const [start, cpu] = [performance.now(), cpuSeconds(server)]
    const bytes = await download(server.port, question === 'execution' ? '?include=execution' : '')
    const seconds = rounded((performance.now() - start) / 1000)
    const cpu_seconds = rounded(cpuSeconds(server) - cpu)
    const growth_mib = Math.max(1, Math.round((statusOf(server, 'VmHWM') - before) / 1024))
    await server.stop()
    const file_mib = question === 'execution' ? Math.round(statSync(join(dataDir, 'events.duckdb')).size / 2 ** 20) : 0
    const figures = { mib: rounded(bytes / 2 ** 20), seconds, cpu_seconds, growth_mib, file_mib }
    print({ question, ...size, ...figures, mib_per_second: rounded(figures.mib / seconds) })
    return figures
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A look at a running experiment, which the server takes when one is due, would be measured too. */
async function archiveProject(port: number): Promise<void> {
  const { projects } = JSON.parse(await send(port, { method: 'GET', path: '/api/v1/projects' }))
  await send(port, { method: 'POST', path: `/api/v1/projects/${projects[0].id}/archive` })
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

function cpuSeconds({ process: child }: ServerProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

function print(figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'workspace-export', ...figures }))
}
