import { type Static, Type } from 'typebox'
import type { Database } from '../../database/database.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, oneOf, withDefault } from '../../http/schema.ts'
import { AnalysisResponse } from '../reports/analysis-schema.ts'
import { type AnalysisRun, listAnalysisRuns } from './analysis-runs-repository.ts'
import { type ExportEvent, listExportEvents } from './export-events-repository.ts'
import { Limit, Offset } from './page-query.ts'
import { ProjectParams } from './project-params.ts'
import type { ProjectsRepository } from './projects-repository.ts'

const Whole = Type.Integer()
const MaybeWhole = nullable(Type.Integer())

const AnalysisRunSummary = Type.Object(
  {
    metric_type: nullable(Type.String()),
    sample_size_per_variant: MaybeWhole,
    total_sample_size: MaybeWhole,
    estimated_duration_days: MaybeWhole,
    warnings_count: withDefault(Whole, 0),
    advice_available: withDefault(Type.Boolean(), false),
  },
  { title: 'AnalysisRunSummary' },
)

const AnalysisRunRecord = Type.Object(
  {
    id: Type.String(),
    project_id: Type.String(),
    created_at: Type.String(),
    summary: AnalysisRunSummary,
    analysis: AnalysisResponse,
  },
  { title: 'AnalysisRunRecord' },
)

const ExportEventRecord = Type.Object(
  {
    id: Type.String(),
    project_id: Type.String(),
    analysis_run_id: nullable(Type.String()),
    format: oneOf('markdown', 'html', 'pdf'),
    created_at: Type.String(),
  },
  { title: 'ExportEventRecord' },
)

const ProjectHistoryResponse = Type.Object(
  {
    project_id: Type.String(),
    analysis_total: Whole,
    analysis_limit: Whole,
    analysis_offset: Whole,
    export_total: Whole,
    export_limit: Whole,
    export_offset: Whole,
    analysis_runs: Type.Array(AnalysisRunRecord),
    export_events: Type.Array(ExportEventRecord),
  },
  { title: 'ProjectHistoryResponse' },
)

interface HistoryDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
}

export const getProjectHistory = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}/history',
  operationId: 'getProjectHistory',
  tag: 'projects',
  summary: 'The analyses and exports of a project',
  description: 'The newest first, each list with a page of its own; of an archived project too.',
  scope: 'read',
  params: ProjectParams,
  query: Type.Object({ analysis_limit: Limit, analysis_offset: Offset, export_limit: Limit, export_offset: Offset }),
  responses: { 200: ProjectHistoryResponse },
  errors: [404],
  async handle({ params, query }, { db, projects }: HistoryDeps) {
    const project = await projects.find(params.project_id)
    if (project === null) throw notFound({ key: 'projectNotFound' })
    const { id } = project
    const { runs, total } = await listAnalysisRuns(db, id, {
      limit: query.analysis_limit,
      offset: query.analysis_offset,
    })
    const exported = await listExportEvents(db, id, { limit: query.export_limit, offset: query.export_offset })
    return reply(200, {
      project_id: id,
      analysis_total: total,
      export_total: exported.total,
      ...query,
      analysis_runs: runs.map(runRecord),
      export_events: exported.events.map(exportRecord),
    })
  },
})

function runRecord({ id, projectId, createdAt, analysis }: AnalysisRun) {
  const { calculations, advice } = analysis
  const { sample_size_per_variant, total_sample_size, estimated_duration_days } = calculations.results
  return {
    id,
    project_id: projectId,
    created_at: createdAt,
    summary: {
      metric_type: calculations.calculation_summary.metric_type,
      sample_size_per_variant,
      total_sample_size,
      estimated_duration_days,
      warnings_count: calculations.warnings.length,
      advice_available: advice.available,
    },
    analysis,
  }
}

function exportRecord({
  id,
  projectId,
  analysisRunId,
  format,
  createdAt,
}: ExportEvent): Static<typeof ExportEventRecord> {
  return { id, project_id: projectId, analysis_run_id: analysisRunId, format, created_at: createdAt }
}
