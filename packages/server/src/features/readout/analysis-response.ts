import type { EffectTest } from '@verdict/stats'
import type { Static } from 'typebox'
import { readout as words } from '../../../locales/en/readout.ts'
import { fillWords } from '../../http/fill-words.ts'
import { round, roundEffect } from '../../http/wire-numbers.ts'
import type { ResultsResponse } from '../results/results-schema.ts'

export interface AnalysisContext {
  readonly metricType: string
  readonly alpha: number
  /** Natural units: fractions for rates. */
  readonly controlMean: number
  readonly treatmentMean: number
}

type Analysis = Static<typeof ResultsResponse>

/** A test on the scale and with the digits of the wire: percentage points for rates. */
export function analysisResponse(test: EffectTest, context: AnalysisContext): Analysis {
  const isBinary = context.metricType === 'binary'
  const scale = isBinary ? 100 : 1
  const printed = roundEffect({ effect: test.effect * scale, lower: test.lower * scale, upper: test.upper * scale }, 4)
  const isSignificant = test.pValue < context.alpha
  return {
    ...rates(context, isBinary),
    observed_effect: printed.effect,
    ci_lower: printed.lower,
    ci_upper: printed.upper,
    ci_level: round(test.level, 4),
    p_value: round(test.pValue, 6),
    p_value_log10: round(test.pValueLog10, 6),
    test_statistic: round(test.statistic, 4),
    is_significant: isSignificant,
    power_achieved: round(test.power, 3),
    verdict: isSignificant ? (test.effect > 0 ? words.verdicts.uplift : words.verdicts.decline) : words.verdicts.none,
    interpretation: interpretation(printed, test, isBinary ? 'percentage points' : 'in the unit of the metric'),
  }
}

/** The answer the contract gives for arms that are constant and equal. */
export function degenerateAnalysis(context: AnalysisContext): Analysis {
  return {
    ...rates(context, context.metricType === 'binary'),
    observed_effect: 0,
    ci_lower: 0,
    ci_upper: 0,
    ci_level: round(1 - context.alpha, 4),
    p_value: 1,
    p_value_log10: 0,
    test_statistic: 0,
    is_significant: false,
    power_achieved: 0,
    verdict: words.verdicts.degenerate,
    interpretation: words.degenerate,
  }
}

function rates({ metricType, controlMean, treatmentMean }: AnalysisContext, isBinary: boolean) {
  const relative = controlMean === 0 ? 0 : (100 * (treatmentMean - controlMean)) / controlMean
  return {
    metric_type: metricType,
    observed_effect_relative: round(relative, 2),
    control_rate: isBinary ? round(controlMean * 100, 4) : null,
    treatment_rate: isBinary ? round(treatmentMean * 100, 4) : null,
    effect_size: null,
    effect_size_label: null,
    effect_size_ci_lower: null,
    effect_size_ci_upper: null,
  }
}

function interpretation(
  printed: { readonly effect: number; readonly lower: number; readonly upper: number },
  test: EffectTest,
  unit: string,
): string {
  const p = test.pValue < 1e-6 ? `1e${Math.round(test.pValueLog10)}` : round(test.pValue, 6)
  return fillWords(words.interpretation, { ...printed, unit, level: round(test.level * 100, 2), p })
}
