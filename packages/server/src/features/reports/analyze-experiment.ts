import { route } from '../../http/route.ts'
import type { Speech } from '../../http/speech.ts'
import { type AdviceDeps, adviseOn } from '../advice/advice.ts'
import { adviceResponse } from '../advice/advice-schema.ts'
import { advicePrompt } from '../advice/prompts.ts'
import { readAdvice } from '../advice/read-answer.ts'
import { shownDesign } from '../advice/shown-design.ts'
import type { ComputingDeps } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ExperimentInput, type ExperimentPayload } from '../projects/experiment-input.ts'
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
  errors: [400, 503],
  async handle(request, deps: ComputingDeps & AdviceDeps) {
    const { body, speech } = request
    return plannedReply(
      request,
      deps,
      async (calculations): Promise<AnalysisResponse> => ({
        calculations,
        report: experimentReport(body, calculations, speech),
        advice: adviceResponse(await adviseOn(promptFor(body, calculations, speech), readAdvice, request, deps)),
      }),
    )
  },
})

function promptFor(
  payload: ExperimentPayload,
  { results, warnings }: AnalysisResponse['calculations'],
  { language }: Speech,
): string {
  const parts = { ...payload, project_context: payload.project, calculation_results: results }
  return advicePrompt(shownDesign(parts, warnings), language)
}
