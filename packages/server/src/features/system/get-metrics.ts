import type { Metrics } from '../../http/metrics.ts'
import { reply, route } from '../../http/route.ts'

export const getMetrics = route({
  method: 'GET',
  path: '/metrics',
  operationId: 'getMetrics',
  tag: 'system',
  summary: 'Metrics for Prometheus',
  description: 'Open to this machine; needs the read scope once a token is set.',
  scope: 'read',
  responses: { 200: null },
  media: 'text/plain',
  async handle(_request, { metrics }: { metrics: Metrics }) {
    const text = await metrics.registry.metrics()
    return reply(200, text, { 'content-type': metrics.registry.contentType })
  },
})
