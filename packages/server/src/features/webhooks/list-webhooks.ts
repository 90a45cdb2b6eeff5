import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { record } from '../../http/schema.ts'
import { subscriptionRecord, WebhookSubscriptionRecord } from './webhook-schema.ts'
import type { Webhooks } from './webhooks.ts'

const WebhookListResponse = record('WebhookListResponse', {
  subscriptions: Type.Array(WebhookSubscriptionRecord),
  total: Type.Integer(),
})

export const listWebhooks = route({
  method: 'GET',
  path: '/api/v1/webhooks',
  operationId: 'listWebhooks',
  tag: 'webhooks',
  summary: 'List webhook subscriptions',
  description: 'The newest first. Secrets are never shown again.',
  scope: 'admin',
  responses: { 200: WebhookListResponse },
  async handle(_request, { webhooks }: { webhooks: Webhooks }) {
    const all = await webhooks.list()
    return reply(200, { subscriptions: all.map(one => subscriptionRecord(one)), total: all.length })
  },
})
