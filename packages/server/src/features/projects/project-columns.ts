import type { Selectable } from 'kysely'
import type { ProjectsTable } from '../../database/tables.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import type { FrozenRevision, ListedProject, Project, ProjectHead } from './project.ts'

/** What the list reads of each row: all but the payload, which may be large. */
const HEAD_COLUMNS = [
  'id',
  'project_name',
  'payload_schema_version',
  'archived_at',
  'created_at',
  'updated_at',
  'last_analysis_at',
  'last_analysis_run_id',
  'last_exported_at',
  'version',
] as const

export const LIST_COLUMNS = [...HEAD_COLUMNS, 'hypothesis', 'metric_type', 'duration_days'] as const

interface Summary {
  readonly revision_count: number | null
  readonly last_revision_at: string | null
}

type Row = Selectable<ProjectsTable>
export type HeadRow = Pick<Row, (typeof HEAD_COLUMNS)[number]> & Summary
export type ListRow = Pick<Row, (typeof LIST_COLUMNS)[number]> & Summary

export function toProject(row: Row & Summary): Project {
  return {
    ...toHead(row),
    payload: JSON.parse(row.payload_json) as ExperimentPayload,
    frozenRevision: toFrozenRevision(row.frozen_revision_id),
  }
}

export function toListed(row: ListRow): ListedProject {
  return {
    ...toHead(row),
    hypothesis: row.hypothesis,
    metricType: row.metric_type,
    durationDays: row.duration_days,
  }
}

/** The columns that follow from a payload. */
export function payloadColumns(payload: ExperimentPayload) {
  return {
    project_name: payload.project.project_name,
    search_text: searchText(payload),
    metric_type: payload.metrics.metric_type,
    payload_json: JSON.stringify(payload),
    hypothesis: payload.hypothesis.hypothesis_statement,
  }
}

/** In the place of the id of the frozen revision. */
export const NEWEST = 'newest'

export function frozenColumn(frozen: FrozenRevision): string | null {
  if (frozen.kind === 'by_time') return null
  return frozen.kind === 'newest' ? NEWEST : frozen.revisionId
}

function toFrozenRevision(column: string | null): FrozenRevision {
  if (column === null) return { kind: 'by_time' }
  return column === NEWEST ? { kind: 'newest' } : { kind: 'pinned', revisionId: column }
}

function toHead(row: HeadRow): ProjectHead {
  return {
    id: row.id,
    projectName: row.project_name,
    payloadSchemaVersion: row.payload_schema_version,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastAnalysisAt: row.last_analysis_at,
    lastAnalysisRunId: row.last_analysis_run_id,
    lastExportedAt: row.last_exported_at,
    version: row.version,
    revisionCount: Number(row.revision_count ?? 0),
    lastRevisionAt: row.last_revision_at,
  }
}

// Lower-cased here: SQLite's own lower() knows ASCII only.
function searchText({ project, hypothesis }: ExperimentPayload): string {
  return [project.project_name, hypothesis.hypothesis_statement, hypothesis.change_description].join('\n').toLowerCase()
}
