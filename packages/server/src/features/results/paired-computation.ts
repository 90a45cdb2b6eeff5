import { type Inference, mcnemarTest, pairedTest, wilcoxonTest } from '@verdict/stats'
import { oneOf, type ParsedOf, record } from '../../http/schema.ts'
import type { Computation } from '../../jobs/computation.ts'
import { PostHocAlpha, Values } from './results-schema.ts'
import type { EffectLabel } from './two-arm-analysis.ts'

export const PairedResultsRequest = record('PairedResultsRequest', {
  test_type: oneOf('paired_t', 'wilcoxon', 'mcnemar'),
  control_values: Values,
  treatment_values: Values,
  alpha: PostHocAlpha,
})

export type PairedBody = ParsedOf<typeof PairedResultsRequest>

/** What the three tests share, unrounded. */
export interface Paired {
  readonly effect: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly statistic: number
  readonly decimals: 4 | 6
  readonly label: EffectLabel
  readonly size: { readonly value: number; readonly label: EffectLabel }
  readonly method: string | null
  readonly zeroDifferences: number | null
  readonly discordant: { readonly gained: number; readonly lost: number } | null
}

/** The three tests of /results/paired. */
export const pairedComputation: Computation<PairedBody, Inference<Paired>> = {
  name: 'paired',
  foreseenMs: ({ test_type: type, control_values: values }) => (type === 'wilcoxon' ? 8e-4 : 1e-4) * values.length,
  run: body => ANALYZERS[body.test_type](body),
}

const ANALYZERS: Readonly<Record<PairedBody['test_type'], (body: PairedBody) => Inference<Paired>>> = {
  paired_t: runPairedT,
  wilcoxon: runWilcoxon,
  mcnemar: runMcnemar,
}

function runPairedT({ control_values: control, treatment_values: treatment, alpha }: PairedBody): Inference<Paired> {
  const test = pairedTest(control, treatment, alpha)
  if (!test.ok) return test
  const size = { value: test.value.effectSize, label: 'cohens_dz' } as const
  return { ok: true, value: { ...test.value, ...NO_COUNTS, decimals: 4, label: 'mean_difference', size, method: null } }
}

function runWilcoxon({ control_values: control, treatment_values: treatment, alpha }: PairedBody): Inference<Paired> {
  const test = wilcoxonTest(control, treatment, alpha)
  if (!test.ok) return test
  const { rankSumPositive, rankSumNegative, rankBiserial, zeroDifferences, method } = test.value
  const statistic = Math.min(rankSumPositive, rankSumNegative)
  const size = { value: rankBiserial, label: 'rank_biserial' } as const
  const rest = { statistic, size, method, zeroDifferences, discordant: null }
  return { ok: true, value: { ...test.value, ...rest, decimals: 4, label: 'pseudomedian' } }
}

function runMcnemar({ control_values: control, treatment_values: treatment, alpha }: PairedBody): Inference<Paired> {
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
