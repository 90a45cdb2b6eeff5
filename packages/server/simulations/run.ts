import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decisionStudies } from './decision-studies.ts'
import { runDecisionStudy } from './decision-study.ts'

const [date, runsText = '10000'] = process.argv.slice(2)
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  throw new Error('usage: tsx packages/server/simulations/run.ts <yyyy-mm-dd> [runs]')
}

const runs = Number(runsText)
const seed = 20261123
const rows = []
for (const { asked, ...study } of decisionStudies) {
  const shares = await runDecisionStudy({ ...study, runs, seed })
  const aim = asked.what === 'ever shipped' ? asked.most : asked.power
  const error = Math.sqrt((aim * (1 - aim)) / runs)
  const seen = asked.what === 'ever shipped' ? shares.everShipped : shares.lookCrossed
  // A fixed look is taken at 95 % of the information, so it may find the effect a little less often than planned.
  const pass = asked.what === 'ever shipped' ? seen <= aim + 3 * error : seen >= aim - 0.03 - 3 * error
  const row = { name: study.name, asked: asked.what, aim, ...shares, pass }
  console.log(JSON.stringify(row))
  rows.push(row)
}
const folder = fileURLToPath(new URL('results/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}${date}.json`, `${JSON.stringify({ date, runs, seed, rows }, null, 2)}\n`)
if (rows.some(({ pass }) => !pass)) process.exitCode = 1
