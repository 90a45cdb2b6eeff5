import { type Inference, mcnemarTest, type NoAnswerReason, pairedTest, wilcoxonTest } from '@verdict/stats'
import { type Static, Type } from 'typebox'
import { results as words } from '../../../locales/en/results.ts'
import { badRequest, type Issue } from '../../http/errors.ts'
import { fillWords } from '../../http/fill-words.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, oneOf, type ParsedOf, record } from '../../http/schema.ts'
import { round, roundEffect, roundOrNull } from '../../http/wire-numbers.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { PostHocAlpha } from './results-schema.ts'

const Values = Type.Array(Type.Number(), { minItems: 2, maxItems: 1000 })

const PairedResultsRequest = record('PairedResultsRequest', {
  test_type: oneOf('paired_t', 'wilcoxon', 'mcnemar'),
  control_values: Values,
  treatment_values: Values,
  alpha: PostHocAlpha,
})

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
  responses: { 200: PairedResultsResponse },
  errors: [400],
  handle({ body }) {
    const paired = ANALYZERS[body.test_type](body)
    if (!paired.ok) throw badRequest(REFUSALS[paired.reason] ?? 'These pairs can not be analysed')
    return reply(200, printed(body, paired.value))
  },
})

type Body = ParsedOf<typeof PairedResultsRequest>

/** What the three tests share, unrounded. */
interface Paired {
  readonly effect: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly statistic: number
  readonly decimals: 4 | 6
  readonly label: keyof typeof words.effectLabels
  readonly size: { readonly value: number; readonly label: keyof typeof words.effectLabels }
  readonly method: string | null
  readonly zeroDifferences: number | null
  readonly discordant: { readonly gained: number; readonly lost: number } | null
}

const REFUSALS: Partial<Record<NoAnswerReason, string>> = {
  zero_variance: 'All differences are equal',
  too_few_persons: 'At least two pairs have to differ',
}

const ANALYZERS: Readonly<Record<Body['test_type'], (body: Body) => Inference<Paired>>> = {
  paired_t: runPairedT,
  wilcoxon: runWilcoxon,
  mcnemar: runMcnemar,
}

function runPairedT({ control_values: control, treatment_values: treatment, alpha }: Body): Inference<Paired> {
  const test = pairedTest(control, treatment, alpha)
  if (!test.ok) return test
  const size = { value: test.value.effectSize, label: 'cohens_dz' } as const
  return { ok: true, value: { ...test.value, ...NO_COUNTS, decimals: 4, label: 'mean_difference', size, method: null } }
}

function runWilcoxon({ control_values: control, treatment_values: treatment, alpha }: Body): Inference<Paired> {
  const test = wilcoxonTest(control, treatment, alpha)
  if (!test.ok) return test
  const { rankSumPositive, rankSumNegative, rankBiserial, zeroDifferences, method } = test.value
  const statistic = Math.min(rankSumPositive, rankSumNegative)
  const size = { value: rankBiserial, label: 'rank_biserial' } as const
  const rest = { statistic, size, method, zeroDifferences, discordant: null }
  return { ok: true, value: { ...test.value, ...rest, decimals: 4, label: 'pseudomedian' } }
}

function runMcnemar({ control_values: control, treatment_values: treatment, alpha }: Body): Inference<Paired> {
  const gained = control.filter((value, at) => value === 0 && treatment[at] === 1).length
  const lost = control.filter((value, at) => value === 1 && treatment[at] === 0).length
  if (gained + lost === 0) return { ok: true, value: { ...NO_DISCORDANCE, level: 1 - alpha } }
  const test = mcnemarTest({ pairs: control.length, gained, lost }, alpha)
  if (!test.ok) return test
  const size = { value: test.value.oddsRatio, label: 'odds_ratio' } as const
  const rest = { size, zeroDifferences: null, discordant: { gained, lost } }
  return { ok: true, value: { ...test.value, ...rest, decimals: 6, label: 'share_difference' } }
}

// The answer of the contract when no pair differs.
const NO_DISCORDANCE: Omit<Paired, 'level'> = {
  effect: 0,
  lower: 0,
  upper: 0,
  pValue: 1,
  pValueLog10: 0,
  statistic: 0,
  decimals: 6,
  label: 'share_difference',
  size: { value: Number.NaN, label: 'odds_ratio' },
  method: 'exact',
  zeroDifferences: null,
  discordant: { gained: 0, lost: 0 },
}

const NO_COUNTS = { zeroDifferences: null, discordant: null }

function printed(body: Body, paired: Paired): Static<typeof PairedResultsResponse> {
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
    verdict: isSignificant ? (effect > 0 ? words.verdicts.uplift : words.verdicts.decline) : words.verdicts.none,
    interpretation: fillWords(words.interpretation, { effect, lower, upper, level: level * 100, p }),
  }
}

function pairIssues({ test_type: type, control_values: control, treatment_values: treatment }: Body): readonly Issue[] {
  if (control.length !== treatment.length) {
    return [ruleBroken(['body', 'treatment_values'], `${treatment.length} values for ${control.length} of control`)]
  }
  if (type !== 'mcnemar') return []
  return Object.entries({ control_values: control, treatment_values: treatment }).flatMap(([field, values]) => {
    const index = values.findIndex(value => value !== 0 && value !== 1)
    return index === -1 ? [] : [ruleBroken(['body', field, index], 'mcnemar takes 0 and 1 only', values[index])]
  })
}
