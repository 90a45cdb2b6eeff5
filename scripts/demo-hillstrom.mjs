import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'

// From the file to three verdicts: visit, conversion and spend. Into a running server, or else into the data folder.
const [path] = process.argv.slice(2)
if (!path) {
  console.error('Usage: npm run demo:hillstrom -- PATH/hillstrom.csv.gz')
  process.exit(1)
}
await ensureBuilt()
const server = process.env.VERDICT_SERVER ?? 'http://127.0.0.1:8008'
const place = (await answers(server)) ? ['--server', server] : ['--data', process.env.AB_DATA_DIR ?? './data']

for (const metric of ['visit', 'conversion', 'spend']) {
  const project = `examples/hillstrom/${metric}.project.json`
  verdict(
    'import',
    '--project',
    project,
    '--mapping',
    `examples/hillstrom/${metric}.mapping.json`,
    '--file',
    path,
    ...place,
  )
  const { projectId } = JSON.parse(readFileSync(`${project}.import.json`, 'utf8'))
  verdict('readout', projectId, ...place)
}

function verdict(...args) {
  const { status } = spawnSync(process.execPath, ['packages/cli/dist/verdict.js', ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

async function answers(url) {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}
