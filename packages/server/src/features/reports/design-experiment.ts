import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { ExperimentInput } from '../projects/experiment-input.ts'
import { experimentIssues } from '../projects/experiment-rules.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { experimentReport } from './experiment-report.ts'
import { plannedDesign } from './planned-design.ts'
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
  responses: { 200: ExperimentReport },
  errors: [400],
  handle({ body, speech }) {
    return reply(200, experimentReport(body, plannedDesign(body, speech), speech), languageHeaders(speech))
  },
})
