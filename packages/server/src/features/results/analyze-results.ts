import type { Inference } from '@verdict/stats'
import { badRequest } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import type { ParsedOf } from '../../http/schema.ts'
import type { Speech } from '../../http/speech.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ratesOf } from './analyzers.ts'
import { BLOCK_OF, resultsIssues } from './results-rules.ts'
import { ResultsRequest, ResultsResponse } from './results-schema.ts'
import { degenerateResponse, resultsResponse, type TwoArmAnalysis } from './two-arm-analysis.ts'
import { twoArmComputation } from './two-arm-computation.ts'

type Body = ParsedOf<typeof ResultsRequest>

// Above these the normal test of binary is as good, and exact ones take seconds.
const MOST_EXACT_USERS: Readonly<Record<string, number>> = {
  barnard_exact: 2000,
  boschloo_exact: 2000,
  fisher_exact: 20_000_000,
}

export const analyzeResults = route({
  method: 'POST',
  path: '/api/v1/results',
  operationId: 'analyzeResults',
  tag: 'results',
  summary: 'Analyse two arms after the fact',
  description: 'Eleven tests of rates, means, ranks, quantiles and counts; metric_type chooses the test and its block.',
  scope: 'read',
  body: ResultsRequest,
  example: {
    metric_type: 'binary',
    binary: { control_conversions: 120, control_users: 1000, treatment_conversions: 150, treatment_users: 1000 },
  },
  rules: [resultsIssues],
  responses: { 200: ResultsResponse, 202: JobResponse },
  errors: [400],
  bodySize: 'samples',
  async handle(request, deps: ComputingDeps) {
    refuseLargeExact(request.body)
    return computedReply(request, deps, twoArmComputation, request.body, analysis =>
      print(request.body, analysis, request.speech),
    )
  },
})

function print(body: Body, analysis: Inference<TwoArmAnalysis>, speech: Speech) {
  const { alpha } = body[BLOCK_OF[body.metric_type]]!
  if (analysis.ok) return resultsResponse(body.metric_type, analysis.value, alpha, speech)
  return degenerateResponse(body.metric_type, alpha, body.binary === null ? null : ratesOf(body.binary), speech)
}

function refuseLargeExact({ metric_type: type, binary }: Body): void {
  const most = MOST_EXACT_USERS[type]
  if (binary === null || most === undefined || binary.control_users + binary.treatment_users <= most) return
  throw badRequest({ key: 'tooManyForExact', values: { test: type, most } })
}
