import { EXAMPLE_PROJECT } from '../../packages/server/src/features/projects/project-example.ts'
import { BatchLedger } from './batch-ledger.ts'
import { call, readinessOf } from './call.ts'
import type { Fault, FaultReport } from './fault.ts'
import { type FaultServer, type StartOptions, startFaultServer } from './fault-server.ts'

const SHIFT_MS = -6 * 3_600_000
const PRELOADED = new URL('shifted-clock.mjs', import.meta.url).href

/** The clock stands hours earlier at the second start than at the first, and is right again at the third. */
export const clockSetBack: Fault = {
  name: 'clock-set-back',
  fullRuns: 1,
  shortRuns: 1,
  async run(folder, { main }): Promise<FaultReport> {
    const early: StartOptions = {
      main,
      env: { FAULT_CLOCK_SHIFT_MS: `${SHIFT_MS}` },
      nodeOptions: ['--import', PRELOADED],
    }
    const first = await startFaultServer(folder, { main })
    const ledger = await BatchLedger.start(first.url)
    const id = await fillExperiment(first.url)
    for (let batch = 0; batch < 3; batch += 1) await ledger.send(first.url, `before-${batch}`, 100)
    const before = await stateOf(first.url, id)
    await first.stop()

    const second = await startFaultServer(folder, early)
    const clock = await call('GET', `${second.url}/readyz`)
    const meanwhile = await stateOf(second.url, id)
    const complaints = differences('with the clock set back', before, meanwhile)
    complaints.push(...(await writesOf(second, id, before.dataVersion)))
    if (Date.parse(clock.body.generated_at) > Date.now() - 3_600_000) complaints.push('the clock was not set back')
    for (let batch = 0; batch < 3; batch += 1) await ledger.send(second.url, `meanwhile-${batch}`, 100)
    const audit = await ledger.audit(second.url, 'all')
    await second.stop()

    const third = await startFaultServer(folder, { main })
    const after = await stateOf(third.url, id)
    const again = await ledger.audit(third.url, 'all')
    await third.stop()
    complaints.push(...differences('with the clock right again', { ...before, dataVersion: after.dataVersion }, after))
    return {
      runs: 1,
      acknowledged: ledger.acknowledged,
      lost: audit.lost + again.lost,
      doubled: audit.doubled + again.doubled,
      torn: audit.torn + again.torn,
      readiness: [before, meanwhile, after].map(({ readiness }) => readiness),
      complaints,
      looks: JSON.parse(after.looks).length,
    }
  },
}

/** A small experiment, past its plan, whose effect is there: its one look is recorded at the first read. */
async function fillExperiment(url: string): Promise<string> {
  const metrics = { ...EXAMPLE_PROJECT.metrics, baseline_value: 0.4, mde_pct: 50 }
  const { body } = await call('POST', `${url}/api/v1/projects`, { ...EXAMPLE_PROJECT, metrics })
  const converting = Array.from({ length: 400 }, (_, at) => at).filter(at => at % 10 < (at % 2 === 0 ? 4 : 7))
  const conversions = converting.map(at => ({ user_id: `user-${at}`, metric: metrics.primary_metric_name }))
  await call('POST', `${url}/api/v1/experiments/${body.id}/exposures`, { exposures: exposuresOf(0, 400, 0) })
  await call('POST', `${url}/api/v1/experiments/${body.id}/conversions`, { conversions })
  return String(body.id)
}

function exposuresOf(from: number, count: number, shift: number) {
  return Array.from({ length: count }, (_, at) => ({ user_id: `user-${from + at}`, variation_index: (at + shift) % 2 }))
}

interface State {
  readonly readiness: string
  readonly looks: string
  readonly verdict: string
  readonly dataVersion: string
  readonly arm: string
}

async function stateOf(url: string, id: string): Promise<State> {
  const path = `${url}/api/v1/experiments/${id}`
  const { body: decision } = await call('GET', `${path}/decision`)
  const { body: stats } = await call('GET', `${path}/live-stats`)
  const { body: assigned } = await call('POST', `${path}/assign`, { user_id: 'user-7' })
  return {
    readiness: await readinessOf(url),
    looks: JSON.stringify(stats.looks),
    verdict: String(decision.verdict),
    dataVersion: String(decision.data_version),
    arm: String(assigned.variation_index),
  }
}

/** A first write stays the first, and new rows move the data version on. */
async function writesOf({ url }: FaultServer, id: string, dataVersion: string): Promise<readonly string[]> {
  const path = `${url}/api/v1/experiments/${id}/exposures`
  const other = await call('POST', path, { exposures: exposuresOf(0, 400, 1) })
  const fresh = await call('POST', path, { exposures: exposuresOf(400, 20, 0) })
  const now = await stateOf(url, id)
  const wrong: [boolean, string][] = [
    [other.body.recorded !== 0, `${other.body.recorded} first exposures were written anew`],
    [fresh.body.recorded !== 20, `${fresh.body.recorded} of 20 new users were recorded`],
    [Number(now.dataVersion) <= Number(dataVersion), `the data version went from ${dataVersion} to ${now.dataVersion}`],
  ]
  return wrong.filter(([is]) => is).map(([, complaint]) => complaint)
}

function differences(when: string, wanted: State, seen: State): string[] {
  const looked = JSON.parse(wanted.looks).length === 1 ? [] : ['no look was recorded']
  const names = ['readiness', 'looks', 'verdict', 'dataVersion', 'arm'] as const
  const changed = names.filter(name => wanted[name] !== seen[name])
  return [...looked, ...changed.map(name => `${when} ${name} is ${seen[name]}, was ${wanted[name]}`)]
}
