import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { send, sendAll } from './http-load.ts'
import { startServerProcess } from './server-process.ts'
import { againBatches, soakBatches } from './soak/soak-batches.ts'
import { soakVerdict } from './soak/soak-verdict.ts'
import { printWindow, type SoakWindow, windowOf } from './soak/soak-window.ts'

// npm run soak [-- --minutes N] [--again] [--record]: batches of 1,000 at half the peak rate, in time whether answered or not, and a
// reader of live-stats each second. A JSON line each ten seconds; memory and latency of the last third over the first.
const words = process.argv.slice(2)
const minutesAt = words.indexOf('--minutes')
const minutes = minutesAt < 0 ? 20 : Number(words[minutesAt + 1])
const WINDOW_MS = 10_000
const PEAK_BATCHES = 300
/** Then the events go to a new experiment: what one read costs grows with what its experiment stores. */
const EXPERIMENT_MS = 60_000
const date = new Date().toISOString()
const folder = mkdtempSync(join(tmpdir(), 'verdict-soak-'))
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const seen: { ingestion: number[]; reads: number[]; events: number; failures: number } = fresh()
const windows: SoakWindow[] = []
const current = { id: '' }

try {
  const server = await startServerProcess(join(folder, 'data'))
  const peak = await peakRate(server.port)
  const perSecond = peak / 2
  const end = performance.now() + minutes * 60_000
  current.id = await newExperiment(server.port)
  const reading = read(server.port, end)
  const writing = write(server.port, perSecond, end)
  await watch(server.process.pid!, end)
  await Promise.all([reading, writing])
  const verdict = soakVerdict(windows)
  const machine = { again: words.includes('--again'), cores: cpus().length, node: process.version, ...noteOf(words) }
  print({
    bench: 'soak',
    date,
    minutes,
    peak_per_second: peak * 1000,
    per_second: perSecond * 1000,
    ...verdict,
    ...machine,
  })
  await server.stop()
  if (!verdict.is_memory_flat || !verdict.is_latency_flat) process.exitCode = 1
} finally {
  agent.destroy()
  rmSync(folder, { recursive: true })
}

function fresh() {
  return { ingestion: [], reads: [], events: 0, failures: 0 }
}

async function newExperiment(port: number): Promise<string> {
  const body = Buffer.from(JSON.stringify(EXAMPLE_PROJECT))
  return (JSON.parse(await send(port, { method: 'POST', path: '/api/v1/projects', body })) as { id: string }).id
}

/** Batches a second when the next is sent as soon as one is answered; on an experiment of its own. */
async function peakRate(port: number): Promise<number> {
  const batches = soakBatches(await newExperiment(port))
  const calls = Array.from({ length: PEAK_BATCHES }, () => batches.next().value)
  await sendAll(port, calls.slice(0, 50), 4)
  const { seconds } = await sendAll(port, calls.slice(50), 4)
  return Math.round((PEAK_BATCHES - 50) / seconds)
}

async function write(port: number, perSecond: number, end: number): Promise<void> {
  const again = words.includes('--again')
  let batches = again ? againBatches(current.id) : soakBatches(current.id)
  const perExperiment = Math.round((perSecond * EXPERIMENT_MS) / 1000)
  const start = performance.now()
  const waiting = new Set<Promise<void>>()
  for (let at = 0; ; at += 1) {
    const due = start + (at * 1000) / perSecond
    if (due > end) break
    if (due > performance.now()) await wait(due - performance.now())
    if (!again && at > 0 && at % perExperiment === 0) {
      current.id = await newExperiment(port)
      batches = soakBatches(current.id)
    }
    const sent = send(port, batches.next().value, agent)
      .then(() => {
        seen.ingestion.push(performance.now() - due)
        seen.events += 1000
      })
      .catch(() => {
        seen.failures += 1
      })
      .finally(() => waiting.delete(sent))
    waiting.add(sent)
  }
  await Promise.all(waiting)
}

async function read(port: number, end: number): Promise<void> {
  for (let due = performance.now() + 1000; due < end; due += 1000) {
    if (due > performance.now()) await wait(due - performance.now())
    const begun = performance.now()
    await send(port, { method: 'GET', path: `/api/v1/experiments/${current.id}/live-stats` }, agent).then(
      () => seen.reads.push(performance.now() - begun),
      () => {
        seen.failures += 1
      },
    )
  }
}

async function watch(pid: number, end: number): Promise<void> {
  while (end - performance.now() > WINDOW_MS / 2) {
    const begun = performance.now()
    await wait(Math.min(WINDOW_MS, end - begun))
    const taken = { ...seen }
    Object.assign(seen, fresh())
    const window = windowOf(taken, (performance.now() - begun) / 1000, pid, join(folder, 'data'))
    windows.push(window)
    print(printWindow(window, windows.length))
  }
}

function noteOf(given: readonly string[]): { readonly note?: string } {
  const at = given.indexOf('--note')
  return at < 0 ? {} : { note: given[at + 1]! }
}

function print(line: object): void {
  const text = JSON.stringify(line)
  console.log(text)
  if (!words.includes('--record')) return
  mkdirSync('bench/results', { recursive: true })
  appendFileSync(`bench/results/soak-${date.slice(0, 10)}.jsonl`, `${text}\n`)
}
