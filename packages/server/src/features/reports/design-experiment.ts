import { route } from '../../http/route.ts'
import type { ComputingDeps } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ExperimentInput } from '../projects/experiment-input.ts'
import { experimentIssues } from '../projects/experiment-rules.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { experimentReport } from './experiment-report.ts'
import { plannedReply } from './planned-design.ts'
import { ExperimentReport } from './report-schema.ts'

export const designExperiment = route({
  method: 'POST',
  path: '/api/v1/design',
  operationId: 'designExperiment',
  tag: 'planning',
  summary: 'Put a design into words',
  description: 'Sizes the whole design and reports it: variants, metrics, guardrails, risks, recommendations.',
  scope: 'read',
  body: ExperimentInput,
  example: EXAMPLE_PROJECT,
  rules: [experimentIssues],
  responses: { 200: ExperimentReport, 202: JobResponse },
  errors: [400],
  async handle(request, deps: ComputingDeps) {
    return plannedReply(request, deps, calculations => experimentReport(request.body, calculations, request.speech))
  },
})
