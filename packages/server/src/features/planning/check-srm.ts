import { sampleRatioTest } from '@verdict/stats'
import { Type } from 'typebox'
import { badRequest, type Issue } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { type ParsedOf, record } from '../../http/schema.ts'
import { languageHeaders } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { SRM_ALPHA } from './sample-ratio.ts'

const LOOSE_SUM = 0.01
const EXACT_SUM = 1e-6

const SrmCheckRequest = record('SrmCheckRequest', {
  observed_counts: Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 10 }),
  expected_fractions: Type.Array(Type.Number({ minimum: 0 }), { minItems: 2, maxItems: 10 }),
})

const SrmCheckResponse = Type.Object(
  {
    chi_square: Type.Number(),
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
    is_srm: Type.Boolean(),
    verdict: Type.String(),
    observed_counts: Type.Array(Type.Integer()),
    expected_counts: Type.Array(Type.Number()),
  },
  { title: 'SrmCheckResponse' },
)

export const checkSrm = route({
  method: 'POST',
  path: '/api/v1/srm-check',
  operationId: 'checkSrm',
  tag: 'planning',
  summary: 'Whether counts fit a split',
  description: "Pearson's chi-square; a mismatch below p = 0.001.",
  scope: 'read',
  body: SrmCheckRequest,
  example: { observed_counts: [5000, 5300], expected_fractions: [0.5, 0.5] },
  rules: [countIssues],
  responses: { 200: SrmCheckResponse },
  errors: [400],
  handle({ body, speech }) {
    const { observed_counts: observed, expected_fractions: fractions } = body
    if (fractions.some(fraction => fraction === 0) || Math.abs(sum(fractions) - 1) > EXACT_SUM) {
      throw badRequest({ key: 'fractionsSum' })
    }
    const test = sampleRatioTest(observed, fractions)
    if (!test.ok) throw badRequest({ key: 'countsNotTestable' })
    const { chiSquare, pValue, pValueLog10, expected } = test.value
    const isSrm = pValue < SRM_ALPHA
    const answer = {
      chi_square: round(chiSquare, 4),
      p_value: round(pValue, 6),
      p_value_log10: round(pValueLog10, 6),
      is_srm: isSrm,
      verdict: speech.words.readout.srm[isSrm ? 'srm_detected' : 'ok'],
      observed_counts: observed,
      expected_counts: expected.map(count => round(count, 1)),
    }
    return reply(200, answer, languageHeaders(speech))
  },
})

function countIssues({
  observed_counts: observed,
  expected_fractions: fractions,
}: ParsedOf<typeof SrmCheckRequest>): readonly Issue[] {
  if (observed.length !== fractions.length) {
    return [ruleBroken(['body', 'expected_fractions'], { key: 'fractionEach' })]
  }
  if (sum(observed) === 0) return [ruleBroken(['body', 'observed_counts'], { key: 'noCount' })]
  if (Math.abs(sum(fractions) - 1) > LOOSE_SUM)
    return [ruleBroken(['body', 'expected_fractions'], { key: 'fractionsSum' })]
  return []
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
