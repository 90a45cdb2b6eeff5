import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder, Insertable, Kysely, Selectable } from 'kysely'
import { chunksOf } from '../../database/chunks-of.ts'
import type { ProjectRevisionsTable, Tables } from '../../database/tables.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import { laterThan } from './later-than.ts'
import type { Revision, RevisionSource } from './project.ts'

// A transaction is one of these too.
type Reader = Kysely<Tables>

const ROWS_AT_ONCE = 200

export interface NewRevision {
  readonly projectId: string
  readonly payload: ExperimentPayload
  readonly source: RevisionSource
  readonly at: string
}

/**
 * Keeps a payload as it stands, in the transaction of the change that made it, and returns its id. The times of the
 * revisions of a project grow with their order, whatever the clock does.
 */
export async function addRevision(transaction: Reader, revision: NewRevision): Promise<string> {
  const newest = await newestRow(transaction, revision.projectId)
  const id = randomUUID()
  await transaction
    .insertInto('project_revisions')
    .values({
      id,
      project_id: revision.projectId,
      payload_json: JSON.stringify(revision.payload),
      source: revision.source,
      created_at: laterThan(newest?.created_at, revision.at),
    })
    .execute()
  return id
}

/** Adds revisions with the ids and times that they come with. */
export async function addRevisionRows(
  transaction: Reader,
  rows: readonly Insertable<ProjectRevisionsTable>[],
): Promise<void> {
  for (const part of chunksOf(rows, ROWS_AT_ONCE)) {
    await transaction
      .insertInto('project_revisions')
      .values([...part])
      .execute()
  }
}

/** The ids of all revisions, the oldest first. */
export async function listRevisionIds(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('project_revisions').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export function listRevisionRows(
  db: Reader,
  ids: readonly string[],
): Promise<readonly Selectable<ProjectRevisionsTable>[]> {
  return db.selectFrom('project_revisions').selectAll().where('id', 'in', ids).execute()
}

/** The id of the revision that holds the present payload; null when there is none. */
export async function findNewestRevisionId(db: Reader, projectId: string): Promise<string | null> {
  return (await newestRow(db, projectId))?.id ?? null
}

export async function findRevision(db: Reader, projectId: string, revisionId: string): Promise<Revision | null> {
  const row = await db
    .selectFrom('project_revisions')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('id', '=', revisionId)
    .executeTakeFirst()
  return row ? toRevision(row) : null
}

/** The revision that was in force at a moment: the newest that is not younger, or the oldest of all. */
export async function findRevisionAt(db: Reader, projectId: string, at: string): Promise<Revision | null> {
  const ofProject = db.selectFrom('project_revisions').selectAll().where('project_id', '=', projectId)
  const row =
    (await ofProject.where('created_at', '<=', at).orderBy('created_at', 'desc').limit(1).executeTakeFirst()) ??
    (await ofProject.orderBy('created_at', 'asc').limit(1).executeTakeFirst())
  return row ? toRevision(row) : null
}

/** A page of the revisions, the newest first. */
export async function listRevisions(
  db: Reader,
  projectId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly revisions: readonly Revision[]; readonly total: number }> {
  const ofProject = db.selectFrom('project_revisions').where('project_id', '=', projectId)
  const { count } = await ofProject.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await ofProject
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { revisions: rows.map(toRevision), total: Number(count) }
}

/** When the newest revisions were made, and how. */
export async function listNewestRevisions(
  db: Reader,
  projectId: string,
  limit: number,
): Promise<readonly { readonly createdAt: string; readonly source: string }[]> {
  const rows = await db
    .selectFrom('project_revisions')
    .select(['created_at', 'source'])
    .where('project_id', '=', projectId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ created_at: createdAt, source }) => ({ createdAt, source }))
}

/** How many revisions a project has, and when the newest was made; for the select of a project. */
export function revisionSummary({ selectFrom }: ExpressionBuilder<Tables, 'projects'>) {
  const ofProject = selectFrom('project_revisions').whereRef('project_revisions.project_id', '=', 'projects.id')
  return [
    ofProject.select(({ fn }) => fn.countAll<number>().as('count')).as('revision_count'),
    ofProject.select(({ fn }) => fn.max('created_at').as('newest')).as('last_revision_at'),
  ] as const
}

function newestRow(db: Reader, projectId: string) {
  return db
    .selectFrom('project_revisions')
    .select(['id', 'created_at'])
    .where('project_id', '=', projectId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function toRevision(row: Selectable<ProjectRevisionsTable>): Revision {
  return {
    id: row.id,
    createdAt: row.created_at,
    source: row.source as RevisionSource,
    payload: JSON.parse(row.payload_json) as ExperimentPayload,
  }
}
