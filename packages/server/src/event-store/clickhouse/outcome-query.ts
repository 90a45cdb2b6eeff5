import type { MetricQuery, PopulationQuery } from '../event-store.ts'
import { windowInMs } from '../whole-ms.ts'
import type { Parameters } from './clickhouse-port.ts'
import type { Lines } from './person-query.ts'

/** The lines that person-outcomes.clickhouse.sql and the questions behind it need. */
export function outcomeLines(metrics: readonly MetricQuery[]): Lines {
  const indexes = metrics.map((_, index) => index)
  return {
    metric: indexes,
    sum: indexes.filter(index => metrics[index]!.outcome === 'sum'),
    flag: indexes.filter(index => metrics[index]!.outcome === 'converted'),
  }
}

export function outcomeParameters(metrics: readonly MetricQuery[], query: PopulationQuery): Parameters {
  return {
    ...Object.fromEntries(metrics.map(({ name }, index) => [`metric_${index}`, name])),
    metrics: [...new Set(metrics.map(({ name }) => name))],
    window_ms: windowInMs(query),
  }
}
