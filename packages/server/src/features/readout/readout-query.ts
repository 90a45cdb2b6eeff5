import type { MetricQuery, PopulationQuery, ReadoutQuery } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { secondaryMetrics } from './secondary-metrics.ts'

export const TIMING_HORIZON_DAYS = 14
export const MOST_COVARIATES = 10
export const MOST_STRATA = 50

/** What the event store is asked for the live read-out of a design. */
export function readoutQuery(project: Project, quarteredBy: string | null = null): ReadoutQuery {
  const {
    payload: { setup, metrics },
  } = project
  return {
    ...populationQuery(project),
    metrics: [primaryMetric(metrics), ...otherMetrics(project)],
    pairedWith: pairedMetric(metrics) === null ? null : 1 + sideMetrics(project).length,
    readsClusters: setup.randomization_unit === 'cluster',
    readsHistograms: metrics.planned_test === 'mann_whitney',
    quarteredBy,
    timingHorizonDays: TIMING_HORIZON_DAYS,
    maxCovariates: MOST_COVARIATES,
    maxStrata: MOST_STRATA,
  }
}

/** Who is counted, and which of their events. */
export function populationQuery({ id, payload: { setup, metrics, constraints } }: Project): PopulationQuery {
  const spike = constraints.rate_spike
  return {
    experimentId: id,
    armCount: setup.variants_count,
    attributionWindowDays: metrics.attribution_window_days,
    rateSpike: spike === null ? null : { maxEvents: spike.max_events, windowMinutes: spike.window_minutes },
  }
}

type Metrics = Project['payload']['metrics']

/** Of a ratio the numerator. */
export function primaryMetric(metrics: Metrics): MetricQuery {
  const name = metrics.metric_type === 'ratio' ? metrics.numerator_metric_name! : metrics.primary_metric_name
  return { name, outcome: outcomeOf(metrics.metric_type) }
}

/** What the primary metric is divided by, person by person summed: a ratio's denominator, the exposure of a count. */
export function pairedMetric(metrics: Metrics): MetricQuery | null {
  const name = metrics.metric_type === 'ratio' ? metrics.denominator_metric_name : exposureOf(metrics)
  return name === null ? null : { name, outcome: 'sum' }
}

function exposureOf({ metric_type: type, exposure_metric_name: name }: Metrics): string | null {
  return type === 'count' ? name : null
}

// Guardrails, secondary metrics, then what the primary one is divided by, and whether a ratio's own name is converted.
function otherMetrics(project: Project): readonly MetricQuery[] {
  const { metrics } = project.payload
  const paired = pairedMetric(metrics)
  const isRatio = metrics.metric_type === 'ratio'
  const own: MetricQuery = { name: metrics.primary_metric_name, outcome: 'converted' }
  return [...sideMetrics(project), ...(paired === null ? [] : [paired]), ...(isRatio ? [own] : [])]
}

function sideMetrics(project: Project): readonly MetricQuery[] {
  return [...project.payload.metrics.guardrail_metrics, ...secondaryMetrics(project)].map(
    ({ name, metric_type: type }) => ({ name, outcome: outcomeOf(type) }),
  )
}

function outcomeOf(metricType: string): 'converted' | 'sum' {
  return metricType === 'binary' ? 'converted' : 'sum'
}
