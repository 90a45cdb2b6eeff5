import { badRequest, type Issue } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { type RatioBody, RatioResultsRequest, ratioComputation } from './ratio-computation.ts'
import { ResultsResponse } from './results-schema.ts'
import { resultsResponse } from './two-arm-analysis.ts'

export const analyzeRatio = route({
  method: 'POST',
  path: '/api/v1/results/ratio',
  operationId: 'analyzeRatio',
  tag: 'results',
  summary: 'Compare two ratio metrics',
  description: 'Mean numerator over mean denominator per user, by the delta method.',
  scope: 'read',
  body: RatioResultsRequest,
  example: {
    control_arm: { numerators: [1, 2, 0, 3, 1], denominators: [10, 12, 8, 15, 9] },
    treatment_arm: { numerators: [2, 3, 1, 4, 2], denominators: [11, 13, 9, 14, 10] },
  },
  rules: [lengthIssues],
  responses: { 200: ResultsResponse, 202: JobResponse },
  errors: [400],
  bodySize: 'samples',
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, ratioComputation, request.body, analysis => {
      if (!analysis.ok) throw badRequest({ key: 'ratiosNotTestable' })
      return resultsResponse('ratio', analysis.value, request.body.alpha, request.speech)
    })
  },
})

function lengthIssues(body: RatioBody): readonly Issue[] {
  return (['control_arm', 'treatment_arm'] as const)
    .filter(arm => body[arm].numerators.length !== body[arm].denominators.length)
    .map(arm => ruleBroken(['body', arm, 'denominators'], { key: 'denominatorEach' }))
}
