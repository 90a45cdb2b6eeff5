import { normalCdf, normalSurvival, normalUpperQuantile } from '@verdict/stats'
import type { Static } from 'typebox'
import type { results } from '../../../locales/en/results.ts'
import { badRequest } from '../../http/errors.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundEffect, roundOrNull } from '../../http/wire-numbers.ts'
import type { ResultsResponse } from './results-schema.ts'

/** An analysis of two arms, unrounded; effect and limits on the wire's scale (percentage points for rates). */
export interface TwoArmAnalysis {
  readonly effect: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly statistic: number
  readonly power: number
  /** What the relative effect is relative to, on the scale of the effect. */
  readonly base: number
  readonly decimals: 4 | 6
  /** In percent; null unless the metric is a rate. */
  readonly rates: { readonly control: number; readonly treatment: number } | null
  readonly size: EffectSize | null
}

export type EffectLabel = keyof typeof results.effectLabels

export interface EffectSize {
  readonly value: number
  readonly label: EffectLabel
  readonly lower: number | null
  readonly upper: number | null
}

type Answer = Static<typeof ResultsResponse>

/** An analysis with the digits of the wire. */
export function resultsResponse(metricType: string, analysis: TwoArmAnalysis, alpha: number, speech: Speech): Answer {
  const words = speech.words.results
  const printed = roundEffect(analysis, analysis.decimals)
  const relative = analysis.base === 0 ? 0 : round((100 * analysis.effect) / analysis.base, 2)
  const figures = [printed.effect, printed.lower, printed.upper, relative, analysis.pValue, analysis.statistic]
  if (![...figures, analysis.power].every(Number.isFinite)) throw badRequest({ key: 'beyondNumbers' })
  const isSignificant = analysis.pValue < alpha
  const p = analysis.pValue < 1e-6 ? `1e${Math.round(analysis.pValueLog10)}` : round(analysis.pValue, 6)
  const level = round(analysis.level * 100, 2)
  return {
    metric_type: metricType,
    observed_effect: printed.effect,
    observed_effect_relative: relative,
    control_rate: analysis.rates === null ? null : round(analysis.rates.control, 4),
    treatment_rate: analysis.rates === null ? null : round(analysis.rates.treatment, 4),
    ci_lower: printed.lower,
    ci_upper: printed.upper,
    ci_level: round(analysis.level, 4),
    p_value: round(analysis.pValue, 6),
    p_value_log10: round(analysis.pValueLog10, 6),
    test_statistic: round(analysis.statistic, 4),
    is_significant: isSignificant,
    power_achieved: round(analysis.power, 3),
    verdict: words.verdicts[verdictOf(metricType, isSignificant, analysis.effect)],
    interpretation: speech.say(words.interpretation, { ...printed, level, p }),
    ...sizeFields(analysis.size, words.effectLabels),
  }
}

/** The answer of the contract for arms that can not be compared. */
export function degenerateResponse(
  metricType: string,
  alpha: number,
  rates: TwoArmAnalysis['rates'],
  speech: Speech,
): Answer {
  const nothing = { effect: 0, lower: 0, upper: 0, pValue: 1, pValueLog10: 0, statistic: 0, power: 0, base: 0 }
  const analysis = { ...nothing, level: 1 - alpha, decimals: 4, rates, size: null } as const
  const answer = resultsResponse(metricType, analysis, alpha, speech)
  const { degenerate } = speech.words.results.verdicts
  return { ...answer, is_significant: false, verdict: degenerate, interpretation: degenerate }
}

/** Observed power of a statistic that is normal: P(|Z + statistic| > z). */
export function normalPower(statistic: number, alpha: number): number {
  const critical = normalUpperQuantile(alpha / 2)
  return normalSurvival(critical - Math.abs(statistic)) + normalCdf(-critical - Math.abs(statistic))
}

function verdictOf(metricType: string, isSignificant: boolean, effect: number) {
  if (metricType === 'equivalence') return isSignificant ? 'equivalent' : 'notEquivalent'
  if (!isSignificant) return 'none'
  return effect > 0 ? 'uplift' : 'decline'
}

function sizeFields(size: EffectSize | null, labels: Readonly<Record<EffectLabel, string>>) {
  return {
    effect_size: size === null ? null : roundOrNull(size.value, 4),
    effect_size_label: size === null ? null : labels[size.label],
    effect_size_ci_lower: size === null ? null : roundOrNull(size.lower, 4),
    effect_size_ci_upper: size === null ? null : roundOrNull(size.upper, 4),
  }
}
