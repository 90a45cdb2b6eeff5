import type { Speech } from '../../i18n/language-context.ts'
import { armCountOf, armName } from './arm-name.ts'
import { naturalScale, scaled } from './effect-scale.ts'
import { intervalDecimals, intervalText, limitsOf } from './effect-text.ts'
import { type Finding, findingOf } from './finding.ts'
import type { Comparison, LiveStats } from './reading.ts'

/** One line of evidence on one arm, as printed. */
export interface ComparisonRow {
  readonly key: string
  readonly arm: string
  /** The row above is of the same arm. */
  readonly isRepeated: boolean
  readonly evidence: string
  readonly effect: string
  readonly relative: string
  readonly interval: string
  readonly p: string
  readonly probability: string
  readonly finding: Finding
}

/** Two lines an arm: what the planned read says, and what holds at any time. */
export function comparisonRows(live: LiveStats, direction: string, speech: Speech): ComparisonRow[] {
  const decimals = Math.max(0, ...live.comparisons.map(({ analysis }) => intervalDecimals(limitsOf(analysis))))
  const context = { metricType: live.metric_type, direction, decimals, isDue: live.looks.length > 0 }
  return live.comparisons.flatMap(comparison => {
    const arm = armName(comparison.treatment_index, armCountOf(live), speech)
    return [plannedRow(comparison, arm, context, speech), ...alwaysValidRow(comparison, arm, context, speech)]
  })
}

interface RowContext {
  readonly metricType: string
  readonly direction: string
  /** Of effects and limits, the same on every line. */
  readonly decimals: number
  /** Whether the planned look has been taken. */
  readonly isDue: boolean
}

function plannedRow(comparison: Comparison, arm: string, context: RowContext, speech: Speech): ComparisonRow {
  const { words, formats } = speech
  const { analysis, probability_treatment_beats_control: probability } = comparison
  return {
    key: `${comparison.treatment_index}-planned`,
    arm,
    isRepeated: false,
    evidence: withLevel(words.readout.comparisons.planned, analysis?.ci_level ?? null, speech),
    effect: formats.signed(analysis?.observed_effect ?? null, context.decimals),
    relative: formats.signedPercent(scaled(analysis?.observed_effect_relative, 0.01)),
    interval: intervalText(limitsOf(analysis), formats, context.decimals),
    p: formats.pValue(analysis?.p_value ?? null, analysis?.p_value_log10 ?? null),
    probability: probabilityText(probability, speech),
    finding: findingOf(
      {
        isEvaluable: comparison.status === 'ok',
        // With several planned looks the bound of the last one decides, not the level of a single test.
        isSignificant: comparison.sequential_significant ?? analysis?.is_significant ?? false,
        effect: analysis?.observed_effect ?? 0,
        ...context,
      },
      speech,
    ),
  }
}

function alwaysValidRow(comparison: Comparison, arm: string, context: RowContext, speech: Speech): ComparisonRow[] {
  const { words, formats } = speech
  const { always_valid: sequence, analysis } = comparison
  if (sequence === null || sequence.status !== 'ok') return []
  const scale = naturalScale(context.metricType)
  const interval = {
    lower: scaled(sequence.ci_sequence_lower, scale),
    upper: scaled(sequence.ci_sequence_upper, scale),
  }
  const effect = analysis?.observed_effect ?? 0
  return [
    {
      key: `${comparison.treatment_index}-always`,
      arm,
      isRepeated: true,
      evidence: withLevel(words.readout.comparisons.alwaysValid, sequence.confidence_level, speech),
      effect: formats.signed(analysis?.observed_effect ?? null, context.decimals),
      relative: formats.signedPercent(scaled(analysis?.observed_effect_relative, 0.01)),
      interval: intervalText(interval, formats, context.decimals),
      p: formats.pValue(sequence.always_valid_p_value, sequence.always_valid_p_value_log10),
      probability: '',
      finding: findingOf(
        { isEvaluable: true, isSignificant: sequence.is_significant ?? false, effect, ...context, isDue: true },
        speech,
      ),
    },
  ]
}

function withLevel(name: string, level: number | null, { formats }: Speech): string {
  if (level === null) return name
  const isWhole = Number.isInteger(Math.round(level * 1e6) / 1e4)
  return `${name} · ${formats.percent(level, isWhole ? 0 : 1)}`
}

// Three decimals on the wire: the ends are not certainties.
function probabilityText(probability: number | null, { formats }: Speech): string {
  if (probability === 1) return `> ${formats.percent(0.999)}`
  if (probability === 0) return `< ${formats.percent(0.001)}`
  return formats.percent(probability)
}
