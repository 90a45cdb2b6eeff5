import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'

export const getLivez = route({
  method: 'GET',
  path: '/livez',
  operationId: 'getLivez',
  tag: 'system',
  summary: 'Whether the process runs',
  description: '200 as long as the process runs. For whoever restarts it.',
  scope: 'public',
  responses: { 200: Type.Object({ status: Type.String() }, { title: 'LivenessResponse' }) },
  handle: () => reply(200, { status: 'ok' }),
})
