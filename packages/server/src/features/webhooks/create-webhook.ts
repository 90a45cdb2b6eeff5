import type { Issue } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import type { ParsedOf } from '../../http/schema.ts'
import { eventFilterOf, requireTarget } from './target-url.ts'
import { subscriptionRecord, WebhookSubscriptionCreateRequest, WebhookSubscriptionRecord } from './webhook-schema.ts'
import type { Webhooks } from './webhooks.ts'

export interface WebhookDeps {
  readonly webhooks: Webhooks
  /** Everything is on one machine. */
  readonly isLocal: boolean
}

export const createWebhook = route({
  method: 'POST',
  path: '/api/v1/webhooks',
  operationId: 'createWebhook',
  tag: 'webhooks',
  summary: 'Subscribe to events',
  description: 'Events are the actions of the audit log; an empty filter takes all. The secret is shown here only.',
  scope: 'admin',
  body: WebhookSubscriptionCreateRequest,
  example: {
    name: 'Release channel',
    target_url: 'https://hooks.example.com/verdict',
    secret: 'a long random text',
    format: 'generic',
    event_filter: ['decision.changed', 'srm.detected'],
    scope: 'global',
  },
  rules: [keyIssues],
  responses: { 200: WebhookSubscriptionRecord },
  errors: [400, 404],
  async handle(request, { webhooks, isLocal }: WebhookDeps) {
    const { name, target_url, secret, format, event_filter, scope, api_key_id } = request.body
    const targetUrl = requireTarget(target_url, isLocal)
    const fields = { name, targetUrl, secret, format, eventFilter: eventFilterOf(event_filter), scope }
    const made = await webhooks.create({ ...fields, apiKeyId: api_key_id }, request)
    return reply(200, subscriptionRecord(made, secret))
  },
})

function keyIssues({ scope, api_key_id: id }: ParsedOf<typeof WebhookSubscriptionCreateRequest>): readonly Issue[] {
  const loc = ['body', 'api_key_id']
  if (scope === 'api_key' && id === null) return [{ type: 'value_error', loc, phrase: { key: 'webhookNeedsKey' } }]
  if (scope === 'global' && id !== null) return [{ type: 'value_error', loc, phrase: { key: 'webhookTakesNoKey' } }]
  return []
}
