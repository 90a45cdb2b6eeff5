import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BatchLedger } from './batch-ledger.ts'
import { readinessOf } from './call.ts'
import type { Fault, FaultReport } from './fault.ts'
import { startFaultServer } from './fault-server.ts'

const LOG = 'events.duckdb.wal'

/** A trace of the system calls: between any two answers to batches, the log was synced. */
export const syncBeforeAnswer: Fault = {
  name: 'sync-before-answer',
  fullRuns: 200,
  shortRuns: 10,
  obstacle: () => (spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0 ? null : 'strace can not trace here'),
  async run(folder, { runs, main }): Promise<FaultReport> {
    const trace = join(folder, 'trace')
    // -D: the server is our child, and the tracer its.
    const under = [
      'strace',
      '-D',
      '-f',
      '-y',
      '-s',
      '60',
      '-e',
      'trace=fsync,fdatasync,write,writev,sendto',
      '-o',
      trace,
    ]
    const server = await startFaultServer(join(folder, 'data'), { main, under })
    const readiness = await readinessOf(server.url)
    const ledger = await BatchLedger.start(server.url)
    for (let batch = 0; batch < runs; batch += 1) await ledger.send(server.url, `batch-${batch}`, 100)
    await server.stop()
    const steps = stepsOf(readFileSync(trace, 'utf8'))
    const answers = steps.flatMap((step, at) => (step.kind === 'answer' ? [at] : [])).slice(-runs)
    const early = answers.filter(at => steps[at - 1]?.kind !== 'sync')
    const complaints = early.length === 0 ? [] : [`${early.length} answers without a sync before them`]
    if (answers.length < runs) complaints.push(`only ${answers.length} answers of ${runs} were seen`)
    const excerpt = steps.slice(answers.at(-2)! + 1, answers.at(-1)! + 1).map(({ line }) => line.replaceAll(folder, ''))
    const { acknowledged } = ledger
    return { runs, acknowledged, lost: 0, doubled: 0, torn: 0, readiness: [readiness], complaints, excerpt }
  },
}

interface Step {
  readonly kind: 'sync' | 'answer'
  readonly line: string
}

/** Syncs of the log that were done, and answers to batches, in order. */
function stepsOf(trace: string): readonly Step[] {
  const unfinished = new Map<string, string>()
  return trace.split('\n').flatMap((line): readonly Step[] => {
    const thread = line.slice(0, line.indexOf(' '))
    if (/ f(data)?sync\(.*<unfinished/.test(line)) unfinished.set(thread, line)
    if (/ f(data)?sync\(.*= 0$/.test(line)) return line.includes(LOG) ? [{ kind: 'sync', line }] : []
    if (/<\.\.\. f(data)?sync resumed>.*= 0$/.test(line)) {
      const begun = unfinished.get(thread) ?? ''
      return begun.includes(LOG) ? [{ kind: 'sync', line: `${begun} ... ${line}` }] : []
    }
    return /HTTP\/1\.1 200/.test(line) ? [{ kind: 'answer', line }] : []
  })
}
