import { route } from '../../http/route.ts'
import { answerOnce, type OnceDeps } from '../idempotency/answer-once.ts'
import { EXAMPLE_ANALYSIS } from './analysis-example.ts'
import { AnalysisInput, durationIssues, wholeAnalysis } from './analysis-input.ts'
import { addAnalysisRun } from './analysis-runs-repository.ts'
import { holdOpenProject } from './project-access.ts'
import { projectAudit } from './project-audit.ts'
import { ProjectParams } from './project-params.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply } from './project-reply.ts'
import type { ProjectsRepository } from './projects-repository.ts'

export const recordAnalysis = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/analysis',
  operationId: 'recordAnalysis',
  tag: 'projects',
  summary: 'Keep an analysis of a project',
  description:
    'Takes what POST /analyze answers, as it is: nothing is computed again. The newest one is what lists, reports and comparisons show. Takes Idempotency-Key.',
  scope: 'write',
  params: ProjectParams,
  body: AnalysisInput,
  example: EXAMPLE_ANALYSIS,
  rules: [durationIssues],
  responses: { 200: ProjectRecord },
  errors: [400, 404, 409],
  async handle(request, deps: OnceDeps & { projects: ProjectsRepository }) {
    const { projects, clock } = deps
    const analysis = wholeAnalysis(request.body)
    return answerOnce(request, deps, { operationId: 'recordAnalysis' }, async unit => {
      const held = await holdOpenProject(projects, unit, { id: request.params.project_id, ifMatch: undefined })
      const audit = projectAudit('analysis_run_created', { id: held.id, name: held.projectName }, request, clock)
      const run = await addAnalysisRun(unit.transaction, { projectId: held.id, analysis, at: audit.at })
      const seen = {
        last_analysis_at: run.createdAt,
        last_analysis_run_id: run.id,
        duration_days: analysis.report.calculations.estimated_duration_days,
      }
      return projectReply(await projects.note(unit, held, seen, audit))
    })
  },
})
