import { type CrossMoments, linearizedRatio } from '@verdict/stats'
import type { Timeline } from '../../event-store/event-store.ts'
import { round, roundEffect, roundOrNull } from '../../http/wire-numbers.ts'
import { SRM_ALPHA } from '../planning/sample-ratio.ts'
import type { Project } from '../projects/project.ts'
import type { ArmMoments } from './arm-moments.ts'
import { compareReading, type MetricReading, type PlainComparison, scaleOf, whyNotCompared } from './metric-reading.ts'
import { findSrm } from './srm-block.ts'
import type { Timeseries } from './timeseries-schema.ts'

const DAY_MS = 86_400_000
const EMPTY = { n: 0, mean: 0, m2: 0 }

export interface DayRange {
  /** UTC days since 1970-01-01, both ends included; null: from the first, to the last. */
  readonly from: number | null
  readonly to: number | null
}

/** A metric at the end of each day, from the first exposure to the last change; days without a change repeat the day before. */
export function timeseries(
  project: Project,
  metric: MetricReading,
  { days, dataVersion }: Timeline,
  range: DayRange,
): Timeseries {
  const arms = project.payload.setup.variants_count
  const standing: CrossMoments[] = Array.from({ length: arms }, () => ({ n: 0, means: [], products: [] }))
  const points: Timeseries['days'] = []
  let next = 0
  const last = Math.min(days.at(-1)?.day ?? -1, range.to ?? Number.MAX_SAFE_INTEGER)
  for (let day = days[0]?.day ?? 0; day <= last; day += 1) {
    for (; days[next]?.day === day; next += 1) standing[days[next]!.arm] = days[next]!.moments
    if (range.from === null || day >= range.from) points.push(pointOf(project, metric, day, standing))
  }
  return {
    experiment_id: project.id,
    metric: metric.name,
    metric_type: metric.metricType,
    not_compared: whyNotCompared(project, metric),
    data_version: dataVersion,
    days: points,
  }
}

function pointOf(
  project: Project,
  metric: MetricReading,
  day: number,
  standing: readonly CrossMoments[],
): Timeseries['days'][number] {
  const arms = standing.map((moments, arm) => armOf(project, metric, arm, moments))
  const counts = arms.map(({ outcome }) => outcome.n)
  const { test, isSrm, sequential } = findSrm(counts, project.payload.setup.traffic_split)
  const isCompared = whyNotCompared(project, metric) === null
  return {
    date: dateOf(day),
    arms: arms.map(arm => ({
      variation_index: arm.arm,
      exposed_users: arm.outcome.n,
      value: arm.outcome.n === 0 ? null : roundOrNull(arm.outcome.mean, 6),
    })),
    srm: {
      p_value: test.ok ? round(test.value.pValue, 6) : null,
      p_value_log10: test.ok ? round(test.value.pValueLog10, 6) : null,
      is_srm: isSrm,
      sequential_p_value: sequential.ok ? round(sequential.value.pValue, 6) : null,
      sequential_is_srm: sequential.ok ? sequential.value.pValue < SRM_ALPHA : null,
    },
    comparisons: isCompared ? compareReading(project, metric, arms).map(each => comparisonOf(each, metric)) : [],
  }
}

/** The moments of the day in planned units. */
function armOf(project: Project, metric: MetricReading, arm: number, moments: CrossMoments): ArmMoments {
  const { n, means, products } = moments
  if (n === 0) return { arm, converted: 0, outcome: EMPTY }
  if (means.length === 2) {
    const linear = linearizedRatio(moments, { numerator: means[0]!, denominator: means[1]! })
    return { arm, converted: 0, outcome: { n, mean: linear.means[0]!, m2: linear.products[0]! } }
  }
  const { metrics } = project.payload
  const unit = metric.isPrimary && metric.metricType === 'count' ? (metrics.exposure_per_user ?? 1) : 1
  const outcome = { n, mean: means[0]! / unit, m2: products[0]! / unit ** 2 }
  return { arm, converted: metric.metricType === 'binary' ? Math.round(means[0]! * n) : 0, outcome }
}

function comparisonOf(
  { treatment, test, alwaysValid }: PlainComparison,
  metric: MetricReading,
): Timeseries['days'][number]['comparisons'][number] {
  const scale = scaleOf(metric)
  const shown = test.ok ? roundEffect(scaled(test.value, scale), 4) : null
  const bounds = alwaysValid.ok ? roundEffect(scaled(alwaysValid.value, scale), 4) : null
  return {
    treatment_index: treatment.arm,
    effect: shown === null ? null : shown.effect,
    ci_lower: shown === null ? null : shown.lower,
    ci_upper: shown === null ? null : shown.upper,
    p_value: test.ok ? round(test.value.pValue, 6) : null,
    p_value_log10: test.ok ? round(test.value.pValueLog10, 6) : null,
    always_valid_lower: bounds === null ? null : bounds.lower,
    always_valid_upper: bounds === null ? null : bounds.upper,
    always_valid_p_value: alwaysValid.ok ? round(alwaysValid.value.pValue, 6) : null,
    always_valid_p_value_log10: alwaysValid.ok ? round(alwaysValid.value.pValueLog10, 6) : null,
  }
}

interface Limits {
  readonly effect?: number
  readonly lower: number
  readonly upper: number
}

function scaled({ effect = 0, lower, upper }: Limits, scale: number) {
  return { effect: effect * scale, lower: lower * scale, upper: upper * scale }
}

/** YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** UTC days since 1970-01-01; null when the text names no day. */
export function dayOfDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || dateOf(time / DAY_MS) !== text ? null : time / DAY_MS
}
