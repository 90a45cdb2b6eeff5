import { badRequest } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { calculate as calculatePlan } from './calculation.ts'
import { calculationResponse } from './calculation-response.ts'
import { calculationIssues, notYetIssues } from './calculation-rules.ts'
import { CalculationRequest, CalculationResponse } from './calculation-schema.ts'

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
  rules: [calculationIssues, notYetIssues],
  responses: { 200: CalculationResponse },
  errors: [400],
  handle({ body, speech }) {
    const calculation = calculatePlan(body)
    if (!calculation.ok) {
      throw badRequest({ key: 'noFiniteSize' })
    }
    return reply(200, calculationResponse(body, calculation.value, speech), languageHeaders(speech))
  },
})
