import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BatchLedger } from './batch-ledger.ts'
import { call, eventStoreComplaint, readinessOf } from './call.ts'
import type { Fault, FaultReport } from './fault.ts'
import { type FaultServer, startFaultServer } from './fault-server.ts'

const FILE = 'events.duckdb'
const LOG = 'events.duckdb.wal'
const LONGEST_WAIT_MS = 20_000

/** What is done to one of the two files; null: the file is removed. */
interface Damage {
  readonly what: string
  readonly file: typeof FILE | typeof LOG
  apply(bytes: Buffer): Buffer | null
}

const DAMAGES: readonly Damage[] = [
  { what: 'log cut within acknowledged commits', file: LOG, apply: bytes => bytes.subarray(0, bytes.length >> 1) },
  { what: 'file cut to its half', file: FILE, apply: bytes => bytes.subarray(0, bytes.length >> 1) },
  { what: 'length of a log entry flipped', file: LOG, apply: bytes => flipped(bytes, middleEntry(bytes) + 5) },
  { what: 'content of a log entry flipped', file: LOG, apply: bytes => flipped(bytes, middleEntry(bytes) + 20) },
  { what: 'head of the log flipped', file: LOG, apply: bytes => flipped(bytes, 5) },
  { what: 'log removed', file: LOG, apply: () => null },
  { what: 'file removed', file: FILE, apply: () => null },
  { what: 'last block of the file cut', file: FILE, apply: bytes => bytes.subarray(0, bytes.length - 1000) },
  { what: 'head of the file flipped', file: FILE, apply: bytes => flipped(bytes, 100) },
]

/** Damage within what was acknowledged: the server starts, says so, stores and drops nothing, and is well when it is undone. */
export const damagedFile: Fault = {
  name: 'damaged-file',
  fullRuns: DAMAGES.length,
  shortRuns: 1,
  async run(folder, options): Promise<FaultReport> {
    const data = join(folder, 'data')
    const ledger = await fillBothFiles(data, options.main)
    const whole = join(folder, 'whole')
    cpSync(data, whole, { recursive: true })
    const sum = { lost: 0, doubled: 0, torn: 0 }
    const readiness = new Set<string>()
    const complaints: string[] = []
    const details: Record<string, string> = {}
    for (const damage of DAMAGES.slice(0, options.runs)) {
      const seen = await runOne(data, whole, damage, ledger, options.main)
      for (const name of ['lost', 'doubled', 'torn'] as const) sum[name] += seen.audit[name]
      for (const said of seen.readiness) readiness.add(said)
      complaints.push(...seen.complaints.map(complaint => `${damage.what}: ${complaint}`))
      details[damage.what] = seen.detail.replaceAll(data, '')
    }
    const runs = Math.min(options.runs, DAMAGES.length)
    return { runs, acknowledged: ledger.acknowledged, ...sum, readiness: [...readiness], complaints, details }
  },
}

/** A checkpoint at the stop puts the first batches into the file; those after it stay in the log of a killed server. */
async function fillBothFiles(data: string, main: string): Promise<BatchLedger> {
  const first = await startFaultServer(data, { main })
  const ledger = await BatchLedger.start(first.url)
  for (let batch = 0; batch < 40; batch += 1) await ledger.send(first.url, `file-${batch}`, 1000)
  await first.stop()
  const second = await startFaultServer(data, { main })
  for (let batch = 0; batch < 20; batch += 1) await ledger.send(second.url, `log-${batch}`, 200)
  await second.kill()
  return ledger
}

async function runOne(data: string, whole: string, damage: Damage, ledger: BatchLedger, main: string) {
  restore(whole, data)
  const path = join(data, damage.file)
  const damaged = damage.apply(readFileSync(path))
  if (damaged === null) rmSync(path)
  else writeFileSync(path, damaged)
  const server = await startFaultServer(data, { main })
  const readiness = [await readinessOf(server.url)]
  const detail = await eventStoreComplaint(server.url)
  const write = await call('POST', ledger.path(server.url, 'conversions'), ONE)
  const read = await call('GET', ledger.path(server.url, 'ingestion'))
  const live = await call('GET', `${server.url}/livez`)
  const isLeft = damaged === null ? !existsSync(path) : readFileSync(path).equals(damaged)
  for (const file of [FILE, LOG]) cpSync(join(whole, file), join(data, file))
  const healedServer = damage === DAMAGES[0] ? server : await restarted(server, data, main)
  const healed = await untilReady(healedServer.url)
  readiness.push(healed)
  const audit = healed === '200' ? await ledger.audit(healedServer.url, 'all') : { lost: 1, doubled: 0, torn: 0 }
  await healedServer.stop()
  const wrong: [boolean, string][] = [
    [readiness[0] !== '503 event_store', `/readyz says ${readiness[0]}`],
    [!detail.includes(FILE), `the detail is "${detail}"`],
    [write.status !== 503 || write.body.error_code !== 'event_store_unavailable', `a write answers ${write.status}`],
    [read.status !== 503 || read.body.error_code !== 'event_store_unavailable', `a read answers ${read.status}`],
    [live.status !== 200, `/livez answers ${live.status}`],
    [!isLeft, 'the damaged file was written to'],
    [healed !== '200', `when the files are whole again /readyz says ${healed}`],
  ]
  return { readiness, detail, audit, complaints: wrong.filter(([is]) => is).map(([, complaint]) => complaint) }
}

const ONE = { conversions: [{ user_id: 'user-0', metric: 'file-0', idempotency_key: '0' }] }

function restore(whole: string, data: string): void {
  rmSync(data, { recursive: true })
  cpSync(whole, data, { recursive: true })
}

async function restarted(server: FaultServer, data: string, main: string): Promise<FaultServer> {
  await server.stop()
  return startFaultServer(data, { main })
}

/** Without a new start the server tries again by itself, every few seconds. */
async function untilReady(url: string): Promise<string> {
  const start = performance.now()
  let said = await readinessOf(url)
  while (said !== '200' && performance.now() - start < LONGEST_WAIT_MS) {
    await wait(500)
    said = await readinessOf(url)
  }
  return said
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 0xff
  return copy
}

/** The log has a head of its own, then entries: length (8 bytes), checksum (8 bytes), content. */
function middleEntry(bytes: Buffer): number {
  let at = headLength(bytes)
  while (at < bytes.length / 2) at += 16 + Number(bytes.readBigUInt64LE(at))
  return at
}

/** The shortest head after which entries reach exactly to the end. */
function headLength(bytes: Buffer): number {
  for (let head = 0; head < 200; head += 1) {
    let at = head
    while (at + 16 < bytes.length && bytes.readBigUInt64LE(at) < bytes.length)
      at += 16 + Number(bytes.readBigUInt64LE(at))
    if (at === bytes.length) return head
  }
  throw new Error('The log has no entries that reach to its end.')
}
