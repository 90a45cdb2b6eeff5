import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillExperiment } from './filled-experiment.ts'
import { type Call, percentile, send, sendAll } from './http-load.ts'
import { startServerProcess } from './server-process.ts'

// Reads during full ingestion beside reads alone. Each read is a new one: an event comes before it, so that nothing is
// remembered. The events of the load go to another experiment of the same server, as fast as eight callers can.
const [users = 200_000, reads = 40] = process.argv.slice(2).map(Number)
const BATCH = 1000
const folder = await mkdtemp(join(tmpdir(), 'verdict-mixed-'))

try {
  const dataDir = join(folder, 'data')
  const id = await fillExperiment(dataDir, { users, events: users * 10 })
  const server = await startServerProcess(dataDir)
  await readAll(server.port, id, 5)
  const alone = await readAll(server.port, id, reads)
  const load = await startLoad(server.port)
  const during = await readAll(server.port, id, reads)
  const rate = await load.stop()
  await server.stop()
  const [before, beside] = [percentile(alone, 0.95), percentile(during, 0.95)]
  const figures = { users, events: users * 10, reads, events_per_second: Math.round(rate) }
  const times = { alone_p95_ms: Math.round(before), during_p95_ms: Math.round(beside) }
  console.log(
    JSON.stringify({
      bench: 'mixed-load',
      ...figures,
      ...times,
      ratio: Number((beside / before).toFixed(2)),
      bar: '<= 4',
    }),
  )
} finally {
  rmSync(folder, { recursive: true })
}

async function readAll(port: number, id: string, count: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let read = 0; read < count; read += 1) {
    const conversions = [{ user_id: 'first', metric: 'primary', value: 1 }]
    const path = `/api/v1/experiments/${id}`
    await send(port, {
      method: 'POST',
      path: `${path}/conversions`,
      body: Buffer.from(JSON.stringify({ conversions })),
    })
    const start = performance.now()
    await send(port, { method: 'GET', path: `${path}/live-stats` })
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

/** Sends new users until it is stopped; then tells how many events a second were taken. */
async function startLoad(port: number) {
  const template = await send(port, { method: 'GET', path: '/api/v1/projects' })
  const [{ id: known }] = (JSON.parse(template) as { projects: [{ id: string }] }).projects
  const project = JSON.parse(await send(port, { method: 'GET', path: `/api/v1/projects/${known}` })) as {
    payload: unknown
  }
  const created = await send(port, {
    method: 'POST',
    path: '/api/v1/projects',
    body: Buffer.from(JSON.stringify(project.payload)),
  })
  const path = `/api/v1/experiments/${(JSON.parse(created) as { id: string }).id}/exposures`
  let [isOver, sent, seconds] = [false, 0, 0]
  const running = (async () => {
    while (!isOver) {
      const calls = Array.from({ length: 40 }, (_, at) => batch(path, sent + at))
      seconds += (await sendAll(port, calls, 8)).seconds
      sent += calls.length
    }
  })()
  return {
    async stop() {
      isOver = true
      await running
      return (sent * BATCH) / seconds
    },
  }
}

function batch(path: string, number: number): Call {
  const exposures = Array.from({ length: BATCH }, (_, index) => ({
    user_id: `load-${number * BATCH + index}`,
    variation_index: index % 2,
  }))
  return { method: 'POST', path, body: Buffer.from(JSON.stringify({ exposures })) }
}
