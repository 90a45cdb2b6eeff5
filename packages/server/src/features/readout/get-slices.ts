import { Type } from 'typebox'
import type { Readout } from '../../event-store/event-store.ts'
import { route } from '../../http/route.ts'
import { shownAs } from '../../http/schema.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import type { CurrentReadout } from './live-stats.ts'
import { getMetric, MetricName, unfitQuery } from './metric-query.ts'
import { type ReadoutDeps, readoutReply } from './readout-reply.ts'
import type { Readouts } from './readouts.ts'
import { parseSliceBy, type SliceBy } from './slice-cells.ts'
import { slices } from './slices.ts'
import { SlicesResponse } from './slices-schema.ts'

const SlicesQuery = Type.Object({
  by: shownAs(Type.String({ minLength: 1, maxLength: 1000 }), 'day_of_week'),
  metric: MetricName,
})

export const getSlices = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/slices',
  operationId: 'getSlices',
  tag: 'readout',
  summary: 'Effects within parts of the persons',
  description:
    'by: stratum, day_of_week, exposure_week, or covariate:NAME (its quarters). Disjoint persons; with a test of whether the slices differ. Never part of the verdict.',
  scope: 'read',
  params: ExperimentParams,
  query: SlicesQuery,
  responses: { 200: SlicesResponse, 304: null },
  errors: [404, 503],
  handle: (request, deps: ReadoutDeps) => {
    const { by: text, metric: name } = request.query
    const by = parseSliceBy(text)
    if (by === null) throw unfitQuery('by', text, { key: 'notSlice' })
    return readoutReply(request, deps, async (current, speech) => {
      const metric = getMetric(current.project, name)
      return slices(current.project, metric, await cellsFor(deps.readouts, current, by), { by, text }, speech)
    })
  },
})

async function cellsFor(readouts: Readouts, { project, readout }: CurrentReadout, by: SliceBy): Promise<Readout> {
  if (by.kind !== 'covariate') return readout
  if (!readout.covariates.includes(by.covariate)) {
    throw unfitQuery('by', `covariate:${by.covariate}`, { key: 'unknownCovariate' })
  }
  return readouts.quartered(project, by.covariate)
}
