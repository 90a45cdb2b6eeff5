import { type Kysely, sql } from 'kysely'

/** Projects, their revisions, the audit log, and the looks taken at running experiments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createProjects(db)
  await createAuditLog(db)
  await db.schema
    .createTable('recorded_looks')
    .addColumn('experiment_id', 'text', column => column.notNull().references('projects.id').onDelete('cascade'))
    .addColumn('look', 'integer', column => column.notNull())
    .addColumn('information_fraction', 'double precision', column => column.notNull())
    .addColumn('boundary_z', 'double precision', column => column.notNull())
    .addColumn('comparisons_json', 'text', column => column.notNull())
    .addColumn('data_version', 'text', column => column.notNull())
    .addColumn('recorded_at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('recorded_looks_pk', ['experiment_id', 'look'])
    .execute()
}

async function createProjects(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('projects')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('project_name', 'text', column => column.notNull())
    .addColumn('search_text', 'text', column => column.notNull())
    .addColumn('metric_type', 'text', column => column.notNull())
    .addColumn('payload_json', 'text', column => column.notNull())
    .addColumn('payload_schema_version', 'integer', column => column.notNull())
    .addColumn('archived_at', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('updated_at', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('projects_updated_at').on('projects').columns(['updated_at desc', 'id desc']).execute()
  await db.schema
    .createTable('project_revisions')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('project_id', 'text', column => column.notNull().references('projects.id').onDelete('cascade'))
    .addColumn('payload_json', 'text', column => column.notNull())
    .addColumn('source', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .execute()
  await db.schema
    .createIndex('project_revisions_newest')
    .on('project_revisions')
    .columns(['project_id', 'created_at desc'])
    .execute()
}

async function createAuditLog(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter.constructor.name.startsWith('Sqlite')
  await db.schema
    .createTable('audit_log')
    .addColumn('id', isSqlite ? 'integer' : 'bigserial', column =>
      isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('ts', 'text', column => column.notNull())
    .addColumn('action', 'text', column => column.notNull())
    .addColumn('project_id', 'text')
    .addColumn('project_name', 'text')
    .addColumn('key_id', 'text')
    .addColumn('actor', 'text')
    .addColumn('request_id', 'text')
    .addColumn('payload_diff', 'text')
    .addColumn('ip_address', 'text')
    .execute()
  await sql`create index audit_log_newest on audit_log (ts desc, id desc)`.execute(db)
  await sql`create index audit_log_of_project on audit_log (project_id, ts desc)`.execute(db)
}
