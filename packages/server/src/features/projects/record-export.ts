import { Type } from 'typebox'
import { badRequest } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import { oneOf, optional } from '../../http/schema.ts'
import { answerOnce, type OnceDeps } from '../idempotency/answer-once.ts'
import { findAnalysisRun } from './analysis-runs-repository.ts'
import { addExportEvent } from './export-events-repository.ts'
import { holdOpenProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply } from './project-reply.ts'
import type { ProjectsRepository } from './projects-repository.ts'

// The contract ignores what it does not know here.
const ExportMark = Type.Object(
  { format: oneOf('markdown', 'html', 'pdf'), analysis_run_id: optional(Type.String()) },
  { title: 'ProjectExportMarkRequest' },
)

export const recordExport = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/exports',
  operationId: 'recordExport',
  tag: 'projects',
  summary: 'Write down that a project was exported',
  description: 'Without a run, the export is of the design. Takes Idempotency-Key.',
  scope: 'write',
  params: ProjectParams,
  body: ExportMark,
  example: { format: 'markdown' },
  responses: { 200: ProjectRecord },
  errors: [400, 404, 409],
  async handle(request, deps: OnceDeps & { projects: ProjectsRepository }) {
    const { projects, clock } = deps
    const { format, analysis_run_id: analysisRunId } = request.body
    return answerOnce(request, deps, { operationId: 'recordExport' }, async unit => {
      const held = await holdOpenProject(projects, unit, { id: request.params.project_id, ifMatch: undefined })
      if (analysisRunId !== null && (await findAnalysisRun(unit.transaction, held.id, analysisRunId)) === null) {
        throw badRequest({ key: 'analysisRunNotFound' }, 'analysis_run_not_found')
      }
      const audit = projectAudit('export_created', { id: held.id, name: held.projectName }, request, clock)
      const event = { projectId: held.id, analysisRunId, format, createdAt: audit.at }
      const last_exported_at = await addExportEvent(unit.transaction, event)
      return projectReply(await projects.note(unit, held, { last_exported_at }, audit))
    })
  },
})
