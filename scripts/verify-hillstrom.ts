import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMapping } from '../packages/cli/src/import-mapping.ts'
import { openSource } from '../packages/cli/src/source-rows.ts'
import { openDuckDbEventStore } from '../packages/server/src/event-store/duckdb/duckdb-event-store.ts'
import { getExperiment } from '../packages/server/src/features/projects/project-access.ts'
import { ProjectsRepository } from '../packages/server/src/features/projects/projects-repository.ts'
import { readoutQuery } from '../packages/server/src/features/readout/readout-query.ts'
import { statisticsOf } from '../packages/server/src/features/readout/statistics.ts'
import { newTestApp } from '../packages/server/src/test-app.ts'

// The whole file through HTTP handlers into DuckDB, then the unrounded read-out beside what R says of the file.
// Usage: npx tsx scripts/verify-hillstrom.ts PATH/hillstrom.csv.gz PATH/hillstrom.expected.json
const [csv, expectedPath] = process.argv.slice(2)
if (!csv || !expectedPath) throw new Error('Usage: verify-hillstrom.ts CSV EXPECTED_JSON')

type Numbers = Record<string, number | number[]>
const expected = JSON.parse(readFileSync(expectedPath, 'utf8')) as {
  counts: number[]
  srm: Record<string, number>
  comparisons: Record<string, Numbers>[]
}
const folder = mkdtempSync(join(tmpdir(), 'verdict-verify-'))
const events = await openDuckDbEventStore({ path: join(folder, 'events.duckdb') })
const test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' }, events)
const PATHS = {
  exposures: 'exposures',
  conversions: 'conversions',
  'pre-period': 'pre_period_values',
  strata: 'strata',
}
let worst = 0
let compared = 0

for (const metric of ['visit', 'conversion', 'spend'] as const) {
  const id = await bringIn(metric)
  const project = await getExperiment(new ProjectsRepository(test.db), id)
  const statistics = statisticsOf(project, await events.readout(readoutQuery(project)))
  const counts = statistics.arms.map(({ outcome }) => outcome.n)
  if (counts.join() !== expected.counts.join()) throw new Error(`counts differ: ${counts.join()}`)
  if (statistics.srm.test.ok)
    compare('chi-square', statistics.srm.test.value.chiSquare, expected.srm['statistic.X-squared'])
  for (const [index, { test: result }] of statistics.comparisons.entries()) {
    if (!result.ok) throw new Error(result.reason)
    const want = expected.comparisons[index]![metric]!
    const [lower, upper] = (want.newcombe ?? want.ci) as number[]
    compare(`${metric} effect`, result.value.effect, want.effect)
    compare(`${metric} statistic`, result.value.statistic, want.z ?? want.t)
    compare(`${metric} p`, result.value.pValue, want.p)
    compare(`${metric} lower`, result.value.lower, lower)
    compare(`${metric} upper`, result.value.upper, upper)
    if (want.df) compare(`${metric} df`, result.value.degreesOfFreedom!, want.df)
  }
  for (const [index, contrast] of (statistics.cuped?.contrasts ?? []).entries()) {
    const want = expected.comparisons[index]!.spend_ancova_history!
    if (!contrast.ok || !statistics.cuped?.fit.ok) throw new Error('no contrast')
    compare('cuped effect', contrast.value.effect, want.effect)
    compare('cuped se', contrast.value.standardError, want.se)
    compare('cuped p', contrast.value.pValue, want.p)
    compare('cuped theta', statistics.cuped.fit.value.thetas[0]!, want.theta)
  }
  for (const [index, stratified] of (statistics.stratified?.tests ?? []).entries()) {
    const want = expected.comparisons[index]![`${metric}_by_zip`]
    if (want === undefined) continue
    if (!stratified.ok) throw new Error(stratified.reason)
    compare(`${metric} strata effect`, stratified.value.effect, want.effect)
    compare(`${metric} strata se`, stratified.value.standardError, want.se)
    compare(`${metric} strata p`, stratified.value.pValue, want.p)
  }
}
await test.close()
await events.close()
rmSync(folder, { recursive: true })
console.log(`${compared} numbers compared; largest relative difference ${worst.toExponential(2)} (bound 1e-8)`)
process.exit(worst <= 1e-8 ? 0 : 1)

async function bringIn(metric: string): Promise<string> {
  const payload = JSON.parse(readFileSync(`examples/hillstrom/${metric}.project.json`, 'utf8')) as object
  const { body } = await test.send('POST', '/api/v1/projects', payload)
  for (const source of readMapping(`examples/hillstrom/${metric}.mapping.json`, csv!)) {
    const rows = await openSource(source)
    for await (const items of rows.batches(0, 1000)) {
      const answer = await test.send('POST', `/api/v1/experiments/${body.id}/${source.kind}`, {
        [PATHS[source.kind]]: items,
      })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    }
    rows.close()
  }
  return body.id as string
}

function compare(name: string, got: number, want: number | number[] | undefined): void {
  const difference = Math.abs(got / Number(want) - 1)
  compared += 1
  worst = Math.max(worst, difference)
  if (!(difference <= 1e-8)) console.error(`${name}: ${got} instead of ${want}`)
}
