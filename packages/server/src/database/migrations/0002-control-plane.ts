import { type ColumnDataType, type Kysely, sql } from 'kysely'

/** Runs, exports, templates, keys, webhooks, Slack, and what several processes share. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenProjects(db)
  await createReports(db)
  await createTemplates(db)
  await createApiKeys(db)
  await createWebhooks(db)
  await createSlack(db)
  await createSharedState(db)
  await sql`create index audit_log_of_key on audit_log (key_id, id desc)`.execute(db)
  await sql`create index audit_log_of_action on audit_log (action, id desc)`.execute(db)
}

async function widenProjects(db: Kysely<unknown>): Promise<void> {
  for (const column of ['last_analysis_at', 'last_analysis_run_id', 'last_exported_at']) {
    await db.schema.alterTable('projects').addColumn(column, 'text').execute()
  }
  await db.schema.alterTable('projects').addColumn('duration_days', 'integer').execute()
  // Grows with every change of the record; what `If-Match` compares.
  await db.schema
    .alterTable('projects')
    .addColumn('version', 'integer', column => column.notNull().defaultTo(1))
    .execute()
  await sql`create index projects_created_at on projects (created_at desc, id desc)`.execute(db)
  await sql`create index projects_name on projects (project_name, updated_at desc)`.execute(db)
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'analysis_runs', { id: 'text', project_id: 'text', analysis_json: 'text', created_at: 'text' })
  await createTable(db, 'export_events', {
    id: 'text',
    project_id: 'text',
    analysis_run_id: 'text?',
    format: 'text',
    created_at: 'text',
  })
  await sql`create index analysis_runs_newest on analysis_runs (project_id, created_at desc, id desc)`.execute(db)
  await sql`create index export_events_newest on export_events (project_id, created_at desc, id desc)`.execute(db)
}

async function createTemplates(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'project_templates', {
    id: 'text',
    name: 'text',
    category: 'text',
    description: 'text',
    tags_json: 'text',
    payload_json: 'text',
    created_at: 'text',
    updated_at: 'text',
  })
  await createTable(db, 'template_usage', { template_id: 'text', usage_count: 'integer' })
}

async function createApiKeys(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'api_keys', {
    id: 'text',
    name: 'text',
    key_hash: 'text',
    scope: 'text',
    created_at: 'text',
    last_used_at: 'text?',
    revoked_at: 'text?',
    rate_limit_requests: 'integer?',
    rate_limit_window_seconds: 'integer?',
  })
  await sql`create unique index api_keys_hash on api_keys (key_hash)`.execute(db)
}

async function createWebhooks(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'webhook_subscriptions', {
    id: 'text',
    name: 'text',
    target_url: 'text',
    secret_sealed: 'text',
    format: 'text',
    event_filter_json: 'text',
    scope: 'text',
    api_key_id: 'text?',
    created_at: 'text',
    updated_at: 'text',
    last_delivered_at: 'text?',
    last_error_at: 'text?',
    enabled: 'integer',
  })
  await createTable(db, 'webhook_deliveries', {
    id: 'text',
    subscription_id: 'text',
    event_id: 'bigint',
    event_json: 'text',
    status: 'text',
    attempt_count: 'integer',
    created_at: 'text',
    last_attempt_at: 'text?',
    delivered_at: 'text?',
    response_code: 'integer?',
    response_body: 'text?',
    error_message: 'text?',
    next_attempt_at: 'text?',
    lease_expires_at: 'text?',
  })
  await sql`create index webhook_deliveries_of on webhook_deliveries (subscription_id, event_id)`.execute(db)
  await sql`create index webhook_deliveries_due on webhook_deliveries (status, next_attempt_at)`.execute(db)
}

async function createSlack(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'slack_installations', {
    team_id: 'text',
    team_name: 'text?',
    bot_token_sealed: 'text',
    user_token_sealed: 'text?',
    installed_at: 'text',
    updated_at: 'text',
  })
  // Digests of what may be used once: OAuth states until they are, request signatures after they were.
  await createTable(db, 'slack_nonces', { digest: 'text', kind: 'text', expires_at: 'text' })
}

async function createSharedState(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'idempotent_answers', {
    key: 'text',
    body_digest: 'text',
    status: 'integer',
    answer_json: 'text',
    created_at: 'text',
  })
  await createTable(db, 'leases', { name: 'text', holder: 'text', token: 'bigint', expires_at_ms: 'bigint' })
  await createTable(db, 'readout_signals', {
    experiment_id: 'text',
    decision: 'text',
    srm: 'integer',
    guardrails_json: 'text',
    updated_at: 'text',
  })
  await sql`create table rate_hits (bucket text not null, hit_at_ms bigint not null)`.execute(db)
  await sql`create index rate_hits_of_bucket on rate_hits (bucket, hit_at_ms)`.execute(db)
}

const CASCADES: Readonly<Record<string, string>> = {
  'analysis_runs.project_id': 'projects.id',
  'export_events.project_id': 'projects.id',
  'webhook_deliveries.subscription_id': 'webhook_subscriptions.id',
  'readout_signals.experiment_id': 'projects.id',
}
const CLEARS: Readonly<Record<string, string>> = { 'export_events.analysis_run_id': 'analysis_runs.id' }

// The first column is the key; a type with a question mark may be null.
async function createTable(
  db: Kysely<unknown>,
  name: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  let table = db.schema.createTable(name)
  for (const [index, [column, type]] of Object.entries(columns).entries()) {
    const reference = CASCADES[`${name}.${column}`]
    const loose = CLEARS[`${name}.${column}`]
    table = table.addColumn(column, type.replace('?', '') as ColumnDataType, builder => {
      let built = type.endsWith('?') ? builder : builder.notNull()
      if (index === 0) built = built.primaryKey()
      if (reference) built = built.references(reference).onDelete('cascade')
      return loose ? built.references(loose).onDelete('set null') : built
    })
  }
  await table.execute()
}
