export type WebhookFormat = 'generic' | 'slack'
export type WebhookScope = 'global' | 'api_key'

/** Who wants to be told of what. */
export interface WebhookSubscription {
  readonly id: string
  readonly name: string
  readonly targetUrl: string
  readonly format: WebhookFormat
  /** Empty: all events but calls that bring data. */
  readonly eventFilter: readonly string[]
  readonly scope: WebhookScope
  /** Told only of what was done with this key. */
  readonly apiKeyId: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly lastDeliveredAt: string | null
  readonly lastErrorAt: string | null
  readonly isEnabled: boolean
}

/** What happened: an entry of the audit log, as it is told. */
export interface WebhookEvent {
  readonly id: number
  readonly at: string
  readonly action: string
  readonly keyId: string | null
  /** The body of the generic format. */
  readonly body: string
}

/** Whether a subscription is to be told. */
export function wants(subscription: WebhookSubscription, { action, keyId }: WebhookEvent): boolean {
  const { isEnabled, eventFilter, scope, apiKeyId } = subscription
  if (!isEnabled || (scope === 'api_key' && (keyId === null || keyId !== apiKeyId))) return false
  return eventFilter.length === 0 ? !BRINGS_DATA.test(action) : eventFilter.includes(action)
}

// Thousands a minute: told to those only who name them.
const BRINGS_DATA = /^(ingest|events)\./
