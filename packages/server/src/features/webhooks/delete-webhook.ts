import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { record } from '../../http/schema.ts'
import { WebhookParams } from './webhook-schema.ts'
import type { Webhooks } from './webhooks.ts'

const WebhookDeleteResponse = record('WebhookDeleteResponse', { id: Type.String(), deleted: Type.Boolean() })

export const deleteWebhook = route({
  method: 'DELETE',
  path: '/api/v1/webhooks/{subscription_id}',
  operationId: 'deleteWebhook',
  tag: 'webhooks',
  summary: 'Delete a webhook subscription and its deliveries',
  description: 'What was not delivered yet is given up.',
  scope: 'admin',
  params: WebhookParams,
  responses: { 200: WebhookDeleteResponse },
  errors: [404],
  async handle(request, { webhooks }: { webhooks: Webhooks }) {
    const id = request.params.subscription_id
    await webhooks.delete(id, request)
    return reply(200, { id, deleted: true })
  },
})
