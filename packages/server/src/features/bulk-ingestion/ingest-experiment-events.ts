import { reply, route } from '../../http/route.ts'
import { ExperimentParams } from '../experiments/experiment-params.ts'
import { getOpenProject } from '../projects/project-access.ts'
import type { BulkDeps } from './bulk-deps.ts'
import { BulkQuery, BulkResultResponse, OWN_LINES, OwnLine } from './bulk-schema.ts'
import { ingestLines } from './ingest-lines.ts'
import { lineReaders } from './line-reader.ts'

const newReader = lineReaders(OWN_LINES)

export const ingestExperimentEvents = route({
  method: 'POST',
  path: '/api/v1/experiments/{experiment_id}/events',
  operationId: 'ingestExperimentEvents',
  tag: 'experiments',
  summary: 'Record events of every kind, one JSON object a line',
  description:
    'A body of any length, stored in chunks while it arrives; a bad line is refused and the others are stored. ' +
    'After a cut, send it again: what is stored counts once, but for conversions without an idempotency key; ' +
    'with dedupe=content these get one from user, metric, value and time, and equal ones are one.',
  scope: 'write',
  traffic: 'events',
  params: ExperimentParams,
  query: BulkQuery,
  line: OwnLine,
  example: [
    '{"kind":"exposure","user_id":"user-42","variation_index":1,"occurred_at":"2026-05-01T09:00:00Z"}',
    '{"kind":"conversion","user_id":"user-42","metric":"purchase","value":1,"idempotency_key":"order-1001"}',
    '',
  ].join('\n'),
  responses: { 200: BulkResultResponse },
  errors: [400, 404, 503],
  async handle(request, deps: BulkDeps) {
    const project = await getOpenProject(deps.projects, request.params.experiment_id)
    const read = newReader(() => project.id, request.query.dedupe === 'content')
    return reply(200, await ingestLines(request, read, project, deps))
  },
})
