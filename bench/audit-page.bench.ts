import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../packages/server/src/config.ts'
import { type Database, openSqlite } from '../packages/server/src/database/database.ts'
import { type AuditEntry, recordAudits } from '../packages/server/src/features/audit/audit-repository.ts'
import { type Call, percentile, send, sendAll } from './http-load.ts'
import { startServerProcess } from './server-process.ts'
import { rounded } from './two-sides.ts'

// Pages of a large audit log over HTTP, with their totals, while the log grows: the newest page, pages anywhere in the
// log, and pages of a project, a key, an action, a project's action and a day. The first count of each filter is told apart.
const [rows = 1_000_000, repeats = 40, limit = 100] = process.argv.slice(2).map(Number)
const PROJECTS = 50
const START = Date.UTC(2026, 0, 1)
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))

try {
  const db = await openSqlite(readConfig({ AB_DATA_DIR: folder }).storage)
  await fill(db, 0, rows)
  const { port, stop } = await startServerProcess(folder)
  const kinds = kindsOfPages()
  const cold: number[] = []
  for (const [, pageOf] of kinds) cold.push(...(await sendAll(port, [pageOf(0)], 1)).milliseconds)
  const milliseconds: number[] = []
  for (const [kind, pageOf] of kinds) {
    await fill(db, rows, 10)
    const calls = Array.from({ length: repeats }, (_, at) => pageOf(at))
    const result = await sendAll(port, calls, 1)
    milliseconds.push(...result.milliseconds)
    print(`audit-${kind}`, result.milliseconds)
  }
  milliseconds.sort((a, b) => a - b)
  const { total } = JSON.parse(await send(port, page(''))) as { total: number }
  if (total !== rows + 10 * kinds.length) throw new Error(`${total} entries are told`)
  print('audit-page', milliseconds, { first_ms: rounded(Math.max(...cold)), bar: 'p95_ms <= 20' })
  await stop()
  await db.destroy()
} finally {
  rmSync(folder, { recursive: true })
}

function kindsOfPages(): readonly (readonly [string, (at: number) => Call])[] {
  const day = (at: number) => new Date(START + at * 86_400_000).toISOString()
  return [
    ['newest', () => page('')],
    ['anywhere', at => page(`before_id=${1 + Math.floor((rows * (at + 1)) / (repeats + 1))}`)],
    ['project', at => page(`project_id=project-${at % PROJECTS}`)],
    ['key', at => page(`key_id=key-${at % 4}`)],
    ['action', at => page(`action=${at % 2 === 0 ? 'ingest.exposures' : 'project.update'}`)],
    ['project-action', at => page(`project_id=project-${at % PROJECTS}&action=project.update`)],
    ['day', () => page(`since=${day(2)}&until=${day(3)}`)],
  ]
}

function page(query: string): Call {
  return { method: 'GET', path: `/api/v1/audit?limit=${limit}&${query}` }
}

async function fill(db: Database, from: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += 10_000) {
    const size = Math.min(10_000, count - done)
    await recordAudits(
      db,
      Array.from({ length: size }, (_, at) => entry(from + done + at)),
    )
  }
}

function entry(at: number): AuditEntry {
  const project = at % PROJECTS
  return {
    action: at % 100 === 7 ? 'project.update' : 'ingest.exposures',
    at: new Date(START + at * 1000).toISOString(),
    projectId: `project-${project}`,
    projectName: `Project ${project}`,
    actor: `api_key:key-${at % 4}`,
    keyId: `key-${at % 4}`,
    requestId: `request-${at}`,
    clientAddress: '203.0.113.7',
    diff: { received: [null, 1000], recorded: [null, 998], deduplicated: [null, 2], refused: [null, 0] },
  }
}

function print(bench: string, milliseconds: readonly number[], more: Record<string, number | string> = {}): void {
  const [p50, p95] = [percentile(milliseconds, 0.5), percentile(milliseconds, 0.95)]
  console.log(JSON.stringify({ bench, rows, limit, p50_ms: rounded(p50), p95_ms: rounded(p95), ...more }))
}
