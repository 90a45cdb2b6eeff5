import { Type } from 'typebox'
import { badRequest } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import { nullable } from '../../http/schema.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { type Omnibus, type OmnibusBody, OmnibusResultsRequest, omnibusComputation } from './omnibus-computation.ts'

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
  responses: { 200: OmnibusResultsResponse, 202: JobResponse },
  errors: [400],
  bodySize: 'samples',
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, omnibusComputation, request.body, test => {
      if (!test.ok) throw badRequest({ key: 'constantGroups' })
      return printed(request.body, test.value, request.speech)
    })
  },
})

function printed({ test_type: type, groups, alpha }: OmnibusBody, test: Omnibus, speech: Speech) {
  const words = speech.words.results
  const isSignificant = test.pValue < alpha
  const [statistic, p] = [round(test.statistic, 4), round(test.pValue, 6)]
  return {
    test_type: type,
    test_statistic: statistic,
    df_numerator: test.numerator,
    df_denominator: roundOrNull(test.denominator, 4),
    p_value: p,
    p_value_log10: round(test.pValueLog10, 6),
    is_significant: isSignificant,
    effect_size: round(test.size, 4),
    effect_size_label: words.effectLabels[type === 'welch_anova' ? 'eta_squared' : 'epsilon_squared'],
    num_groups: groups.length,
    n_total: groups.reduce((sum, group) => sum + group.length, 0),
    group_summaries: test.groups.map(({ n, mean, std, median, meanRank }) => ({
      n,
      mean: roundOrNull(mean, 6),
      std: roundOrNull(std, 6),
      median: roundOrNull(median, 6),
      mean_rank: roundOrNull(meanRank, 4),
    })),
    verdict: words.verdicts[isSignificant ? 'groupsDiffer' : 'groupsAlike'],
    interpretation: speech.say(words.testInterpretation, { name: type === 'welch_anova' ? 'F' : 'H', statistic, p }),
  }
}
