import { route } from '../../http/route.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { decide } from './decision.ts'
import { DecisionReadoutResponse } from './decision-schema.ts'
import { type ReadoutDeps, readoutReply } from './readout-reply.ts'

export const getDecision = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/decision',
  operationId: 'getDecision',
  tag: 'readout',
  summary: 'Ship, do not ship, or keep running',
  description: 'One verdict over the same read-out as live-stats, with reasons and blockers as codes.',
  scope: 'read',
  params: ExperimentParams,
  responses: { 200: DecisionReadoutResponse, 304: null },
  errors: [404, 503],
  handle: (request, deps: ReadoutDeps) => readoutReply(request, deps, decide),
})
