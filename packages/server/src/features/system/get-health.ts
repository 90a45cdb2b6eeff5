import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'

/** What the build says of itself. */
export interface ServiceIdentity {
  readonly service: string
  readonly version: string
  readonly gitSha: string
  readonly environment: string
}

const HealthResponse = Type.Object(
  {
    status: Type.String(),
    service: Type.String(),
    version: Type.String(),
    git_sha: Type.String(),
    environment: Type.String(),
  },
  { title: 'HealthResponse' },
)

export const getHealth = route({
  method: 'GET',
  path: '/health',
  operationId: 'getHealth',
  tag: 'system',
  summary: 'Whether the process answers',
  description: 'Which build answers, without asking a database. Open to everybody.',
  scope: 'public',
  responses: { 200: HealthResponse },
  handle(_request, { identity }: { identity: ServiceIdentity }) {
    const { service, version, gitSha, environment } = identity
    return reply(200, { status: 'ok', service, version, git_sha: gitSha, environment })
  },
})
