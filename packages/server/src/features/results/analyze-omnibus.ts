import {
  type Inference,
  kruskalWallisTest,
  momentsOf,
  sampleQuantile,
  sampleVariance,
  welchAnova,
} from '@verdict/stats'
import { Type } from 'typebox'
import { results as words } from '../../../locales/en/results.ts'
import { badRequest } from '../../http/errors.ts'
import { fillWords } from '../../http/fill-words.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, oneOf, record } from '../../http/schema.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import { PostHocAlpha } from './results-schema.ts'

const OmnibusResultsRequest = record('OmnibusResultsRequest', {
  test_type: oneOf('welch_anova', 'kruskal_wallis'),
  groups: Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 1000 }), { minItems: 2, maxItems: 50 }),
  alpha: PostHocAlpha,
})

const MaybeNumber = nullable(Type.Number())

const OmnibusResultsResponse = Type.Object(
  {
    test_type: Type.String(),
    test_statistic: Type.Number(),
    df_numerator: Type.Number(),
    df_denominator: MaybeNumber,
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
    is_significant: Type.Boolean(),
    effect_size: Type.Number(),
    effect_size_label: Type.String(),
    num_groups: Type.Integer(),
    n_total: Type.Integer(),
    group_summaries: Type.Array(
      Type.Object(
        { n: Type.Integer(), mean: MaybeNumber, std: MaybeNumber, median: MaybeNumber, mean_rank: MaybeNumber },
        { title: 'OmnibusGroupSummary' },
      ),
    ),
    verdict: Type.String(),
    interpretation: Type.String(),
  },
  { title: 'OmnibusResultsResponse' },
)

export const analyzeOmnibus = route({
  method: 'POST',
  path: '/api/v1/results/omnibus',
  operationId: 'analyzeOmnibus',
  tag: 'results',
  summary: 'Compare several groups at once',
  description: "Welch's analysis of variance, or Kruskal-Wallis on ranks.",
  scope: 'read',
  body: OmnibusResultsRequest,
  example: {
    test_type: 'welch_anova',
    groups: [
      [1, 2, 3, 4],
      [2, 3, 4, 6],
      [5, 6, 7, 9],
    ],
  },
  responses: { 200: OmnibusResultsResponse },
  errors: [400],
  handle({ body: { test_type: type, groups, alpha } }) {
    const test = type === 'welch_anova' ? runWelch(groups) : runKruskal(groups)
    if (!test.ok) throw badRequest('Every group needs values that differ')
    const { statistic, numerator, denominator, pValue, pValueLog10, size, meanRanks } = test.value
    const isSignificant = pValue < alpha
    const [printed, p] = [round(statistic, 4), round(pValue, 6)]
    return reply(200, {
      test_type: type,
      test_statistic: printed,
      df_numerator: numerator,
      df_denominator: roundOrNull(denominator, 4),
      p_value: p,
      p_value_log10: round(pValueLog10, 6),
      is_significant: isSignificant,
      effect_size: round(size, 4),
      effect_size_label: type === 'welch_anova' ? words.effectLabels.eta_squared : words.effectLabels.epsilon_squared,
      num_groups: groups.length,
      n_total: groups.reduce((sum, group) => sum + group.length, 0),
      group_summaries: groups.map((group, index) => summary(group, meanRanks?.[index] ?? null)),
      verdict: isSignificant ? words.verdicts.groupsDiffer : words.verdicts.groupsAlike,
      interpretation: fillWords(words.testInterpretation, {
        name: type === 'welch_anova' ? 'F' : 'H',
        statistic: printed,
        p,
      }),
    })
  },
})

interface Omnibus {
  readonly statistic: number
  readonly numerator: number
  readonly denominator: number | null
  readonly pValue: number
  readonly pValueLog10: number
  readonly size: number
  readonly meanRanks: readonly number[] | null
}

type Groups = readonly (readonly number[])[]

function runWelch(groups: Groups): Inference<Omnibus> {
  const test = welchAnova(groups.map(momentsOf))
  if (!test.ok) return test
  const {
    degreesOfFreedom: [numerator, denominator],
    etaSquared: size,
    ...rest
  } = test.value
  return { ok: true, value: { ...rest, numerator, denominator, size, meanRanks: null } }
}

function runKruskal(groups: Groups): Inference<Omnibus> {
  const test = kruskalWallisTest(groups)
  if (!test.ok) return test
  const { degreesOfFreedom: numerator, epsilonSquared: size, ...rest } = test.value
  return { ok: true, value: { ...rest, numerator, denominator: null, size } }
}

// Means belong to the test of means, ranks to the test of ranks.
function summary(group: readonly number[], meanRank: number | null) {
  const moments = momentsOf(group)
  const isRanked = meanRank !== null
  const median = sampleQuantile(Float64Array.from(group).sort(), 0.5)
  return {
    n: group.length,
    mean: isRanked ? null : round(moments.mean, 6),
    std: isRanked ? null : roundOrNull(Math.sqrt(sampleVariance(moments)), 6),
    median: isRanked ? round(median, 6) : null,
    mean_rank: roundOrNull(meanRank, 4),
  }
}
