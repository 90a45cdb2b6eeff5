import type { Generated } from 'kysely'

/** ISO 8601 text in UTC; JSON is text. The same on SQLite and PostgreSQL. */
export interface Tables {
  readonly projects: ProjectsTable
  readonly project_revisions: ProjectRevisionsTable
  readonly audit_log: AuditLogTable
  readonly recorded_looks: RecordedLooksTable
  readonly analysis_runs: AnalysisRunsTable
  readonly export_events: ExportEventsTable
  readonly project_templates: ProjectTemplatesTable
  readonly template_usage: TemplateUsageTable
  readonly api_keys: ApiKeysTable
  readonly webhook_subscriptions: WebhookSubscriptionsTable
  readonly webhook_deliveries: WebhookDeliveriesTable
  readonly slack_installations: SlackInstallationsTable
  readonly slack_nonces: SlackNoncesTable
  readonly idempotent_answers: IdempotentAnswersTable
  readonly leases: LeasesTable
  readonly readout_signals: ReadoutSignalsTable
  readonly rate_hits: RateHitsTable
  readonly jobs: JobsTable
}

export interface ProjectsTable {
  readonly id: string
  readonly project_name: string
  /** Name, hypothesis and change, lower-cased, one a line. */
  readonly search_text: string
  readonly metric_type: string
  readonly payload_json: string
  readonly payload_schema_version: number
  readonly archived_at: string | null
  readonly created_at: string
  readonly updated_at: string
  readonly last_analysis_at: Generated<string | null>
  readonly last_analysis_run_id: Generated<string | null>
  readonly last_exported_at: Generated<string | null>
  /** As the newest run estimates it. */
  readonly duration_days: Generated<number | null>
  /** Grows with every change of the record. */
  readonly version: Generated<number>
  /** The hypothesis statement of the payload, for the list. */
  readonly hypothesis: Generated<string | null>
  /** See FrozenRevision; null where only the times of the revisions can tell. */
  readonly frozen_revision_id: Generated<string | null>
}

export interface ProjectRevisionsTable {
  readonly id: string
  readonly project_id: string
  readonly payload_json: string
  readonly source: string
  readonly created_at: string
}

export interface AuditLogTable {
  readonly id: Generated<number>
  readonly ts: string
  readonly action: string
  readonly project_id: string | null
  readonly project_name: string | null
  readonly key_id: string | null
  readonly actor: string | null
  readonly request_id: string | null
  readonly payload_diff: string | null
  readonly ip_address: string | null
}

export interface RecordedLooksTable {
  readonly experiment_id: string
  readonly look: number
  readonly information_fraction: number
  readonly boundary_z: number
  readonly comparisons_json: string
  readonly data_version: string
  readonly recorded_at: string
}

export interface AnalysisRunsTable {
  readonly id: string
  readonly project_id: string
  readonly analysis_json: string
  readonly created_at: string
}

export interface ExportEventsTable {
  readonly id: string
  readonly project_id: string
  readonly analysis_run_id: string | null
  readonly format: string
  readonly created_at: string
}

/** Templates of one's own; the built-in ones are code. */
export interface ProjectTemplatesTable {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly description: string
  readonly tags_json: string
  readonly payload_json: string
  readonly created_at: string
  readonly updated_at: string
}

export interface TemplateUsageTable {
  readonly template_id: string
  readonly usage_count: number
}

export interface ApiKeysTable {
  readonly id: string
  readonly name: string
  /** SHA-256, hexadecimal; the key itself is never stored. */
  readonly key_hash: string
  readonly scope: string
  readonly created_at: string
  readonly last_used_at: string | null
  readonly revoked_at: string | null
  readonly rate_limit_requests: number | null
  readonly rate_limit_window_seconds: number | null
}

export interface WebhookSubscriptionsTable {
  readonly id: string
  readonly name: string
  readonly target_url: string
  /** Encrypted. */
  readonly secret_sealed: string
  readonly format: string
  readonly event_filter_json: string
  readonly scope: string
  readonly api_key_id: string | null
  readonly created_at: string
  readonly updated_at: string
  readonly last_delivered_at: string | null
  readonly last_error_at: string | null
  /** 0 or 1. */
  readonly enabled: number
}

/** The outbox: written in the transaction of the change that it tells of. */
export interface WebhookDeliveriesTable {
  readonly id: string
  readonly subscription_id: string
  /** Of the audit entry. */
  readonly event_id: number
  readonly event_json: string
  readonly status: string
  readonly attempt_count: number
  readonly created_at: string
  readonly last_attempt_at: string | null
  readonly delivered_at: string | null
  readonly response_code: number | null
  readonly response_body: string | null
  readonly error_message: string | null
  readonly next_attempt_at: string | null
  readonly lease_expires_at: string | null
}

export interface SlackInstallationsTable {
  readonly team_id: string
  readonly team_name: string | null
  /** Encrypted. */
  readonly bot_token_sealed: string
  readonly user_token_sealed: string | null
  readonly installed_at: string
  readonly updated_at: string
}

/** Digests of what may be used once. */
export interface SlackNoncesTable {
  readonly digest: string
  readonly kind: string
  readonly expires_at: string
}

export interface IdempotentAnswersTable {
  /** Digest of who asks, which operation, and the key that was sent. */
  readonly key: string
  readonly body_digest: string
  readonly status: number
  readonly answer_json: string
  readonly created_at: string
}

/** Who alone may do a thing; the token grows with every change of hands. */
export interface LeasesTable {
  readonly name: string
  readonly holder: string
  readonly token: number
  /** Always 0: a lease ends with the session of its holder, not by a clock. */
  readonly expires_at_ms: number
}

/** What the last read-out of an experiment said, so that a change is told once. */
export interface ReadoutSignalsTable {
  readonly experiment_id: string
  readonly decision: string
  /** 0 or 1. */
  readonly srm: number
  readonly guardrails_json: string
  readonly updated_at: string
}

/** Admitted requests, for limits that several processes share. */
export interface RateHitsTable {
  readonly bucket: string
  readonly hit_at_ms: number
}

/** Long computations: one process runs a job, and every one answers for it. */
export interface JobsTable {
  readonly id: string
  readonly owner: string
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed'
  /** 0 to 1. */
  readonly progress: number
  readonly result_json: string | null
  /** Without words; see `keepError`. */
  readonly error_json: string | null
  readonly created_at: string
  /** When the process that runs it last said so. */
  readonly heartbeat_at: string
  readonly finished_at: string | null
}
