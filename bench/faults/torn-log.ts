import { readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { BatchLedger } from './batch-ledger.ts'
import { readinessOf } from './call.ts'
import type { Fault, FaultReport } from './fault.ts'
import { startFaultServer } from './fault-server.ts'

const MOST_TRIES = 40

/** The end of the log is missing within a commit that nobody was told of: what was acknowledged before it is there. */
export const tornLog: Fault = {
  name: 'torn-log',
  fullRuns: 20,
  shortRuns: 1,
  async run(folder, options): Promise<FaultReport> {
    const log = join(folder, 'events.duckdb.wal')
    const markText = () => readFileSync(join(folder, 'events.duckdb.mark'), 'utf8')
    let server = await startFaultServer(folder, options)
    const ledger = await BatchLedger.start(server.url)
    const sum = { lost: 0, doubled: 0, torn: 0 }
    const readiness = new Set<string>()
    let runs = 0
    for (let attempt = 0; runs < options.runs && attempt < MOST_TRIES + 3 * options.runs; attempt += 1) {
      for (let batch = 0; batch < 5; batch += 1) await ledger.send(server.url, `${attempt}.${batch}`, 100)
      const durable = statSync(log).size
      const [before, marked] = [ledger.acknowledged, markText()]
      const sending = ledger.send(server.url, `${attempt}.torn`, 1000).catch(() => undefined)
      await untilGrown(log, durable)
      await server.kill()
      await sending
      // A commit that is marked was synced: no crash tears it, answered or not.
      const isOpen = ledger.acknowledged === before && markText() === marked
      if (isOpen && statSync(log).size > durable + 1) {
        truncateSync(log, cutWithin(durable, statSync(log).size))
        runs += 1
      }
      server = await startFaultServer(folder, options)
      readiness.add(await readinessOf(server.url))
      const audit = await ledger.audit(server.url)
      for (const name of ['lost', 'doubled', 'torn'] as const) sum[name] += audit[name]
    }
    await server.stop()
    const complaints = [...readiness].filter(said => said !== '200').map(said => `/readyz says ${said}`)
    if (runs < options.runs) complaints.push(`only ${runs} of ${options.runs} commits could be caught`)
    return { runs, acknowledged: ledger.acknowledged, ...sum, readiness: [...readiness], complaints }
  },
}

/** The answer comes after the sync, the growth before it. Timers are too coarse, and fetch needs turns of the loop. */
async function untilGrown(log: string, size: number): Promise<void> {
  const start = performance.now()
  while (statSync(log).size <= size && performance.now() - start < 2000) await new Promise(setImmediate)
}

function cutWithin(from: number, to: number): number {
  return from + 1 + Math.floor(Math.random() * (to - from - 1))
}
