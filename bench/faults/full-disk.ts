import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BatchLedger } from './batch-ledger.ts'
import { call, eventStoreComplaint, readinessOf } from './call.ts'
import type { Fault, FaultReport } from './fault.ts'
import { type FaultServer, startFaultServer } from './fault-server.ts'

const FULL_AT_MB = 4
const MOST_BATCHES = 2000
const LONGEST_WAIT_MS = 15_000

/** No space left while events come: a small file system of its own where that may be mounted, else a limit on file sizes. */
export const fullDisk: Fault = {
  name: 'full-disk',
  fullRuns: 1,
  shortRuns: 1,
  obstacle: () => (spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit is not there'),
  async run(folder, options): Promise<FaultReport> {
    const data = join(folder, 'data')
    mkdirSync(data)
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${FULL_AT_MB}m`, 'tmpfs', data]).status === 0
    const under = isMounted ? [] : ['bash', '-c', `trap '' XFSZ; exec "$0" "$@"`]
    try {
      let server = await startFaultServer(data, { ...options, under })
      const ledger = await BatchLedger.start(server.url)
      const limit = isMounted ? mountedLimit(data) : fileLimit(server)
      limit.set()
      const full = await fill(ledger, server.url)
      const meanwhile = await look(ledger, server.url)
      limit.lift()
      const recoveredAfterMs = await recover(ledger, server.url)
      const audit = await ledger.audit(server.url)
      const after = await readinessOf(server.url)
      await server.stop()
      server = await startFaultServer(data, options)
      const again = await ledger.audit(server.url, 'all')
      await server.stop()
      return {
        runs: 1,
        acknowledged: ledger.acknowledged,
        lost: audit.lost + again.lost,
        doubled: audit.doubled + again.doubled,
        torn: audit.torn + again.torn,
        readiness: [meanwhile.readiness, after],
        complaints: complaintsOf(full, meanwhile, recoveredAfterMs, after),
        by: isMounted ? 'a file system of its own' : 'a limit on file sizes',
        refusal: full,
        detail: meanwhile.detail.replaceAll(`${data}/`, ''),
        recovered_after_ms: recoveredAfterMs,
      }
    } finally {
      if (isMounted) spawnSync('umount', ['-l', data])
    }
  },
}

interface Limit {
  set(): void
  lift(): void
}

function mountedLimit(data: string): Limit {
  return { set: () => undefined, lift: () => void spawnSync('mount', ['-o', 'remount,size=512m', data]) }
}

function fileLimit({ process: { pid } }: FaultServer): Limit {
  const limitTo = (soft: string) => () => void spawnSync('prlimit', ['--pid', `${pid}`, `--fsize=${soft}:unlimited`])
  return { set: limitTo(`${FULL_AT_MB * 100_000}`), lift: limitTo('unlimited') }
}

/** Sends until a batch is refused; the answer that refused it. */
async function fill(ledger: BatchLedger, url: string): Promise<string> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const { status, body } = await ledger.send(url, `fill-${batch}`, 1000)
    if (status !== 200) return `${status} ${body.error_code}`
  }
  return 'nothing was refused'
}

async function look(ledger: BatchLedger, url: string) {
  const refused = await ledger.send(url, 'meanwhile', 1000)
  const readiness = await readinessOf(url)
  const detail = await eventStoreComplaint(url)
  const live = (await call('GET', `${url}/livez`)).status
  return { readiness, detail, live, refused: `${refused.status} ${refused.body.error_code}` }
}

async function recover(ledger: BatchLedger, url: string): Promise<number> {
  const start = performance.now()
  for (let turn = 0; performance.now() - start < LONGEST_WAIT_MS; turn += 1) {
    const { status } = await ledger.send(url, `after-${turn}`, 100)
    if (status === 200) return Math.round(performance.now() - start)
    await wait(100)
  }
  return -1
}

function complaintsOf(full: string, seen: Awaited<ReturnType<typeof look>>, recoveredAfterMs: number, after: string) {
  // Events and their audit entries are on the same disk: either may be the first to find no room.
  const refusal = /^503 (event_store|storage)_unavailable$/
  const wrong: [boolean, string][] = [
    [!refusal.test(full), `a full disk answers ${full}`],
    [!refusal.test(seen.refused), `then it answers ${seen.refused}`],
    [!seen.readiness.startsWith('503'), `/readyz says ${seen.readiness}`],
    [seen.detail === '', '/readyz names no event store'],
    [seen.live !== 200, `/livez answers ${seen.live}`],
    [recoveredAfterMs < 0, 'with room again nothing is stored'],
    [after !== '200', `with room again /readyz says ${after}`],
  ]
  return wrong.filter(([is]) => is).map(([, complaint]) => complaint)
}
