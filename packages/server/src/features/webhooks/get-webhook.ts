import { reply, route } from '../../http/route.ts'
import { subscriptionRecord, WebhookParams, WebhookSubscriptionRecord } from './webhook-schema.ts'
import type { Webhooks } from './webhooks.ts'

export const getWebhook = route({
  method: 'GET',
  path: '/api/v1/webhooks/{subscription_id}',
  operationId: 'getWebhook',
  tag: 'webhooks',
  summary: 'Read a webhook subscription',
  description: 'Without its secret, with when it last heard of something and when it last failed.',
  scope: 'admin',
  params: WebhookParams,
  responses: { 200: WebhookSubscriptionRecord },
  errors: [404],
  async handle({ params }, { webhooks }: { webhooks: Webhooks }) {
    return reply(200, subscriptionRecord(await webhooks.get(params.subscription_id)))
  },
})
