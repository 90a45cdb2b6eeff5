import type { LiveStats } from '../../readout/live-stats-schema.ts'

type Comparison = LiveStats['comparisons'][number]

/** A comparison in one unit: the wire prints always-valid limits of rates as fractions, effects in percentage points. */
export interface EffectRow {
  readonly arm: number
  readonly effect: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly level: number | null
  /** Percent of control. */
  readonly relativePct: number | null
  readonly pValue: number | null
  readonly pValueLog10: number | null
  readonly alwaysLower: number | null
  readonly alwaysUpper: number | null
  readonly alwaysP: number | null
  readonly alwaysPLog10: number | null
  readonly probability: number | null
  readonly isSignificant: boolean | null
}

export function effectRows({ comparisons, metric_type: type }: LiveStats): readonly EffectRow[] {
  return comparisons.map(comparison => effectRow(comparison, type === 'binary' ? 100 : 1))
}

function effectRow(comparison: Comparison, scale: number): EffectRow {
  const { analysis, always_valid: always } = comparison
  return {
    arm: comparison.treatment_index,
    effect: analysis?.observed_effect ?? null,
    lower: analysis?.ci_lower ?? null,
    upper: analysis?.ci_upper ?? null,
    level: analysis?.ci_level ?? null,
    relativePct: analysis?.observed_effect_relative ?? null,
    pValue: analysis?.p_value ?? null,
    pValueLog10: analysis?.p_value_log10 ?? null,
    alwaysLower: scaled(always?.ci_sequence_lower, scale),
    alwaysUpper: scaled(always?.ci_sequence_upper, scale),
    alwaysP: always?.always_valid_p_value ?? null,
    alwaysPLog10: always?.always_valid_p_value_log10 ?? null,
    probability: comparison.probability_treatment_beats_control,
    isSignificant: analysis?.is_significant ?? null,
  }
}

// Six decimals of a fraction are four of a percentage; more would be noise of the multiplication.
function scaled(value: number | null | undefined, scale: number): number | null {
  if (value === null || value === undefined) return null
  return scale === 1 ? value : Number((value * scale).toFixed(4))
}
