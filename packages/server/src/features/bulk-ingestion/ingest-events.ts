import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { reply, route } from '../../http/route.ts'
import type { BulkDeps } from './bulk-deps.ts'
import { BulkQuery, BulkResultResponse, NAMING_LINES, NamingLine } from './bulk-schema.ts'
import { ingestLines } from './ingest-lines.ts'
import { lineReaders } from './line-reader.ts'

const newReader = lineReaders(NAMING_LINES)

export const ingestEvents = route({
  method: 'POST',
  path: '/api/v1/events',
  operationId: 'ingestEvents',
  tag: 'experiments',
  summary: 'Record events of several experiments, one JSON object a line',
  description:
    'As the route of one experiment; each line names its own. Lines of unknown and archived experiments are refused.',
  scope: 'write',
  traffic: 'events',
  query: BulkQuery,
  line: NamingLine,
  example: `{"kind":"exposure","experiment_id":"${EXAMPLE_IDS.project}","user_id":"user-42","variation_index":1}\n`,
  responses: { 200: BulkResultResponse },
  errors: [503],
  async handle(request, deps: BulkDeps) {
    const read = newReader(experimentIdOf, request.query.dedupe === 'content')
    return reply(200, await ingestLines(request, read, null, deps))
  },
})

function experimentIdOf(value: object): string {
  return (value as { readonly experiment_id: string }).experiment_id
}
