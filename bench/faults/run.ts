import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isWell } from './fault.ts'
import { killServers } from './fault-server.ts'
import { faults } from './faults.ts'

// npm run faults [-- NAME ...] [--short] [--runs N] [--record]: one JSON line a fault, kept in bench/results/faults-<date>.jsonl.
const MAIN = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url))
const words = process.argv.slice(2)
if (!existsSync(MAIN)) throw new Error('Build first: npm run build')
const isShort = words.includes('--short')
const runsAt = words.indexOf('--runs')
const asked = runsAt < 0 ? null : Number(words[runsAt + 1])
const names = words.filter((word, at) => !word.startsWith('--') && (runsAt < 0 || at !== runsAt + 1))
const chosen = faults.filter(({ name }) => names.length === 0 || names.includes(name))
if (chosen.length === 0) {
  console.error(`No such fault. There are: ${faults.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const date = new Date().toISOString()
let failed = 0
for (const fault of chosen) {
  const obstacle = fault.obstacle?.() ?? null
  if (obstacle !== null) {
    console.error(`${fault.name} is left out: ${obstacle}`)
    continue
  }
  const folder = mkdtempSync(join(tmpdir(), 'verdict-fault-'))
  const start = performance.now()
  const runs = asked ?? (isShort ? fault.shortRuns : fault.fullRuns)
  try {
    const report = await fault.run(folder, { runs, main: MAIN })
    const seconds = Math.round((performance.now() - start) / 100) / 10
    const head = { date, fault: fault.name, is_well: isWell(report), seconds }
    const line = JSON.stringify({ ...head, ...report, cores: cpus().length, node: process.version })
    console.log(line)
    if (words.includes('--record')) record(line)
    if (!isWell(report)) failed += 1
  } catch (error) {
    failed += 1
    console.error(`${fault.name} broke off:`, error)
  } finally {
    killServers()
    rmSync(folder, { recursive: true, force: true })
  }
}
process.exit(failed === 0 ? 0 : 1)

function record(line: string): void {
  mkdirSync('bench/results', { recursive: true })
  appendFileSync(`bench/results/faults-${date.slice(0, 10)}.jsonl`, `${line}\n`)
}
