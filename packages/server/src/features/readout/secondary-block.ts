import { round, roundEffect, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import type { LiveStats } from './live-stats-schema.ts'
import type { SecondaryComparison, SecondaryFinding } from './secondary-metrics.ts'
import { analysisScale } from './worthwhile-effect.ts'

type Block = LiveStats['secondary']

/** The secondary metrics as the wire prints them: percentage points for rates. */
export function secondaryBlock({ payload }: Project, findings: readonly SecondaryFinding[]): Block {
  const { alpha } = payload.metrics
  const isTested = findings.some(({ comparisons }) => comparisons.some(({ test }) => test.ok))
  return {
    status: findings.length === 0 ? 'unavailable' : isTested ? 'ok' : 'insufficient_data',
    adjustment: payload.decision_policy.secondary_adjustment,
    metrics: findings.map(({ metric, comparisons }) => ({
      name: metric.name,
      metric_type: metric.metric_type,
      direction: metric.direction,
      comparisons: comparisons.map(each => comparison(each, analysisScale(metric.metric_type), alpha)),
    })),
  }
}

function comparison(
  { treatmentIndex, test, adjustedP }: SecondaryComparison,
  scale: number,
  alpha: number,
): Block['metrics'][number]['comparisons'][number] {
  if (!test.ok) return { treatment_index: treatmentIndex, ...NOTHING }
  const { effect, lower, upper, pValue, pValueLog10 } = test.value
  const printed = roundEffect({ effect: effect * scale, lower: lower * scale, upper: upper * scale }, 4)
  return {
    treatment_index: treatmentIndex,
    effect: printed.effect,
    ci_lower: printed.lower,
    ci_upper: printed.upper,
    p_value: round(pValue, 6),
    p_value_log10: round(pValueLog10, 6),
    adjusted_p_value: roundOrNull(adjustedP, 6),
    is_significant: adjustedP === null ? null : adjustedP < alpha,
  }
}

const NOTHING = {
  effect: null,
  ci_lower: null,
  ci_upper: null,
  p_value: null,
  p_value_log10: null,
  adjusted_p_value: null,
  is_significant: null,
}
