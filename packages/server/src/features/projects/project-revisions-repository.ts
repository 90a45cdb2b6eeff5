import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely'
import type { ProjectRevisionsTable, Tables } from '../../database/tables.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import { laterThan } from './later-than.ts'
import type { Revision, RevisionSource } from './project.ts'

// A transaction is one of these too.
type Reader = Kysely<Tables>

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
