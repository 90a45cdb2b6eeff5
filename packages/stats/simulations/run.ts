import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { allSimulations } from './all-simulations.ts'
import { calibrationPage } from './calibration-page.ts'

const [date, runsText = '20000'] = process.argv.slice(2)
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  throw new Error('usage: tsx packages/stats/simulations/run.ts <yyyy-mm-dd> [runs]')
}

const runs = Number(runsText)
const seed = 20240601
const methods = Object.entries(allSimulations).map(([method, simulate]) => {
  const rows = simulate({ runs, seed })
  console.log(method, rows.every(row => row.pass) ? 'passes' : 'FAILS')
  return { method, rows }
})
const results = { date, runs, seed, methods }
const folder = fileURLToPath(new URL('results/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}${date}.json`, `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  fileURLToPath(new URL('../../../docs/statistics/calibration.md', import.meta.url)),
  calibrationPage(results),
)
if (methods.some(({ rows }) => rows.some(row => !row.pass))) process.exitCode = 1
