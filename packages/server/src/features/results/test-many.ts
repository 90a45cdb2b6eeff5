import { adjustPValues, type MultiplicityMethod } from '@verdict/stats'
import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { oneOf, record, withDefault } from '../../http/schema.ts'
import { round } from '../../http/wire-numbers.ts'

const MetricPValue = record('MetricPValue', {
  label: Type.String({ minLength: 1, maxLength: 200 }),
  p_value: Type.Number({ minimum: 0, maximum: 1 }),
})

const MultipleTestingRequest = record('MultipleTestingRequest', {
  metrics: Type.Array(MetricPValue, { minItems: 1, maxItems: 100 }),
  level: withDefault(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), 0.05),
  method: withDefault(oneOf('bh', 'holm', 'hochberg', 'by'), 'bh'),
})

const MultipleTestingResponse = Type.Object(
  {
    method: oneOf('bh', 'holm', 'hochberg', 'by'),
    level: Type.Number(),
    num_tests: Type.Integer(),
    num_rejected: Type.Integer(),
    threshold_rank: Type.Integer(),
    critical_value: Type.Number(),
    results: Type.Array(
      Type.Object(
        { label: Type.String(), p_value: Type.Number(), adjusted_p_value: Type.Number(), rejected: Type.Boolean() },
        { title: 'MultipleTestingMetricResult' },
      ),
    ),
  },
  { title: 'MultipleTestingResponse' },
)

const METHODS: Readonly<Record<string, MultiplicityMethod>> = {
  bh: 'benjamini_hochberg',
  holm: 'holm',
  hochberg: 'hochberg',
  by: 'benjamini_yekutieli',
}

export const testMany = route({
  method: 'POST',
  path: '/api/v1/multiple-testing',
  operationId: 'testMany',
  tag: 'results',
  summary: 'Adjust the p-values of several tests',
  description: 'bh and by hold the share of false discoveries, holm and hochberg the chance of any.',
  scope: 'read',
  body: MultipleTestingRequest,
  example: {
    metrics: [
      { label: 'a', p_value: 0.01 },
      { label: 'b', p_value: 0.04 },
    ],
    level: 0.05,
    method: 'holm',
  },
  responses: { 200: MultipleTestingResponse },
  handle({ body: { metrics, level, method } }) {
    const adjusted = adjustPValues(
      metrics.map(metric => metric.p_value),
      METHODS[method]!,
    )
    const rejected = metrics.filter((_, index) => adjusted[index]! <= level)
    return reply(200, {
      method,
      level,
      num_tests: metrics.length,
      num_rejected: rejected.length,
      threshold_rank: rejected.length,
      critical_value: round(Math.max(0, ...rejected.map(metric => metric.p_value)), 6),
      results: metrics.map(({ label, p_value }, index) => ({
        label,
        p_value,
        adjusted_p_value: round(adjusted[index]!, 6),
        rejected: adjusted[index]! <= level,
      })),
    })
  },
})
