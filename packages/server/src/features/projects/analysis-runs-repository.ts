import { randomUUID } from 'node:crypto'
import type { Insertable, Kysely, Selectable } from 'kysely'
import { chunksOf } from '../../database/chunks-of.ts'
import type { AnalysisRunsTable, Tables } from '../../database/tables.ts'
import type { StoredAnalysis } from '../reports/analysis-schema.ts'
import { laterThan } from './later-than.ts'
import type { Project } from './project.ts'

// A transaction is one of these too.
type Reader = Kysely<Tables>

const ROWS_AT_ONCE = 200

export interface AnalysisRun {
  readonly id: string
  readonly projectId: string
  readonly createdAt: string
  readonly analysis: StoredAnalysis
}

/** Keeps a run; the newest run is the one that was added last, whatever the clock does. */
export async function addAnalysisRun(
  transaction: Reader,
  { projectId, analysis, at }: { readonly projectId: string; readonly analysis: StoredAnalysis; readonly at: string },
): Promise<Pick<AnalysisRun, 'id' | 'createdAt'>> {
  const newest = await transaction
    .selectFrom('analysis_runs')
    .select(({ fn }) => fn.max('created_at').as('created_at'))
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  const [id, createdAt] = [randomUUID(), laterThan(newest?.created_at, at)]
  await transaction
    .insertInto('analysis_runs')
    .values({ id, project_id: projectId, analysis_json: JSON.stringify(analysis), created_at: createdAt })
    .execute()
  return { id, createdAt }
}

/** Adds runs with the ids and times that they come with. */
export async function addAnalysisRunRows(
  transaction: Reader,
  rows: readonly Insertable<AnalysisRunsTable>[],
): Promise<void> {
  for (const part of chunksOf(rows, ROWS_AT_ONCE)) {
    await transaction
      .insertInto('analysis_runs')
      .values([...part])
      .execute()
  }
}

/** The ids of all runs, the oldest first. */
export async function listAnalysisRunIds(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('analysis_runs').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export function listAnalysisRunRows(
  db: Reader,
  ids: readonly string[],
): Promise<readonly Selectable<AnalysisRunsTable>[]> {
  return db.selectFrom('analysis_runs').selectAll().where('id', 'in', ids).execute()
}

export async function findAnalysisRun(db: Reader, projectId: string, runId: string): Promise<AnalysisRun | null> {
  const row = await db
    .selectFrom('analysis_runs')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('id', '=', runId)
    .executeTakeFirst()
  return row ? toRun(row) : null
}

/** The newest run of a project; null while there is none. */
export async function findNewestRun(
  db: Reader,
  { id, lastAnalysisRunId }: Pick<Project, 'id' | 'lastAnalysisRunId'>,
): Promise<AnalysisRun | null> {
  return lastAnalysisRunId === null ? null : findAnalysisRun(db, id, lastAnalysisRunId)
}

/** A page of the runs of a project, the newest first. */
export async function listAnalysisRuns(
  db: Reader,
  projectId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly runs: readonly AnalysisRun[]; readonly total: number }> {
  const ofProject = db.selectFrom('analysis_runs').where('project_id', '=', projectId)
  const { count } = await ofProject.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const newestFirst = ofProject.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc')
  const rows = await newestFirst.limit(page.limit).offset(page.offset).execute()
  return { runs: rows.map(toRun), total: Number(count) }
}

function toRun(row: Selectable<AnalysisRunsTable>): AnalysisRun {
  return {
    id: row.id,
    projectId: row.project_id,
    createdAt: row.created_at,
    analysis: JSON.parse(row.analysis_json) as StoredAnalysis,
  }
}
