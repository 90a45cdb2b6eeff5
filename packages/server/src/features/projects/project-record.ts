import { type Static, Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { ExperimentInput } from './experiment-input.ts'
import type { Project } from './project.ts'

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

export function projectListItem(project: Project): Static<typeof ProjectListItem> {
  return {
    ...commonFields(project),
    hypothesis: project.payload.hypothesis.hypothesis_statement,
    metric_type: project.payload.metrics.metric_type,
    duration_days: null,
  }
}

// Analysis runs and exports are recorded by routes that come with the control plane; until then there are none.
function commonFields(project: Project) {
  return {
    id: project.id,
    project_name: project.projectName,
    payload_schema_version: project.payloadSchemaVersion,
    archived_at: project.archivedAt,
    is_archived: project.archivedAt !== null,
    revision_count: project.revisionCount,
    last_revision_at: project.lastRevisionAt,
    last_analysis_at: null,
    last_analysis_run_id: null,
    last_exported_at: null,
    has_analysis_snapshot: false,
    created_at: project.createdAt,
    updated_at: project.updatedAt,
  }
}
