import { Type } from 'typebox'
import { WorkspaceIntegrityCounts } from './bundle-schema.ts'

export const WorkspaceValidationResponse = Type.Object(
  {
    status: Type.Literal('valid'),
    schema_version: Type.Integer(),
    counts: WorkspaceIntegrityCounts,
    checksum_sha256: Type.String(),
    signature_verified: Type.Boolean(),
  },
  { title: 'WorkspaceValidationResponse' },
)

export const WorkspaceImportResponse = Type.Object(
  {
    status: Type.String(),
    imported_projects: Type.Integer(),
    imported_analysis_runs: Type.Integer(),
    imported_export_events: Type.Integer(),
    imported_project_revisions: Type.Integer(),
    imported_templates: Type.Integer(),
    imported_execution_rows: Type.Integer(),
  },
  { title: 'WorkspaceImportResponse' },
)
