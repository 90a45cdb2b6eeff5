import { type Kysely, sql } from 'kysely'

/** Jobs: long computations, and their results for a quarter of an hour. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('progress', 'double precision', column => column.notNull())
    .addColumn('result_json', 'text')
    .addColumn('error_json', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('heartbeat_at', 'text', column => column.notNull())
    .addColumn('finished_at', 'text')
    .execute()
  // What is over is found by its end, what was abandoned by its last heartbeat.
  await sql`create index jobs_oldest on jobs (finished_at, heartbeat_at)`.execute(db)
}
