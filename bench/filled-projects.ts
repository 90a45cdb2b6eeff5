import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isoTime } from '../packages/server/src/clock.ts'
import { type Database, openSqlite } from '../packages/server/src/database/database.ts'
import { inTransaction } from '../packages/server/src/database/in-transaction.ts'
import { ExperimentInput, type ExperimentPayload } from '../packages/server/src/features/projects/experiment-input.ts'
import { projectAudit } from '../packages/server/src/features/projects/project-audit.ts'
import { EXAMPLE_PROJECT } from '../packages/server/src/features/projects/project-example.ts'
import { ProjectsRepository } from '../packages/server/src/features/projects/projects-repository.ts'
import { parserOf } from '../packages/server/src/http/validation.ts'

const REVISIONS = 3
const LONG_TEXT = 'What we know so far. '.repeat(150)
const CALLER = {
  session: { scope: 'write', source: 'open', actor: 'bench', keyId: null },
  requestId: 'bench',
  clientAddress: '127.0.0.1',
} as const

const parse = parserOf(ExperimentInput, 'body')

/** Projects with three revisions each, a tenth archived, half analysed, the design a few kilobytes long. */
export async function fillProjects(dataDir: string, count: number): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const databasePath = join(dataDir, 'projects.sqlite3')
  const settings = { sqliteBusyTimeoutMs: 5000, sqliteJournalMode: 'WAL', sqliteSynchronous: 'FULL' }
  const db = await openSqlite({ databasePath, ...settings })
  for (let from = 0; from < count; from += 1000)
    await addProjects(db, { from, to: Math.min(count, from + 1000), count })
  await db.destroy()
}

interface Part {
  readonly from: number
  readonly to: number
  readonly count: number
}

function addProjects(db: Database, { from, to, count }: Part): Promise<void> {
  const projects = new ProjectsRepository(db)
  return inTransaction(db, async unit => {
    for (let at = from; at < to; at += 1) {
      const audit = (step: number) => {
        const clock = { now: () => 1_700_000_000_000 + ((at * 7919) % count) * 60_000 + step * 1000 }
        return projectAudit('project.update', { id: `project-${at}`, name: `${at}` }, CALLER, clock)
      }
      let project = await projects.create(unit, `project-${at}`, payloadOf(at, count), audit(0))
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

function payloadOf(at: number, count: number): ExperimentPayload {
  const payload = structuredClone(EXAMPLE_PROJECT)
  payload.project.project_name = `Experiment number ${(at * 613) % count}`
  payload.project.project_description = LONG_TEXT
  return parse({ ...payload, metrics: metricsOf(at, payload.metrics) }) as ExperimentPayload
}

function metricsOf(at: number, metrics: typeof EXAMPLE_PROJECT.metrics) {
  return at % 4 === 0 ? { ...metrics, metric_type: 'count', baseline_value: 2 } : metrics
}
