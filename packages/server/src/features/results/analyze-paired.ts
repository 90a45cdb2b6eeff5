import type { NoAnswerReason } from '@verdict/stats'
import { type Static, Type } from 'typebox'
import { badRequest, type Issue } from '../../http/errors.ts'
import type { ErrorPhrase } from '../../http/phrase.ts'
import { route } from '../../http/route.ts'
import { nullable } from '../../http/schema.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundEffect, roundOrNull } from '../../http/wire-numbers.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { type Paired, type PairedBody, PairedResultsRequest, pairedComputation } from './paired-computation.ts'

const MaybeWhole = nullable(Type.Integer())
const MaybeText = nullable(Type.String())

const PairedResultsResponse = Type.Object(
  {
    test_type: Type.String(),
    n_pairs: Type.Integer(),
    effect: Type.Number(),
    effect_label: Type.String(),
    ci_lower: Type.Number(),
    ci_upper: Type.Number(),
    ci_level: Type.Number(),
    p_value: Type.Number(),
    p_value_log10: Type.Number(),
    test_statistic: Type.Number(),
    is_significant: Type.Boolean(),
    effect_size: nullable(Type.Number()),
    effect_size_label: MaybeText,
    method: MaybeText,
    n_zero_differences: MaybeWhole,
    n_discordant: MaybeWhole,
    discordant_positive: MaybeWhole,
    discordant_negative: MaybeWhole,
    verdict: Type.String(),
    interpretation: Type.String(),
  },
  { title: 'PairedResultsResponse' },
)

export const analyzePaired = route({
  method: 'POST',
  path: '/api/v1/results/paired',
  operationId: 'analyzePaired',
  tag: 'results',
  summary: 'Compare pairs of values',
  description: 'Paired t, Wilcoxon signed rank, or McNemar for 0 and 1.',
  scope: 'read',
  body: PairedResultsRequest,
  example: { test_type: 'paired_t', control_values: [5, 6, 7, 8], treatment_values: [6, 8, 7, 9] },
  rules: [pairIssues],
  responses: { 200: PairedResultsResponse, 202: JobResponse },
  errors: [400],
  bodySize: 'samples',
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, pairedComputation, request.body, paired => {
      if (!paired.ok) throw badRequest(REFUSALS[paired.reason] ?? { key: 'pairsNotTestable' })
      return printed(request.body, paired.value, request.speech)
    })
  },
})

const REFUSALS: Partial<Record<NoAnswerReason, ErrorPhrase>> = {
  zero_variance: { key: 'equalDifferences' },
  too_few_persons: { key: 'fewDifferences' },
}

function printed(body: PairedBody, paired: Paired, speech: Speech): Static<typeof PairedResultsResponse> {
  const words = speech.words.results
  const { effect, lower, upper } = roundEffect(paired, paired.decimals)
  const isSignificant = paired.pValue < body.alpha
  const p = round(paired.pValue, 6)
  const level = round(paired.level, 4)
  const { discordant } = paired
  const hasSize = Number.isFinite(paired.size.value)
  return {
    test_type: body.test_type,
    n_pairs: body.control_values.length,
    effect,
    effect_label: words.effectLabels[paired.label],
    ci_lower: lower,
    ci_upper: upper,
    ci_level: level,
    p_value: p,
    p_value_log10: round(paired.pValueLog10, 6),
    test_statistic: round(paired.statistic, 4),
    is_significant: isSignificant,
    effect_size: roundOrNull(paired.size.value, 4),
    effect_size_label: hasSize ? words.effectLabels[paired.size.label] : null,
    method: paired.method,
    n_zero_differences: paired.zeroDifferences,
    n_discordant: discordant === null ? null : discordant.gained + discordant.lost,
    discordant_positive: discordant?.gained ?? null,
    discordant_negative: discordant?.lost ?? null,
    verdict: words.verdicts[isSignificant ? (effect > 0 ? 'uplift' : 'decline') : 'none'],
    interpretation: speech.say(words.interpretation, { effect, lower, upper, level: level * 100, p }),
  }
}

function pairIssues({
  test_type: type,
  control_values: control,
  treatment_values: treatment,
}: PairedBody): readonly Issue[] {
  if (control.length !== treatment.length) {
    return [
      ruleBroken(['body', 'treatment_values'], {
        key: 'unevenPairs',
        values: { treatment: treatment.length, control: control.length },
      }),
    ]
  }
  if (type !== 'mcnemar') return []
  return Object.entries({ control_values: control, treatment_values: treatment }).flatMap(([field, values]) => {
    const index = values.findIndex(value => value !== 0 && value !== 1)
    return index === -1 ? [] : [ruleBroken(['body', field, index], { key: 'mcnemarValues' }, values[index])]
  })
}
