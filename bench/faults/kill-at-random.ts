import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Audit, BatchLedger } from './batch-ledger.ts'
import { readinessOf } from './call.ts'
import type { Fault, FaultOptions, FaultReport } from './fault.ts'
import { type FaultServer, spawnServer, startFaultServer } from './fault-server.ts'

const LANES = 4
const LONGEST_MS = 600
/** Of the starts, how many are killed too. */
const KILLED_STARTS = 0.25

/** SIGKILL at random moments under load, and sometimes while the server starts again. */
export const killAtRandom: Fault = {
  name: 'kill-at-random',
  fullRuns: 100,
  shortRuns: 2,
  async run(folder, options): Promise<FaultReport> {
    let server = await startFaultServer(folder, options)
    const ledger = await BatchLedger.start(server.url)
    const audits: Audit[] = []
    const readiness = new Set<string>()
    for (let run = 0; run < options.runs; run += 1) {
      server = await killOnce(folder, options, server, ledger, run)
      readiness.add(await readinessOf(server.url))
      audits.push(await ledger.audit(server.url))
    }
    audits.push(await ledger.audit(server.url, 'all'))
    await server.stop()
    const sum = (name: keyof Audit) => audits.reduce((total, audit) => total + audit[name], 0)
    return {
      runs: options.runs,
      acknowledged: ledger.acknowledged,
      lost: sum('lost'),
      doubled: sum('doubled'),
      torn: sum('torn'),
      readiness: [...readiness],
      complaints: [...readiness].filter(said => said !== '200').map(said => `after a start /readyz says ${said}`),
    }
  },
}

async function killOnce(
  folder: string,
  options: FaultOptions,
  server: FaultServer,
  ledger: BatchLedger,
  run: number,
): Promise<FaultServer> {
  const before = ledger.acknowledged
  const loading = ledger.load(server.url, `${run}`, LANES, () => (Math.random() < 0.2 ? 1000 : 100))
  // On a slow machine too something is acknowledged before the end.
  while (ledger.acknowledged === before) await wait(2)
  await wait(Math.random() * LONGEST_MS)
  await server.kill()
  await loading
  if (Math.random() < KILLED_STARTS) {
    const starting = spawnServer(folder, options)
    starting.stdout!.resume()
    await wait(Math.random() * LONGEST_MS * 2)
    starting.kill('SIGKILL')
    if (starting.exitCode === null && starting.signalCode === null) await once(starting, 'exit')
  }
  return startFaultServer(folder, options)
}
