import { Type } from 'typebox'
import { Datetime, oneOf, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { AnalysisInput } from '../projects/analysis-input.ts'
import { ExperimentInput } from '../projects/experiment-input.ts'
import { Execution } from './execution-schema.ts'

const Id = Type.String({ minLength: 1, maxLength: 200 })
/** What an integer column holds in every database. */
const MOST_VERSION = 2 ** 31 - 1

const WorkspaceProjectRecord = Type.Object(
  {
    id: Id,
    project_name: Type.String(),
    payload_schema_version: Type.Integer({ minimum: 1, maximum: MOST_VERSION }),
    archived_at: optional(Datetime),
    last_analysis_at: optional(Datetime),
    last_analysis_run_id: optional(Type.String()),
    last_exported_at: optional(Datetime),
    created_at: Datetime,
    updated_at: Datetime,
    payload: ExperimentInput,
  },
  { title: 'WorkspaceProjectRecord' },
)

const WorkspaceAnalysisRunRecord = Type.Object(
  { id: Id, project_id: Id, created_at: Datetime, analysis: AnalysisInput },
  { title: 'WorkspaceAnalysisRunRecord' },
)

const WorkspaceExportEventRecord = Type.Object(
  {
    id: Id,
    project_id: Id,
    analysis_run_id: optional(Type.String()),
    format: oneOf('markdown', 'html', 'pdf'),
    created_at: Datetime,
  },
  { title: 'WorkspaceExportEventRecord' },
)

const WorkspaceProjectRevisionRecord = Type.Object(
  {
    id: Id,
    project_id: Id,
    source: oneOf('create', 'update', 'workspace_import'),
    created_at: Datetime,
    payload: ExperimentInput,
  },
  { title: 'WorkspaceProjectRevisionRecord' },
)

const WorkspaceTemplateRecord = record('WorkspaceTemplateRecord', {
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 120 }),
  category: Type.String({ minLength: 1, maxLength: 60 }),
  description: Type.String({ minLength: 1, maxLength: 240 }),
  tags: Type.Array(Type.String(), { maxItems: 8 }),
  created_at: Datetime,
  updated_at: Datetime,
  payload: ExperimentInput,
})

const Count = Type.Integer({ minimum: 0 })

export const WorkspaceIntegrityCounts = Type.Object(
  {
    projects: Count,
    analysis_runs: Count,
    export_events: Count,
    project_revisions: Count,
    templates: withDefault(Count, 0),
    execution_rows: withDefault(Count, 0),
  },
  { title: 'WorkspaceIntegrityCounts' },
)

const WorkspaceIntegrity = Type.Object(
  {
    counts: WorkspaceIntegrityCounts,
    checksum_sha256: Type.String(),
    signature_hmac_sha256: optional(Type.String()),
  },
  { title: 'WorkspaceIntegrity' },
)

/** A whole workspace in one file; templates and execution belong to version 4. Without execution the events were left out. */
export const WorkspaceBundle = Type.Object(
  {
    schema_version: withDefault(Type.Integer(), 3),
    generated_at: Type.String(),
    projects: Type.Array(WorkspaceProjectRecord),
    analysis_runs: Type.Array(WorkspaceAnalysisRunRecord),
    export_events: Type.Array(WorkspaceExportEventRecord),
    project_revisions: withDefault(Type.Array(WorkspaceProjectRevisionRecord), []),
    templates: withDefault(Type.Array(WorkspaceTemplateRecord), []),
    execution: optional(Type.Array(Execution)),
    integrity: optional(WorkspaceIntegrity),
  },
  { title: 'WorkspaceBundle' },
)

export type Bundle = ParsedOf<typeof WorkspaceBundle>
export type BundleCounts = ParsedOf<typeof WorkspaceIntegrityCounts>
