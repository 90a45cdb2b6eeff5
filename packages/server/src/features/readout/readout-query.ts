import type { ReadoutQuery } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { secondaryMetrics } from './secondary-metrics.ts'

export const TIMING_HORIZON_DAYS = 14
export const MOST_COVARIATES = 10
export const MOST_STRATA = 50

/** What the event store is asked for the live read-out of a design. */
export function readoutQuery(project: Project): ReadoutQuery {
  const {
    id,
    payload: { setup, metrics, constraints },
  } = project
  const spike = constraints.rate_spike
  return {
    experimentId: id,
    armCount: setup.variants_count,
    metrics: [
      { name: metrics.primary_metric_name, outcome: outcomeOf(metrics.metric_type) },
      ...metrics.guardrail_metrics.map(({ name, metric_type: type }) => ({ name, outcome: outcomeOf(type) })),
      ...secondaryMetrics(project).map(({ name, metric_type: type }) => ({ name, outcome: outcomeOf(type) })),
    ],
    attributionWindowDays: metrics.attribution_window_days,
    rateSpike: spike === null ? null : { maxEvents: spike.max_events, windowMinutes: spike.window_minutes },
    timingHorizonDays: TIMING_HORIZON_DAYS,
    maxCovariates: MOST_COVARIATES,
    maxStrata: MOST_STRATA,
  }
}

function outcomeOf(metricType: string): 'converted' | 'sum' {
  return metricType === 'binary' ? 'converted' : 'sum'
}
