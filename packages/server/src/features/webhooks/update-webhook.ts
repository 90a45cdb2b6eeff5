import { reply, route } from '../../http/route.ts'
import type { WebhookDeps } from './create-webhook.ts'
import { eventFilterOf, requireTarget } from './target-url.ts'
import {
  subscriptionRecord,
  WebhookParams,
  WebhookSubscriptionRecord,
  WebhookSubscriptionUpdateRequest,
} from './webhook-schema.ts'

export const updateWebhook = route({
  method: 'PATCH',
  path: '/api/v1/webhooks/{subscription_id}',
  operationId: 'updateWebhook',
  tag: 'webhooks',
  summary: 'Change a webhook subscription',
  description: 'What is left out or null stays. Name, secret and format do not change.',
  scope: 'admin',
  params: WebhookParams,
  body: WebhookSubscriptionUpdateRequest,
  example: { enabled: false },
  responses: { 200: WebhookSubscriptionRecord },
  errors: [400, 404],
  async handle(request, { webhooks, isLocal }: WebhookDeps) {
    const { enabled, event_filter: filter, target_url: url } = request.body
    const change = {
      isEnabled: enabled,
      eventFilter: filter === null ? null : eventFilterOf(filter),
      targetUrl: url === null ? null : requireTarget(url, isLocal),
    }
    return reply(200, subscriptionRecord(await webhooks.change(request.params.subscription_id, change, request)))
  },
})
