import { chiSquareTest, gTest } from '@verdict/stats'
import { Type } from 'typebox'
import { badRequest, type Issue } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { oneOf, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { languageHeaders } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { PostHocAlpha } from './results-schema.ts'

const MOST_COUNTED = 5_000_000
const LOW_EXPECTED = 5

const CategoricalResultsRequest = record('CategoricalResultsRequest', {
  table: Type.Array(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 50 }), {
    minItems: 2,
    maxItems: 50,
  }),
  alpha: PostHocAlpha,
  test_type: withDefault(oneOf('chi_square', 'g_test'), 'chi_square'),
})

const CategoricalResultsResponse = Type.Object(
  {
    test_type: Type.String(),
    chi_square: Type.Number(),
    degrees_of_freedom: Type.Integer(),
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
    is_significant: Type.Boolean(),
    cramers_v: Type.Number(),
    n_total: Type.Integer(),
    num_rows: Type.Integer(),
    num_cols: Type.Integer(),
    min_expected_count: Type.Number(),
    low_expected_warning: Type.Boolean(),
    verdict: Type.String(),
    interpretation: Type.String(),
  },
  { title: 'CategoricalResultsResponse' },
)

export const analyzeCategorical = route({
  method: 'POST',
  path: '/api/v1/results/categorical',
  operationId: 'analyzeCategorical',
  tag: 'results',
  summary: 'Test a table of counts',
  description: "Pearson's chi-square or the G test of independence, without continuity correction, with Cramér's V.",
  scope: 'read',
  body: CategoricalResultsRequest,
  example: {
    table: [
      [30, 20, 10],
      [15, 25, 30],
    ],
  },
  rules: [tableIssues],
  responses: { 200: CategoricalResultsResponse },
  errors: [400],
  handle({ body, speech }) {
    const { table, alpha, test_type: type } = body
    if (table.flat().reduce((sum, count) => sum + count, 0) > MOST_COUNTED)
      throw badRequest({ key: 'tooManyCounted', values: { most: MOST_COUNTED } })
    const test = type === 'g_test' ? gTest(table) : chiSquareTest(table)
    if (!test.ok) throw badRequest({ key: 'emptyLine' })
    const { statistic, degreesOfFreedom, pValue, pValueLog10, cramersV, total, leastExpected } = test.value
    const isSignificant = pValue < alpha
    const [printed, p] = [round(statistic, 4), round(pValue, 6)]
    const words = speech.words.results
    const answer = {
      test_type: type,
      chi_square: printed,
      degrees_of_freedom: degreesOfFreedom,
      p_value: p,
      p_value_log10: round(pValueLog10, 6),
      is_significant: isSignificant,
      cramers_v: round(cramersV, 4),
      n_total: total,
      num_rows: table.length,
      num_cols: table[0]!.length,
      min_expected_count: round(leastExpected, 4),
      low_expected_warning: leastExpected < LOW_EXPECTED,
      verdict: words.verdicts[isSignificant ? 'association' : 'noAssociation'],
      interpretation: speech.say(words.testInterpretation, {
        name: type === 'g_test' ? 'G' : 'χ²',
        statistic: printed,
        p,
      }),
    }
    return reply(200, answer, languageHeaders(speech))
  },
})

function tableIssues({ table }: ParsedOf<typeof CategoricalResultsRequest>): readonly Issue[] {
  const width = table[0]!.length
  const uneven = table.findIndex(row => row.length !== width)
  return uneven === -1 ? [] : [ruleBroken(['body', 'table', uneven], { key: 'rowWidth', values: { width } })]
}
