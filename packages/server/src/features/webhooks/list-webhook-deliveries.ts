import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { oneOf, optional, record, withDefault } from '../../http/schema.ts'
import { deliveryRecord, WebhookDeliveryRecord, WebhookParams } from './webhook-schema.ts'
import type { Webhooks } from './webhooks.ts'

const DeliveriesQuery = Type.Object({
  limit: withDefault(Type.Integer({ minimum: 1, maximum: 200 }), 50),
  status: optional(oneOf('pending', 'retrying', 'delivered', 'failed')),
})

const WebhookDeliveryListResponse = record('WebhookDeliveryListResponse', {
  deliveries: Type.Array(WebhookDeliveryRecord),
  total: Type.Integer(),
})

export const listWebhookDeliveries = route({
  method: 'GET',
  path: '/api/v1/webhooks/{subscription_id}/deliveries',
  operationId: 'listWebhookDeliveries',
  tag: 'webhooks',
  summary: 'List deliveries, the newest first',
  description: 'What was tried, what was answered, and when it is tried next.',
  scope: 'admin',
  params: WebhookParams,
  query: DeliveriesQuery,
  responses: { 200: WebhookDeliveryListResponse },
  errors: [404],
  async handle({ params, query }, { webhooks }: { webhooks: Webhooks }) {
    const { id } = await webhooks.get(params.subscription_id)
    const { deliveries, total } = await webhooks.deliveriesOf(id, query.status, query.limit)
    return reply(200, { deliveries: deliveries.map(deliveryRecord), total })
  },
})
