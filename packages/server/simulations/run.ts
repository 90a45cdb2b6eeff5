import { decisionStudies } from './decision-studies.ts'
import { runDecisionStudy } from './decision-study.ts'
import { judgeShares, StudyResults } from './study-results.ts'

const [date, runsText = '10000'] = process.argv.slice(2)
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  throw new Error('usage: npm run simulate:decisions -- <yyyy-mm-dd> [runs]')
}

const runs = Number(runsText)
const seed = 20261123
const results = new StudyResults(date, { date, runs, seed })
for (const row of decisionStudies) {
  if (results.has(row.name)) continue
  const shares = await runDecisionStudy({ ...row, runs, seed })
  const result = judgeShares(row, shares, true)
  console.log(JSON.stringify(result))
  results.add(result)
}
if (results.failed > 0) process.exitCode = 1
