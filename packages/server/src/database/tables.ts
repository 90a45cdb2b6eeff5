import type { Generated } from 'kysely'

/** ISO 8601 text in UTC; JSON is text. The same on SQLite and PostgreSQL. */
export interface Tables {
  readonly projects: ProjectsTable
  readonly project_revisions: ProjectRevisionsTable
  readonly audit_log: AuditLogTable
  readonly recorded_looks: RecordedLooksTable
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
