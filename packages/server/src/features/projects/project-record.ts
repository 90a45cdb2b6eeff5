import { type Static, Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { ExperimentInput } from './experiment-input.ts'
import type { ListedProject, Project, ProjectHead } from './project.ts'

const Text = Type.String()
const MaybeText = nullable(Type.String())

const shared = {
  id: Text,
  project_name: Text,
  payload_schema_version: Type.Integer(),
  archived_at: MaybeText,
  is_archived: Type.Boolean(),
  revision_count: Type.Integer(),
  last_revision_at: MaybeText,
  last_analysis_at: MaybeText,
  last_analysis_run_id: MaybeText,
  last_exported_at: MaybeText,
  has_analysis_snapshot: Type.Boolean(),
  created_at: Text,
  updated_at: Text,
}

export const ProjectRecord = Type.Object({ ...shared, payload: ExperimentInput }, { title: 'ProjectRecord' })

export const ProjectListItem = Type.Object(
  {
    ...shared,
    hypothesis: MaybeText,
    metric_type: nullable(Type.Unsafe<string>({ type: 'string', enum: ['binary', 'continuous', 'ratio', 'count'] })),
    duration_days: nullable(Type.Integer()),
  },
  { title: 'ProjectListItem' },
)

export function projectRecord(project: Project): Static<typeof ProjectRecord> {
  return { ...commonFields(project), payload: project.payload as Static<typeof ExperimentInput> }
}

export function projectListItem(project: ListedProject): Static<typeof ProjectListItem> {
  return {
    ...commonFields(project),
    hypothesis: project.hypothesis,
    metric_type: project.metricType,
    duration_days: project.durationDays,
  }
}

function commonFields(project: ProjectHead) {
  return {
    id: project.id,
    project_name: project.projectName,
    payload_schema_version: project.payloadSchemaVersion,
    archived_at: project.archivedAt,
    is_archived: project.archivedAt !== null,
    revision_count: project.revisionCount,
    last_revision_at: project.lastRevisionAt,
    last_analysis_at: project.lastAnalysisAt,
    last_analysis_run_id: project.lastAnalysisRunId,
    last_exported_at: project.lastExportedAt,
    has_analysis_snapshot: project.lastAnalysisRunId !== null,
    created_at: project.createdAt,
    updated_at: project.updatedAt,
  }
}
