import type { EffectTest, Inference, MixtureSprt } from '@verdict/stats'
import { noAnswer } from '@verdict/stats'
import type { MetricQuery, Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, momentsByArm } from './arm-moments.ts'
import { isClusterDesign } from './cluster-tests.ts'
import { comparePlainly, comparisonAlpha, type ShownTest } from './comparison.ts'
import { inPlannedUnits } from './planned-units.ts'
import { isRankDesign } from './primary-test.ts'
import { pairedMetric, primaryMetric } from './readout-query.ts'
import { compareSecondary, secondaryMetrics } from './secondary-metrics.ts'
import { analysisScale } from './worthwhile-effect.ts'

export type MetricType = 'binary' | 'continuous' | 'ratio' | 'count'

/** One metric of a design, as it is read beside the verdict: by day, or by slice. */
export interface MetricReading {
  readonly name: string
  readonly metricType: MetricType
  readonly isPrimary: boolean
  /** What the event store is asked for. */
  readonly queries: readonly [MetricQuery] | readonly [MetricQuery, MetricQuery]
  /** Its place in the read-out. */
  readonly place: number
  /** Of one comparison. */
  readonly alpha: number
}

/** Two arms, unrounded and in natural units. */
export interface PlainComparison {
  readonly control: ArmMoments
  readonly treatment: ArmMoments
  readonly test: Inference<ShownTest>
  readonly alwaysValid: Inference<MixtureSprt>
}

/** The metric of that name; null when the design has none. Without a name the primary one. */
export function findMetric(project: Project, name: string | null): MetricReading | null {
  const { metrics } = project.payload
  if (name === null || name === metrics.primary_metric_name) return primaryReading(project)
  const others = [...metrics.guardrail_metrics, ...secondaryMetrics(project)]
  const at = others.findIndex(other => other.name === name)
  if (at < 0) return null
  const { metric_type: metricType } = others[at]!
  return {
    name,
    metricType,
    isPrimary: false,
    queries: [{ name, outcome: metricType === 'binary' ? 'converted' : 'sum' }],
    place: at + 1,
    alpha: metrics.alpha,
  }
}

function primaryReading(project: Project): MetricReading {
  const { metrics } = project.payload
  const [own, paired] = [primaryMetric(metrics), pairedMetric(metrics)]
  return {
    name: metrics.primary_metric_name,
    metricType: metrics.metric_type,
    isPrimary: true,
    queries: paired === null ? [own] : [own, paired],
    place: 0,
    alpha: comparisonAlpha(project),
  }
}

/** The arms of some cells, in planned units. */
export function armsOfCells(project: Project, readout: Readout, metric: MetricReading): readonly ArmMoments[] {
  const arms = project.payload.setup.variants_count
  return metric.isPrimary
    ? momentsByArm(inPlannedUnits(project, readout).cells, arms)
    : momentsByArm(readout.cells, arms, metric.place)
}

/** Why a metric has no plain comparison of disjoint persons in this design; null when it has. */
export function whyNotCompared(project: Project, { isPrimary }: MetricReading): 'clusters' | 'ranks' | null {
  if (isClusterDesign(project)) return 'clusters'
  return isPrimary && isRankDesign(project) ? 'ranks' : null
}

/** Every treatment against control by the plain test of the metric, whatever estimator decides. */
export function compareReading(
  project: Project,
  metric: MetricReading,
  arms: readonly ArmMoments[],
): readonly PlainComparison[] {
  return arms.slice(1).map(treatment => {
    if (metric.isPrimary) return comparePlainly(project, arms[0]!, treatment, metric.alpha)
    const test: Inference<EffectTest> = compareSecondary(metric.metricType, arms[0]!, treatment, metric.alpha)
    return { control: arms[0]!, treatment, test, alwaysValid: noAnswer('not_defined') }
  })
}

/** Rates are shown in percentage points. */
export function scaleOf({ metricType }: MetricReading): number {
  return analysisScale(metricType)
}
