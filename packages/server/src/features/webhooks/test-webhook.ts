import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { nullable, oneOf, record } from '../../http/schema.ts'
import { WebhookParams } from './webhook-schema.ts'
import type { Webhooks } from './webhooks.ts'

const WebhookTestResponse = record('WebhookTestResponse', {
  delivery_id: Type.String(),
  status: oneOf('delivered', 'failed', 'retrying', 'pending'),
  response_code: nullable(Type.Integer()),
})

export const testWebhook = route({
  method: 'POST',
  path: '/api/v1/webhooks/{subscription_id}/test',
  operationId: 'testWebhook',
  tag: 'webhooks',
  summary: 'Send a test event now',
  description: 'One attempt, to this subscription alone, enabled or not.',
  scope: 'admin',
  params: WebhookParams,
  responses: { 200: WebhookTestResponse },
  errors: [404],
  async handle(request, { webhooks }: { webhooks: Webhooks }) {
    const { delivery, outcome } = await webhooks.test(request.params.subscription_id, request)
    const { status, responseCode } = outcome
    return reply(200, { delivery_id: delivery.id, status, response_code: responseCode })
  },
})
