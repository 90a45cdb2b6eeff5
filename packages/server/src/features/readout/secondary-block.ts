import type { Project } from '../projects/project.ts'
import { adjustedComparison } from './adjusted-comparison.ts'
import type { LiveStats } from './live-stats-schema.ts'
import type { SecondaryFinding } from './secondary-metrics.ts'
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
      comparisons: comparisons.map(each => adjustedComparison(each, analysisScale(metric.metric_type), alpha)),
    })),
  }
}
