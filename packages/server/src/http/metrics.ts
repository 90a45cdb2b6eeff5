import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Prometheus metrics of one server. */
export interface Metrics {
  readonly registry: Registry
  observeRequest(operationId: string, method: string, status: number, seconds: number): void
  countEvents(kind: string, recorded: number, deduplicated: number): void
}

export function newMetrics(queueDepth: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'verdict_http_request_seconds',
    help: 'Time to answer, by operation and status.',
    labelNames: ['operation', 'method', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const events = new Counter({
    name: 'verdict_events_total',
    help: 'Events taken in, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  })
  new Gauge({
    name: 'verdict_event_queue_items',
    help: 'Events that wait for their commit.',
    registers: [registry],
    collect() {
      this.set(queueDepth())
    },
  })
  return {
    registry,
    observeRequest: (operation, method, status, seconds) =>
      requests.observe({ operation, method, status: String(status) }, seconds),
    countEvents(kind, recorded, deduplicated) {
      events.inc({ kind, outcome: 'recorded' }, recorded)
      events.inc({ kind, outcome: 'deduplicated' }, deduplicated)
    },
  }
}
