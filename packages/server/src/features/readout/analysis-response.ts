import type { Static } from 'typebox'
import type { Speech } from '../../http/speech.ts'
import type { ResultsResponse } from '../results/results-schema.ts'
import { degenerateResponse, resultsResponse } from '../results/two-arm-analysis.ts'
import type { ShownTest } from './comparison.ts'
import { analysisScale } from './worthwhile-effect.ts'

export interface AnalysisContext {
  readonly metricType: string
  readonly alpha: number
  /** Natural units: fractions for rates. */
  readonly controlMean: number
  readonly treatmentMean: number
}

type Analysis = Static<typeof ResultsResponse>

/** A test of the read-out on the scale and with the digits of the wire: percentage points for rates. */
export function analysisResponse(test: ShownTest, context: AnalysisContext, speech: Speech): Analysis {
  const { metricType, alpha, controlMean } = context
  const scale = analysisScale(metricType)
  const shown = { effect: test.effect * scale, lower: test.lower * scale, upper: test.upper * scale }
  const rest = {
    base: controlMean * scale,
    decimals: metricType === 'count' || metricType === 'ratio' ? 6 : 4,
    rates: ratesOf(context),
    size: null,
  } as const
  const analysis = resultsResponse(metricType, { ...test, ...shown, ...rest }, alpha, speech)
  return { ...analysis, interpretation: interpretation(analysis, test, speech) }
}

/** The answer the contract gives for arms that are constant and equal. */
export function degenerateAnalysis(context: AnalysisContext, speech: Speech): Analysis {
  const words = speech.words.readout
  const analysis = degenerateResponse(context.metricType, context.alpha, ratesOf(context), speech)
  return { ...analysis, verdict: words.verdicts.degenerate, interpretation: words.degenerate }
}

function ratesOf({ metricType, controlMean, treatmentMean }: AnalysisContext) {
  return metricType === 'binary' ? { control: controlMean * 100, treatment: treatmentMean * 100 } : null
}

function interpretation(analysis: Analysis, test: ShownTest, { say, words }: Speech): string {
  const unit = words.readout.units[analysis.metric_type === 'binary' ? 'points' : 'metric']
  const { observed_effect: effect, ci_lower: lower, ci_upper: upper } = analysis
  const p = test.pValue < 1e-6 ? `1e${Math.round(test.pValueLog10)}` : analysis.p_value
  return say(words.readout.interpretation, {
    effect,
    lower,
    upper,
    unit,
    level: Number((test.level * 100).toFixed(2)),
    p,
  })
}
