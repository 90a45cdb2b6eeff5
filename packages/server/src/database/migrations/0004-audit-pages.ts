import { type Kysely, sql } from 'kysely'

/** Pages of the audit log go by id, so each filter has an index that ends with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index audit_log_of_project`.execute(db)
  await sql`create index audit_log_of_project_by_id on audit_log (project_id, id desc)`.execute(db)
  await sql`create index audit_log_of_project_action on audit_log (project_id, action, id desc)`.execute(db)
}
