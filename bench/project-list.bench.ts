import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoTime } from '../packages/server/src/clock.ts'
import { type Database, openSqlite } from '../packages/server/src/database/database.ts'
import { inTransaction } from '../packages/server/src/database/in-transaction.ts'
import { ExperimentInput, type ExperimentPayload } from '../packages/server/src/features/projects/experiment-input.ts'
import { projectAudit } from '../packages/server/src/features/projects/project-audit.ts'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { ProjectsRepository } from '../packages/server/src/features/projects/projects-repository.ts'
import { parserOf } from '../packages/server/src/http/validation.ts'
import { type Call, percentile, sendAll } from './http-load.ts'
import { startServerProcess } from './server-process.ts'
import { rounded } from './two-sides.ts'

// The list over HTTP beside GET /health, one request at a time: pages, searches and sorts of many projects, each with a few
// revisions, a tenth of them archived, half of them analysed, the design a few kilobytes long.
const [count = 10_000, requests = 400] = process.argv.slice(2).map(Number)
const REVISIONS = 3
const LONG_TEXT = 'What we know so far. '.repeat(150)
const CALLER = {
  session: { scope: 'write', source: 'open', actor: 'bench', keyId: null },
  requestId: 'bench',
  clientAddress: '127.0.0.1',
} as const
const QUESTIONS: Readonly<Record<string, string>> = {
  'first page': '',
  'last page': `&offset=${Math.round(count * 0.9) - 50}`,
  'all, by date of creation': '&status=all&sort_by=created_at',
  'by name': '&sort_by=name&sort_dir=asc',
  'by duration': '&sort_by=duration_days',
  'of one type': '&metric_type=count',
  'search that finds few': `&q=number%20${count - 7}`,
  'search that finds all': '&q=EXPERIMENT&sort_by=name',
  'search that finds none': '&q=nowhere',
}

const parse = parserOf(ExperimentInput, 'body')
const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
const dataDir = join(folder, 'data')

try {
  await fill(join(dataDir, 'projects.sqlite3'))
  const { port, stop } = await startServerProcess(dataDir)
  const health = await timesOf(port, { method: 'GET', path: '/health' })
  for (const [question, query] of Object.entries(QUESTIONS)) {
    const own = await timesOf(port, { method: 'GET', path: `/api/v1/projects?limit=50${query}` })
    const figures = { p50_ms: rounded(percentile(own, 0.5)), p95_ms: rounded(percentile(own, 0.95)) }
    const beside = { health_p95_ms: rounded(percentile(health, 0.95)) }
    const bar = 'p95_ms <= 20'
    console.log(
      JSON.stringify({ bench: 'project-list', question, projects: count, requests, ...figures, ...beside, bar }),
    )
  }
  await stop()
} finally {
  rmSync(folder, { recursive: true })
}

async function timesOf(port: number, call: Call): Promise<readonly number[]> {
  await sendAll(port, Array<Call>(20).fill(call), 1)
  return (await sendAll(port, Array<Call>(requests).fill(call), 1)).milliseconds
}

async function fill(databasePath: string): Promise<void> {
  mkdirSync(dataDir)
  const settings = { sqliteBusyTimeoutMs: 5000, sqliteJournalMode: 'WAL', sqliteSynchronous: 'FULL' }
  const db = await openSqlite({ databasePath, ...settings })
  for (let from = 0; from < count; from += 1000) await addProjects(db, from, Math.min(count, from + 1000))
  await db.destroy()
}

function addProjects(db: Database, from: number, to: number): Promise<void> {
  const projects = new ProjectsRepository(db)
  return inTransaction(db, async unit => {
    for (let at = from; at < to; at += 1) {
      const audit = (step: number) => {
        const clock = { now: () => 1_700_000_000_000 + ((at * 7919) % count) * 60_000 + step * 1000 }
        return projectAudit('project.update', { id: `project-${at}`, name: `${at}` }, CALLER, clock)
      }
      let project = await projects.create(unit, `project-${at}`, payloadOf(at), audit(0))
      for (let step = 1; step < REVISIONS; step += 1) {
        const edit = { payload: project.payload, frozenRevision: project.frozenRevision, audit: audit(step) }
        project = await projects.replace(unit, project, edit)
      }
      if (at % 2 === 0) {
        const last_analysis_at = isoTime(1_700_000_000_000 + at)
        const seen = { last_analysis_at, last_analysis_run_id: `run-${at}`, duration_days: (at * 31) % 97 }
        project = await projects.note(unit, project, seen, audit(4))
      }
      if (at % 10 === 3) await projects.mark(unit, project, audit(5).at, audit(5))
    }
  })
}

function payloadOf(at: number): ExperimentPayload {
  const payload = structuredClone(EXAMPLE_PROJECT)
  payload.project.project_name = `Experiment number ${(at * 613) % count}`
  payload.project.project_description = LONG_TEXT
  return parse({ ...payload, metrics: metricsOf(at, payload.metrics) }) as ExperimentPayload
}

function metricsOf(at: number, metrics: typeof EXAMPLE_PROJECT.metrics) {
  return at % 4 === 0 ? { ...metrics, metric_type: 'count', baseline_value: 2 } : metrics
}
