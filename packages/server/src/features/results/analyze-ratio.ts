import { crossMomentsOf, ratioEstimate, ratioTest } from '@verdict/stats'
import { Type } from 'typebox'
import { badRequest, type Issue } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { type ParsedOf, record } from '../../http/schema.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { PostHocAlpha, ResultsResponse } from './results-schema.ts'
import { resultsResponse } from './two-arm-analysis.ts'

const Values = Type.Array(Type.Number(), { minItems: 2, maxItems: 1000 })
const RatioArm = record('RatioArm', { numerators: Values, denominators: Values })

const RatioResultsRequest = record('RatioResultsRequest', {
  control_arm: RatioArm,
  treatment_arm: RatioArm,
  alpha: PostHocAlpha,
})

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
  responses: { 200: ResultsResponse },
  errors: [400],
  handle({ body: { control_arm: control, treatment_arm: treatment, alpha } }) {
    const [left, right] = [control, treatment].map(arm => crossMomentsOf([arm.numerators, arm.denominators]))
    const test = ratioTest(left!, right!, alpha)
    const base = ratioEstimate(left!)
    if (!test.ok || !base.ok) throw badRequest('The denominators have no mean, or the ratios do not vary')
    const analysis = { ...test.value, base: base.value.ratio, decimals: 6, rates: null, size: null } as const
    return reply(200, resultsResponse('ratio', analysis, alpha))
  },
})

function lengthIssues(body: ParsedOf<typeof RatioResultsRequest>): readonly Issue[] {
  return (['control_arm', 'treatment_arm'] as const)
    .filter(arm => body[arm].numerators.length !== body[arm].denominators.length)
    .map(arm => ruleBroken(['body', arm, 'denominators'], 'one denominator for each numerator'))
}
