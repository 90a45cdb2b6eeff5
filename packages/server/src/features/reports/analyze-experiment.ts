import type { Static } from 'typebox'
import { route } from '../../http/route.ts'
import { unavailableAdvice } from '../advice/unavailable-advice.ts'
import type { ComputingDeps } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ExperimentInput } from '../projects/experiment-input.ts'
import { experimentIssues } from '../projects/experiment-rules.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { AnalysisResponse } from './analysis-schema.ts'
import { experimentReport } from './experiment-report.ts'
import { plannedReply } from './planned-design.ts'

export const analyzeExperiment = route({
  method: 'POST',
  path: '/api/v1/analyze',
  operationId: 'analyzeExperiment',
  tag: 'planning',
  summary: 'Size a design, report it, and ask for advice',
  description: 'Nothing is stored. The report does not depend on the advice.',
  scope: 'read',
  body: ExperimentInput,
  example: EXAMPLE_PROJECT,
  rules: [experimentIssues],
  responses: { 200: AnalysisResponse, 202: JobResponse },
  errors: [400],
  async handle(request, deps: ComputingDeps) {
    const { body, speech, session } = request
    return plannedReply(
      request,
      deps,
      (calculations): Static<typeof AnalysisResponse> => ({
        calculations,
        report: experimentReport(body, calculations, speech),
        advice: unavailableAdvice(session, speech),
      }),
    )
  },
})
