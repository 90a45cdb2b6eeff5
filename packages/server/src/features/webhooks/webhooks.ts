import { randomUUID } from 'node:crypto'
import { isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { notFound } from '../../http/errors.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import { type Caller, callerAudit } from '../audit/caller-audit.ts'
import { type DeliveryDeps, deliver } from './deliver.ts'
import type { Delivery, Outcome } from './webhook-deliveries-repository.ts'
import { webhookEvent } from './webhook-event.ts'
import type { WebhookSubscription } from './webhook-subscription.ts'
import type { SubscriptionChange } from './webhook-subscriptions-repository.ts'

export interface NewSubscription
  extends Pick<WebhookSubscription, 'name' | 'targetUrl' | 'format' | 'eventFilter' | 'scope' | 'apiKeyId'> {
  readonly secret: string
}

export interface WebhooksDeps extends DeliveryDeps {
  readonly db: Database
  /** Whether a key of that id was ever made. */
  readonly hasApiKey: (id: string) => Promise<boolean>
}

const LEASE_MS = 60_000

/** Subscriptions, as they are made, changed and tried; every change is written down with it. */
export class Webhooks {
  readonly #deps: WebhooksDeps

  constructor(deps: WebhooksDeps) {
    this.#deps = deps
  }

  list(): Promise<readonly WebhookSubscription[]> {
    return this.#deps.subscriptions.list()
  }

  /** Throws 404. */
  async get(id: string, code = 'not_found'): Promise<WebhookSubscription> {
    const subscription = await this.#deps.subscriptions.find(id)
    if (subscription === null) throw notFound({ key: 'webhookNotFound' }, code)
    return subscription
  }

  deliveriesOf(...query: Parameters<DeliveryDeps['deliveries']['list']>) {
    return this.#deps.deliveries.list(...query)
  }

  async create({ secret, ...fields }: NewSubscription, caller: Caller): Promise<WebhookSubscription> {
    const { db, subscriptions, hasApiKey, clock } = this.#deps
    const { apiKeyId } = fields
    if (apiKeyId !== null && !(await hasApiKey(apiKeyId)))
      throw notFound({ key: 'apiKeyNotFound' }, 'api_key_not_found')
    const at = isoTime(clock.now())
    const made = { createdAt: at, updatedAt: at, lastDeliveredAt: null, lastErrorAt: null, isEnabled: true }
    const subscription = { id: randomUUID(), ...fields, ...made }
    await db.transaction().execute(async transaction => {
      await subscriptions.create(transaction, subscription, secret)
      await recordAudit(transaction, this.#entry('webhook.create', subscription, caller))
    })
    return subscription
  }

  async change(id: string, change: SubscriptionChange, caller: Caller): Promise<WebhookSubscription> {
    const { db, subscriptions, clock } = this.#deps
    const before = await this.get(id)
    await db.transaction().execute(async transaction => {
      await subscriptions.change(transaction, id, change, isoTime(clock.now()))
      await recordAudit(transaction, this.#entry('webhook.update', before, caller, changes(before, change)))
    })
    return this.get(id)
  }

  async delete(id: string, caller: Caller): Promise<void> {
    const subscription = await this.get(id)
    await this.#deps.db.transaction().execute(async transaction => {
      await this.#deps.subscriptions.delete(transaction, id)
      await recordAudit(transaction, this.#entry('webhook.delete', subscription, caller))
    })
  }

  /** One attempt now, to this subscription alone, enabled or not. */
  async test(id: string, caller: Caller): Promise<{ readonly delivery: Delivery; readonly outcome: Outcome }> {
    const subscription = await this.get(id, 'webhook_not_found')
    const { db, deliveries, clock } = this.#deps
    const entry = this.#entry('webhook.test', subscription, caller)
    const event = webhookEvent(await db.transaction().execute(transaction => recordAudit(transaction, entry)), entry)
    const now = clock.now()
    const delivery = await deliveries.addLeased(id, event, isoTime(now + LEASE_MS))
    return { delivery, outcome: await deliver(delivery, this.#deps, true) }
  }

  #entry(
    action: string,
    { id, name }: Pick<WebhookSubscription, 'id' | 'name'>,
    caller: Caller,
    diff: AuditEntry['diff'] = {},
  ): AuditEntry {
    const named = { webhook_id: [null, id], webhook_name: [null, name], ...diff } as const
    return callerAudit(action, caller, this.#deps.clock, named)
  }
}

function changes(before: WebhookSubscription, change: SubscriptionChange): NonNullable<AuditEntry['diff']> {
  const pairs: [string, unknown, unknown][] = [
    ['enabled', before.isEnabled, change.isEnabled],
    ['event_filter', before.eventFilter, change.eventFilter],
    ['target_url', before.targetUrl, change.targetUrl],
  ]
  const real = pairs.filter(([, old, now]) => now !== null && JSON.stringify(old) !== JSON.stringify(now))
  return Object.fromEntries(real.map(([name, old, now]) => [name, [old, now] as const]))
}
