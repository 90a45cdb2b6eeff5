import type { StudyRow } from './decision-studies.ts'
import type { DecisionStudy } from './decision-study.ts'
import { runHttpStudy } from './http-study.ts'
import { judgeShares, StudyResults } from './study-results.ts'

const [date, runsText = '200'] = process.argv.slice(2)
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  throw new Error('usage: npm run simulate:http -- <yyyy-mm-dd> [experiments]')
}

const runs = Number(runsText)
const seed = 20261123
const ALPHA = 0.05
const results = new StudyResults(`${date}-http`, { date, runs, seed })
const MONITORINGS: readonly (readonly [string, DecisionStudy['design']])[] = [
  ['fixed', {}],
  ['four looks, O’Brien-Fleming', { constraints: { n_looks: 4 } }],
  ['always valid', { decision_policy: { monitoring: 'always_valid' } }],
]

for (const arms of [2, 4]) {
  for (const [monitoring, design] of MONITORINGS) {
    const name = `${monitoring}, ${arms} arms`
    const effects = Array<number>(arms - 1).fill(0)
    await runRows({ name, design, effects, runs, seed }, [['no effect', { what: 'ever shipped', most: ALPHA }]])
    // The looks know no guardrail, so that the same experiments answer for both.
    const both = { name, design, effects: [1, ...effects.slice(1)], harmsAtMargin: true, runs, seed: seed + 1_000_000 }
    const power: Asked = ['planned effect', { what: 'look crossed', power: 0.8 }]
    const veto: Asked = ['harm at the margin', { what: 'ever vetoed', most: ALPHA }]
    await runRows(both, monitoring === 'always valid' ? [veto] : [power, veto])
  }
}
if (results.failed > 0) process.exitCode = 1

type Asked = readonly [string, StudyRow['asked']]

async function runRows(study: DecisionStudy, asked: readonly Asked[]): Promise<void> {
  const rows = asked.map(([what, ask]): StudyRow => ({ ...study, name: `${study.name}, ${what}`, asked: ask }))
  if (rows.every(({ name }) => results.has(name))) return
  const shares = await runHttpStudy(study)
  for (const row of rows) {
    const result = judgeShares(row, shares, false)
    console.log(JSON.stringify(result))
    results.add(result)
  }
}
