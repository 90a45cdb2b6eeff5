import { route } from '../../http/route.ts'
import { answerOnce, type OnceDeps } from '../idempotency/answer-once.ts'
import { EXAMPLE_ANALYSIS } from './analysis-example.ts'
import { AnalysisInput, durationIssues, wholeAnalysis } from './analysis-input.ts'
import { keepAnalysis } from './keep-analysis.ts'
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
      return projectReply(await keepAnalysis({ unit, projects }, held, analysis, audit))
    })
  },
})
