import type { Inference } from '@verdict/stats'
import { badRequest } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import type { ParsedOf } from '../../http/schema.ts'
import { analyzeBinary, analyzeContinuous, analyzeCount, analyzeRanked, ratesOf } from './analyzers.ts'
import { BLOCK_OF, resultsIssues } from './results-rules.ts'
import { ResultsRequest, ResultsResponse } from './results-schema.ts'
import { degenerateResponse, resultsResponse, type TwoArmAnalysis } from './two-arm-analysis.ts'

const MOST_EXACT_PERSONS = 2000

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
  responses: { 200: ResultsResponse },
  errors: [400],
  handle({ body }) {
    const { alpha } = body[BLOCK_OF[body.metric_type]]!
    const analysis = analyze(body)
    if (analysis.ok) return reply(200, resultsResponse(body.metric_type, analysis.value, alpha))
    const rates = body.binary === null ? null : ratesOf(body.binary)
    return reply(200, degenerateResponse(body.metric_type, alpha, rates))
  },
})

function analyze(body: ParsedOf<typeof ResultsRequest>): Inference<TwoArmAnalysis> {
  const { metric_type: type, binary } = body
  const isUnconditional = type === 'boschloo_exact' || type === 'barnard_exact'
  if (isUnconditional && binary !== null && binary.control_users + binary.treatment_users > MOST_EXACT_PERSONS) {
    throw badRequest(`${type} takes ${MOST_EXACT_PERSONS} users at most; use fisher_exact or binary`)
  }
  if (binary !== null) return analyzeBinary(type, binary)
  if (body.continuous !== null) return analyzeContinuous(type, body.continuous)
  if (body.ranked !== null) return analyzeRanked(type, body.ranked)
  return analyzeCount(body.count!)
}
