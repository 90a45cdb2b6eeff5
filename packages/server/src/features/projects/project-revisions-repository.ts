import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder, Transaction } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import type { Revision } from './project.ts'

export interface NewRevision {
  readonly projectId: string
  readonly payload: ExperimentPayload
  readonly source: 'create' | 'update' | 'workspace_import'
  readonly at: string
}

/** Keeps a payload as it stands, in the transaction of the change that made it. */
export async function addRevision(transaction: Transaction<Tables>, revision: NewRevision): Promise<void> {
  await transaction
    .insertInto('project_revisions')
    .values({
      id: randomUUID(),
      project_id: revision.projectId,
      payload_json: JSON.stringify(revision.payload),
      source: revision.source,
      created_at: revision.at,
    })
    .execute()
}

/** The revision that was in force at a moment: the newest that is not younger, or the oldest of all. */
export async function findRevisionAt(db: Database, projectId: string, at: string): Promise<Revision | null> {
  const ofProject = db.selectFrom('project_revisions').selectAll().where('project_id', '=', projectId)
  const row =
    (await ofProject.where('created_at', '<=', at).orderBy('created_at', 'desc').limit(1).executeTakeFirst()) ??
    (await ofProject.orderBy('created_at', 'asc').limit(1).executeTakeFirst())
  if (row === undefined) return null
  return { id: row.id, createdAt: row.created_at, payload: JSON.parse(row.payload_json) as ExperimentPayload }
}

/** When the newest revisions were made, and how. */
export async function listNewestRevisions(
  db: Database,
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
