import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { SecretBox } from '../../database/secret-box.ts'
import type { Tables, WebhookSubscriptionsTable } from '../../database/tables.ts'
import type { WebhookFormat, WebhookScope, WebhookSubscription } from './webhook-subscription.ts'

/** Null keeps what is there. */
export interface SubscriptionChange {
  readonly isEnabled: boolean | null
  readonly eventFilter: readonly string[] | null
  readonly targetUrl: string | null
}

/** Every subscription, in the transaction of the change that they may be told of. */
export async function listSubscriptions(
  db: Kysely<Tables> | Transaction<Tables>,
): Promise<readonly WebhookSubscription[]> {
  const rows = await db
    .selectFrom('webhook_subscriptions')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toSubscription)
}

/** Subscriptions to a key that is gone hear of nothing more. */
export async function forgetApiKey(transaction: Kysely<Tables>, apiKeyId: string): Promise<void> {
  const ofKey = transaction.updateTable('webhook_subscriptions').set({ api_key_id: null })
  await ofKey.where('api_key_id', '=', apiKeyId).execute()
}

/** Secrets are encrypted at rest. Changes are made in the transaction of their audit entries. */
export class WebhookSubscriptionsRepository {
  readonly #db: Database
  readonly #box: SecretBox

  constructor(db: Database, box: SecretBox) {
    this.#db = db
    this.#box = box
  }

  list(): Promise<readonly WebhookSubscription[]> {
    return listSubscriptions(this.#db)
  }

  async find(id: string): Promise<WebhookSubscription | null> {
    const row = await this.#row(id)
    return row === undefined ? null : toSubscription(row)
  }

  /** Its secret in plain text, to sign with; null when there is no such subscription. */
  async findSecret(id: string): Promise<string | null> {
    const row = await this.#row(id)
    return row === undefined ? null : this.#box.open(row.secret_sealed, context(id))
  }

  async create(transaction: Transaction<Tables>, subscription: WebhookSubscription, secret: string): Promise<void> {
    const row = { ...toRow(subscription), secret_sealed: this.#box.seal(secret, context(subscription.id)) }
    await transaction.insertInto('webhook_subscriptions').values(row).execute()
  }

  async change(transaction: Transaction<Tables>, id: string, change: SubscriptionChange, at: string): Promise<void> {
    const { isEnabled, eventFilter, targetUrl } = change
    await transaction
      .updateTable('webhook_subscriptions')
      .set({
        ...(isEnabled === null ? {} : { enabled: Number(isEnabled) }),
        ...(eventFilter === null ? {} : { event_filter_json: JSON.stringify(eventFilter) }),
        ...(targetUrl === null ? {} : { target_url: targetUrl }),
        updated_at: at,
      })
      .where('id', '=', id)
      .execute()
  }

  /** Its deliveries go with it. */
  async delete(transaction: Transaction<Tables>, id: string): Promise<void> {
    await transaction.deleteFrom('webhook_subscriptions').where('id', '=', id).execute()
  }

  async markDelivered(id: string, at: string): Promise<void> {
    await this.#db.updateTable('webhook_subscriptions').set({ last_delivered_at: at }).where('id', '=', id).execute()
  }

  async markError(id: string, at: string): Promise<void> {
    await this.#db.updateTable('webhook_subscriptions').set({ last_error_at: at }).where('id', '=', id).execute()
  }

  /** Seals anew what an older key has sealed. */
  async reseal(): Promise<void> {
    const rows = await this.#db.selectFrom('webhook_subscriptions').select(['id', 'secret_sealed']).execute()
    for (const { id, secret_sealed: sealed } of rows.filter(row => this.#box.isStale(row.secret_sealed))) {
      const secret_sealed = this.#box.seal(this.#box.open(sealed, context(id)), context(id))
      const ofRow = this.#db.updateTable('webhook_subscriptions').set({ secret_sealed })
      await ofRow.where('id', '=', id).where('secret_sealed', '=', sealed).execute()
    }
  }

  #row(id: string) {
    return this.#db.selectFrom('webhook_subscriptions').selectAll().where('id', '=', id).executeTakeFirst()
  }
}

function context(id: string): string {
  return `webhook:${id}`
}

function toRow(subscription: WebhookSubscription) {
  return {
    id: subscription.id,
    name: subscription.name,
    target_url: subscription.targetUrl,
    format: subscription.format,
    event_filter_json: JSON.stringify(subscription.eventFilter),
    scope: subscription.scope,
    api_key_id: subscription.apiKeyId,
    created_at: subscription.createdAt,
    updated_at: subscription.updatedAt,
    enabled: Number(subscription.isEnabled),
  }
}

function toSubscription(row: Selectable<WebhookSubscriptionsTable>): WebhookSubscription {
  return {
    id: row.id,
    name: row.name,
    targetUrl: row.target_url,
    format: row.format as WebhookFormat,
    eventFilter: JSON.parse(row.event_filter_json) as string[],
    scope: row.scope as WebhookScope,
    apiKeyId: row.api_key_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastDeliveredAt: row.last_delivered_at,
    lastErrorAt: row.last_error_at,
    isEnabled: Number(row.enabled) === 1,
  }
}
