import { randomUUID } from 'node:crypto'
import type { Insertable, Kysely, Selectable } from 'kysely'
import { chunksOf } from '../../database/chunks-of.ts'
import type { ExportEventsTable, Tables } from '../../database/tables.ts'
import { laterThan } from './later-than.ts'

// A transaction is one of these too.
type Reader = Kysely<Tables>

const ROWS_AT_ONCE = 200

export type ExportFormat = 'markdown' | 'html' | 'pdf'

export interface ExportEvent {
  readonly id: string
  readonly projectId: string
  readonly analysisRunId: string | null
  readonly format: ExportFormat
  readonly createdAt: string
}

/** Writes down that a project was exported, and returns when. */
export async function addExportEvent(
  transaction: Reader,
  { projectId, analysisRunId, format, createdAt: at }: Omit<ExportEvent, 'id'>,
): Promise<string> {
  const newest = await transaction
    .selectFrom('export_events')
    .select(({ fn }) => fn.max('created_at').as('created_at'))
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  const createdAt = laterThan(newest?.created_at, at)
  await transaction
    .insertInto('export_events')
    .values({
      id: randomUUID(),
      project_id: projectId,
      analysis_run_id: analysisRunId,
      format,
      created_at: createdAt,
    })
    .execute()
  return createdAt
}

/** Adds exports with the ids and times that they come with. */
export async function addExportEventRows(
  transaction: Reader,
  rows: readonly Insertable<ExportEventsTable>[],
): Promise<void> {
  for (const part of chunksOf(rows, ROWS_AT_ONCE)) {
    await transaction
      .insertInto('export_events')
      .values([...part])
      .execute()
  }
}

/** The ids of all exports, the oldest first. */
export async function listExportEventIds(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('export_events').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export function listExportEventRows(
  db: Reader,
  ids: readonly string[],
): Promise<readonly Selectable<ExportEventsTable>[]> {
  return db.selectFrom('export_events').selectAll().where('id', 'in', ids).execute()
}

/** A page of the exports of a project, the newest first. */
export async function listExportEvents(
  db: Reader,
  projectId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly events: readonly ExportEvent[]; readonly total: number }> {
  const ofProject = db.selectFrom('export_events').where('project_id', '=', projectId)
  const { count } = await ofProject.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const newestFirst = ofProject.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc')
  const rows = await newestFirst.limit(page.limit).offset(page.offset).execute()
  return { events: rows.map(toExportEvent), total: Number(count) }
}

function toExportEvent(row: Selectable<ExportEventsTable>): ExportEvent {
  return {
    id: row.id,
    projectId: row.project_id,
    analysisRunId: row.analysis_run_id,
    format: row.format as ExportFormat,
    createdAt: row.created_at,
  }
}
