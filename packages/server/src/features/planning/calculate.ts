import { badRequest } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { calculationResponse } from './calculation-response.ts'
import { calculationIssues } from './calculation-rules.ts'
import { CalculationRequest, CalculationResponse } from './calculation-schema.ts'
import { planComputation } from './plan-figures.ts'

const EXAMPLE = {
  metric_type: 'binary',
  baseline_value: 0.042,
  mde_pct: 5,
  alpha: 0.05,
  power: 0.8,
  expected_daily_traffic: 12_000,
  audience_share_in_test: 0.6,
  traffic_split: [50, 50],
  variants_count: 2,
}

export const calculate = route({
  method: 'POST',
  path: '/api/v1/calculate',
  operationId: 'calculate',
  tag: 'planning',
  summary: 'Size an experiment',
  description: 'Users per variant, duration, and the warnings of the design.',
  scope: 'read',
  body: CalculationRequest,
  example: EXAMPLE,
  rules: [calculationIssues],
  responses: { 200: CalculationResponse, 202: JobResponse },
  errors: [400],
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, planComputation, request.body, figures => {
      if (!figures.ok) throw badRequest({ key: 'noFiniteSize' })
      return calculationResponse(request.body, figures.value, request.speech)
    })
  },
})
