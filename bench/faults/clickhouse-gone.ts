import { setTimeout as wait } from 'node:timers/promises'
import {
  type Chdb,
  reasonWithoutChdb,
  startChdb,
} from '../../packages/server/src/event-store/clickhouse/test-engine/start-chdb.ts'
import { BatchLedger } from './batch-ledger.ts'
import { call, readinessOf } from './call.ts'
import type { Fault, FaultReport } from './fault.ts'
import { startFaultServer } from './fault-server.ts'

const LONG_MS = 30_000
const SHORT_MS = 2_000
const LONGEST_WAIT_MS = 15_000

/** ClickHouse ends in the middle of a load, is away for half a minute, and comes back over the same data. */
export const clickhouseGone: Fault = {
  name: 'clickhouse-gone',
  fullRuns: 2,
  shortRuns: 1,
  obstacle: reasonWithoutChdb,
  async run(folder, options): Promise<FaultReport> {
    const chdb = await startChdb()
    try {
      const server = await startFaultServer(folder, { ...options, env: { AB_CLICKHOUSE_URL: chdb.url } })
      const ledger = await BatchLedger.start(server.url)
      const awayMs = options.runs === 1 ? SHORT_MS : LONG_MS
      const readiness: string[] = []
      const complaints: string[] = []
      const sum = { lost: 0, doubled: 0, torn: 0 }
      for (let run = 0; run < options.runs; run += 1) {
        const seen = await goneOnce(chdb, ledger, server.url, { run, awayMs })
        readiness.push(...seen.readiness)
        complaints.push(...seen.complaints)
        const audit = await ledger.audit(server.url, 'all')
        for (const name of ['lost', 'doubled', 'torn'] as const) sum[name] += audit[name]
      }
      await server.stop()
      return { runs: options.runs, acknowledged: ledger.acknowledged, ...sum, readiness, complaints, away_ms: awayMs }
    } finally {
      await chdb.stop()
    }
  },
}

interface Absence {
  readonly run: number
  readonly awayMs: number
}

async function goneOnce(chdb: Chdb, ledger: BatchLedger, url: string, { run, awayMs }: Absence) {
  let isOver = false
  const load = ledger.load(
    url,
    `load-${run}`,
    3,
    () => 200,
    () => isOver,
  )
  await wait(1_000)
  await chdb.kill()
  const gone = performance.now()
  isOver = true
  await load
  const refused = await ledger.send(url, `gone-${run}`, 100)
  const [during, alive] = [await readinessOf(url), (await call('GET', `${url}/livez`)).status]
  await wait(Math.max(0, awayMs - (performance.now() - gone)))
  await chdb.restart()
  const isBack = await recovers(ledger, url, run)
  const after = await readinessOf(url)
  const wrong: readonly (readonly [boolean, string])[] = [
    [refused.status !== 503, `without ClickHouse a batch is answered ${refused.status}`],
    [!during.startsWith('503'), `without ClickHouse /readyz says ${during}`],
    [alive !== 200, `without ClickHouse /livez says ${alive}`],
    [!isBack, 'it does not recover'],
    [after !== '200', `afterwards /readyz says ${after}`],
  ]
  return { readiness: [during, after], complaints: wrong.filter(([isWrong]) => isWrong).map(([, text]) => text) }
}

async function recovers(ledger: BatchLedger, url: string, run: number): Promise<boolean> {
  const start = performance.now()
  for (let turn = 0; performance.now() - start < LONGEST_WAIT_MS; turn += 1) {
    if ((await ledger.send(url, `back-${run}-${turn}`, 100)).status === 200) return true
    await wait(200)
  }
  return false
}
