import { type Static, Type } from 'typebox'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { nullable, oneOf, optional, record, shownAs, withDefault } from '../../http/schema.ts'
import type { Delivery } from './webhook-deliveries-repository.ts'
import type { WebhookSubscription } from './webhook-subscription.ts'

const MaybeText = nullable(Type.String())
const Url = Type.String({ minLength: 1, maxLength: 2000 })
const Filter = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 })

export const WebhookParams = Type.Object({ subscription_id: shownAs(Type.String(), EXAMPLE_IDS.subscription) })

export const WebhookSubscriptionCreateRequest = record('WebhookSubscriptionCreateRequest', {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  target_url: Url,
  secret: Type.String({ minLength: 1, maxLength: 200 }),
  format: oneOf('generic', 'slack'),
  event_filter: withDefault(Filter, []),
  scope: oneOf('global', 'api_key'),
  api_key_id: optional(Type.String()),
})

export const WebhookSubscriptionUpdateRequest = record('WebhookSubscriptionUpdateRequest', {
  enabled: optional(Type.Boolean()),
  event_filter: optional(Filter),
  target_url: optional(Url),
})

export const WebhookSubscriptionRecord = record('WebhookSubscriptionRecord', {
  id: Type.String(),
  name: Type.String(),
  target_url: Type.String(),
  secret: MaybeText,
  format: oneOf('generic', 'slack'),
  event_filter: Type.Array(Type.String()),
  scope: oneOf('global', 'api_key'),
  api_key_id: MaybeText,
  created_at: Type.String(),
  updated_at: Type.String(),
  last_delivered_at: MaybeText,
  last_error_at: MaybeText,
  enabled: Type.Boolean(),
})

export const WebhookDeliveryRecord = record('WebhookDeliveryRecord', {
  id: Type.String(),
  subscription_id: Type.String(),
  event_id: Type.Integer(),
  status: oneOf('pending', 'delivered', 'failed', 'retrying'),
  attempt_count: Type.Integer(),
  last_attempt_at: MaybeText,
  delivered_at: MaybeText,
  response_code: nullable(Type.Integer()),
  response_body: MaybeText,
  error_message: MaybeText,
  next_attempt_at: MaybeText,
  lease_expires_at: MaybeText,
})

/** The secret is shown once, by whom it was just made. */
export function subscriptionRecord(
  subscription: WebhookSubscription,
  secret: string | null = null,
): Static<typeof WebhookSubscriptionRecord> {
  return {
    id: subscription.id,
    name: subscription.name,
    target_url: subscription.targetUrl,
    secret,
    format: subscription.format,
    event_filter: [...subscription.eventFilter],
    scope: subscription.scope,
    api_key_id: subscription.apiKeyId,
    created_at: subscription.createdAt,
    updated_at: subscription.updatedAt,
    last_delivered_at: subscription.lastDeliveredAt,
    last_error_at: subscription.lastErrorAt,
    enabled: subscription.isEnabled,
  }
}

export function deliveryRecord(delivery: Delivery): Static<typeof WebhookDeliveryRecord> {
  const { event_json, created_at, status, ...fields } = delivery
  return {
    ...fields,
    event_id: Number(delivery.event_id),
    status: status as Static<typeof WebhookDeliveryRecord>['status'],
  }
}
