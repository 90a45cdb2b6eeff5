import { type Kysely, sql } from 'kysely'

/** What the list of projects is read from, and which revision of a project its experiment goes by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('projects').addColumn('hypothesis', 'text').execute()
  await db.schema.alterTable('projects').addColumn('frozen_revision_id', 'text').execute()
  await fillHypotheses(db)
  // The list sorts by name without regard to case, so this index served nobody; and a very long name did not fit into it.
  await sql`drop index projects_name`.execute(db)
  await sql`create index projects_listed on projects (archived_at, updated_at desc, id desc, metric_type)`.execute(db)
  if (isSqlite(db)) await coverSearches(db)
  await sql`create index idempotent_answers_oldest on idempotent_answers (created_at)`.execute(db)
}

async function fillHypotheses(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; payload_json: string }>`select id, payload_json from projects`.execute(db)
  for (const { id, payload_json } of rows) {
    const { hypothesis } = JSON.parse(payload_json) as { hypothesis: { hypothesis_statement: string } }
    await sql`update projects set hypothesis = ${hypothesis.hypothesis_statement} where id = ${id}`.execute(db)
  }
}

// What searches and sorts read, without the payload that lies between in a row of SQLite. PostgreSQL keeps large values apart
// by itself, and could not hold a long text in an index.
async function coverSearches(db: Kysely<unknown>): Promise<void> {
  const columns = 'archived_at, metric_type, duration_days, updated_at, created_at, project_name, search_text, id'
  await sql`create index projects_searched on projects (${sql.raw(columns)})`.execute(db)
}

function isSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter.constructor.name.startsWith('Sqlite')
}
