import { Type } from 'typebox'
import { route } from '../../http/route.ts'
import { optional, shownAs } from '../../http/schema.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { getMetric, MetricName, unfitQuery } from './metric-query.ts'
import { type ReadoutDeps, readoutReply } from './readout-reply.ts'
import { dayOfDate, timeseries } from './timeseries.ts'
import { TimeseriesResponse } from './timeseries-schema.ts'

const TimeseriesQuery = Type.Object({
  metric: MetricName,
  from: optional(shownAs(Type.String({ maxLength: 10 }), '2026-04-28')),
  to: optional(shownAs(Type.String({ maxLength: 10 }), '2026-05-01')),
})

export const getTimeseries = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/timeseries',
  operationId: 'getTimeseries',
  tag: 'readout',
  summary: 'A metric day by day',
  description:
    'Cumulative arms at the end of each UTC day, with effect, interval, always-valid bounds and the sample ratio. The plain test of the metric, whatever estimator decides.',
  scope: 'read',
  params: ExperimentParams,
  query: TimeseriesQuery,
  responses: { 200: TimeseriesResponse, 304: null },
  errors: [404, 503],
  handle: (request, deps: ReadoutDeps) => {
    const { metric: name, from, to } = request.query
    const range = { from: dayFrom('from', from), to: dayFrom('to', to) }
    return readoutReply(request, deps, async ({ project }) => {
      const metric = getMetric(project, name)
      return timeseries(project, metric, await deps.readouts.timeline(project, metric), range)
    })
  },
})

function dayFrom(field: string, text: string | null): number | null {
  if (text === null) return null
  const day = dayOfDate(text)
  if (day === null) throw unfitQuery(field, text, { key: 'notDate' })
  return day
}
