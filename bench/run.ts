import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

// npm run bench [-- NAME ...]: runs the measurements and keeps their JSON lines in bench/results/<date>.jsonl.
const all = [...names('bench'), ...names('packages/sdk/bench'), ...names('packages/stats/bench')]
const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? all : all.filter(file => wanted.some(name => file.includes(`/${name}.bench`)))
if (chosen.length === 0) {
  console.error(`No such measurement. There are: ${all.join(', ')}`)
  process.exit(1)
}

const now = new Date().toISOString()
const machine = { cores: cpus().length, memory_gib: Math.round(totalmem() / 2 ** 30), node: process.version }
mkdirSync('bench/results', { recursive: true })
let failed = 0
for (const file of chosen) {
  const { stdout, status } = spawnSync('npx', ['tsx', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) failed += 1
  for (const line of stdout
    .toString()
    .split('\n')
    .filter(text => text.startsWith('{'))) {
    const result = JSON.stringify({
      date: now,
      command: `npm run bench -- ${nameOf(file)}`,
      ...machine,
      ...JSON.parse(line),
    })
    console.log(result)
    appendFileSync(`bench/results/${now.slice(0, 10)}.jsonl`, `${result}\n`)
  }
}
process.exit(failed === 0 ? 0 : 1)

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.bench.ts'))
      .map(name => `${folder}/${name}`)
  } catch {
    return []
  }
}

function nameOf(file: string): string {
  return file.split('/').at(-1)!.replace('.bench.ts', '')
}
