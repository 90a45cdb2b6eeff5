import type { Project } from '../projects/project.ts'

/** The smallest effect that is worth shipping for, in analysis units: percentage points for rates. */
export interface WorthwhileEffect {
  readonly value: number
  readonly relativePct: number
  readonly source: 'explicit' | 'default'
}

export function worthwhileEffect({ payload: { metrics, decision_policy: policy } }: Project): WorthwhileEffect {
  const base = metrics.baseline_value * analysisScale(metrics.metric_type)
  if (policy.minimum_worthwhile_effect_pct !== null) {
    const relativePct = policy.minimum_worthwhile_effect_pct
    return { value: (base * relativePct) / 100, relativePct, source: 'explicit' }
  }
  const value = policy.minimum_worthwhile_effect ?? 0
  const source = policy.minimum_worthwhile_effect === null ? 'default' : 'explicit'
  return { value, relativePct: (100 * value) / base, source }
}

/** Rates are analysed in percentage points. */
export function analysisScale(metricType: string): number {
  return metricType === 'binary' ? 100 : 1
}
