import { Type } from 'typebox'
import { type Clock, isoTime } from '../../clock.ts'
import type { Check } from '../../database/readiness.ts'
import { reply, route } from '../../http/route.ts'

/** Runs every check of what the server stands on. */
export type Readiness = () => Promise<readonly Check[]>

const ReadinessCheck = Type.Object(
  { name: Type.String(), ok: Type.Boolean(), detail: Type.String() },
  { title: 'ReadinessCheck' },
)

const ReadinessResponse = Type.Object(
  { status: Type.String(), generated_at: Type.String(), checks: Type.Array(ReadinessCheck) },
  { title: 'ReadinessResponse' },
)

export const getReadyz = route({
  method: 'GET',
  path: '/readyz',
  operationId: 'getReadyz',
  tag: 'system',
  summary: 'Whether the server can do its work',
  description:
    'Whether both planes can be read and written, and what else is needed; 503 with the failed check otherwise.',
  scope: 'read',
  responses: { 200: ReadinessResponse, 503: ReadinessResponse },
  async handle(_request, { readiness, clock }: { readiness: Readiness; clock: Clock }) {
    const checks = await readiness()
    const isReady = checks.every(check => check.ok)
    const body = { status: isReady ? 'ready' : 'degraded', generated_at: isoTime(clock.now()), checks }
    return reply(isReady ? 200 : 503, body)
  },
})
