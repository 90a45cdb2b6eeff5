import { Type } from 'typebox'
import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { openSnapshot } from '../../database/read-snapshot.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { partStream } from '../../http/part-stream.ts'
import { reply, route } from '../../http/route.ts'
import { oneOf, oneOfNumbers, withDefault } from '../../http/schema.ts'
import { bundleParts } from './bundle-parts.ts'
import { WorkspaceBundle } from './bundle-schema.ts'
import { BUNDLE_VERSION } from './bundle-versions.ts'

interface ExportDeps {
  readonly db: Database
  readonly events: Pick<EventStore, 'exportRows'>
  readonly clock: Clock
  readonly workspaceSigningKey: string | null
  readonly exportIdleMs: number
  readonly onStreamError: (error: unknown) => void
}

export const exportWorkspace = route({
  method: 'GET',
  path: '/api/v1/workspace/export',
  operationId: 'exportWorkspace',
  tag: 'workspace',
  summary: 'Stream the whole workspace as one bundle',
  description:
    'Projects, analyses, exports, revisions and templates of one moment, with a checksum, and a signature where AB_WORKSPACE_SIGNING_KEY is set. include=execution adds what the experiments have stored; version=3 makes a bundle for the earlier system. Visitors of a public demo get 403. An export that can not end breaks off: a bundle without integrity is not whole.',
  scope: 'read',
  needsCredential: true,
  query: Type.Object({
    version: withDefault(oneOfNumbers(3, 4), BUNDLE_VERSION),
    include: Type.Optional(oneOf('execution')),
  }),
  responses: { 200: WorkspaceBundle },
  errors: [503],
  async handle({ query }, deps: ExportDeps) {
    const snapshot = await openSnapshot(deps.db)
    const parts = bundleParts({
      db: snapshot.db,
      events: deps.events,
      generatedAt: isoTime(deps.clock.now()),
      version: query.version,
      includesExecution: query.include === 'execution',
      signingKey: deps.workspaceSigningKey,
    })
    const onClose = () => void snapshot.close().catch(deps.onStreamError)
    return reply(200, partStream(parts, { idleMs: deps.exportIdleMs, onClose }), {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
  },
})
