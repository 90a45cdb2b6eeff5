import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { type Database, isPostgres } from '../../database/database.ts'
import type { Tables, WebhookDeliveriesTable } from '../../database/tables.ts'
import { type WebhookEvent, wants } from './webhook-subscription.ts'
import { listSubscriptions } from './webhook-subscriptions-repository.ts'

export type DeliveryStatus = 'pending' | 'retrying' | 'delivered' | 'failed'
export type Delivery = Selectable<WebhookDeliveriesTable>

/** How an attempt ended. */
export interface Outcome {
  readonly status: 'delivered' | 'failed' | 'retrying'
  readonly responseCode: number | null
  readonly responseBody: string | null
  readonly errorMessage: string | null
  /** ISO; null unless it is tried again. */
  readonly nextAttemptAt: string | null
}

const OPEN = ['pending', 'retrying'] as const
// A row has eight values, and SQLite binds 32,766 at most.
const MOST_ROWS = 1000

/** Puts events into the outbox of everyone who wants them, in the transaction of what they tell. */
export async function enqueueDeliveries(transaction: Kysely<Tables>, events: readonly WebhookEvent[]): Promise<void> {
  const subscriptions = await listSubscriptions(transaction)
  const rows = events.flatMap(event =>
    subscriptions.filter(subscription => wants(subscription, event)).map(({ id }) => newRow(id, event)),
  )
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    await transaction
      .insertInto('webhook_deliveries')
      .values(rows.slice(from, from + MOST_ROWS))
      .execute()
  }
}

export interface DeliveryCounts {
  readonly pending: number
  readonly retrying: number
  readonly delivered: number
  readonly failed: number
  /** When the one that waits longest was due; null when none is due. */
  readonly oldestDueAt: string | null
}

/** How many deliveries stand where. */
export async function countDeliveries(db: Database, now: string): Promise<DeliveryCounts> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .select(['status', ({ fn }) => fn.countAll<number>().as('rows')])
    .groupBy('status')
    .execute()
  const { oldest } = await db
    .selectFrom('webhook_deliveries')
    .select(({ fn }) => fn.min('next_attempt_at').as('oldest'))
    .where('status', 'in', OPEN)
    .where('next_attempt_at', '<=', now)
    .executeTakeFirstOrThrow()
  const count = (status: string) => Number(rows.find(row => row.status === status)?.rows ?? 0)
  return {
    pending: count('pending'),
    retrying: count('retrying'),
    delivered: count('delivered'),
    failed: count('failed'),
    oldestDueAt: oldest ?? null,
  }
}

/** The outbox. */
export class WebhookDeliveriesRepository {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /**
   * Takes deliveries that are due, until the lease ends. Each subscription hears of events in their order, so only
   * its oldest open delivery may go; several processes never take the same one.
   */
  async claimDue(now: string, leaseUntil: string, limit: number): Promise<readonly Delivery[]> {
    return this.#db.transaction().execute(async transaction => {
      const oldest = transaction
        .selectFrom('webhook_deliveries')
        .select(({ fn }) => ['subscription_id', fn.min('event_id').as('event_id')])
        .where('status', 'in', OPEN)
        .groupBy('subscription_id')
      let due = transaction
        .selectFrom('webhook_deliveries as delivery')
        .innerJoin(oldest.as('oldest'), join =>
          join
            .onRef('oldest.subscription_id', '=', 'delivery.subscription_id')
            .onRef('oldest.event_id', '=', 'delivery.event_id'),
        )
        .selectAll('delivery')
        .where('delivery.status', 'in', OPEN)
        .where('delivery.next_attempt_at', '<=', now)
        .where(({ eb, or }) =>
          or([eb('delivery.lease_expires_at', 'is', null), eb('delivery.lease_expires_at', '<=', now)]),
        )
        .orderBy('delivery.event_id')
        .limit(limit)
      if (isPostgres(this.#db)) due = due.forUpdate('delivery').skipLocked()
      const claimed = await due.execute()
      const ids = claimed.map(({ id }) => id)
      if (ids.length > 0) await this.#lease(transaction, ids, leaseUntil)
      return claimed
    })
  }

  /** A delivery that its caller attempts at once. */
  async addLeased(subscriptionId: string, event: WebhookEvent, leaseUntil: string): Promise<Delivery> {
    const row = { ...newRow(subscriptionId, event), lease_expires_at: leaseUntil }
    await this.#db.insertInto('webhook_deliveries').values(row).execute()
    return this.#db.selectFrom('webhook_deliveries').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
  }

  /** Writes down how an attempt ended, unless somebody else has taken the delivery since. */
  async finish(delivery: Delivery, outcome: Outcome, at: string): Promise<void> {
    await this.#db
      .updateTable('webhook_deliveries')
      .set({
        status: outcome.status,
        attempt_count: delivery.attempt_count + 1,
        last_attempt_at: at,
        delivered_at: outcome.status === 'delivered' ? at : null,
        response_code: outcome.responseCode,
        response_body: outcome.responseBody,
        error_message: outcome.errorMessage,
        next_attempt_at: outcome.nextAttemptAt,
        lease_expires_at: null,
      })
      .where('id', '=', delivery.id)
      .where('attempt_count', '=', delivery.attempt_count)
      .execute()
  }

  async list(subscriptionId: string, status: DeliveryStatus | null, limit: number) {
    let ofSubscription = this.#db.selectFrom('webhook_deliveries').where('subscription_id', '=', subscriptionId)
    if (status !== null) ofSubscription = ofSubscription.where('status', '=', status)
    const deliveries = await ofSubscription.selectAll().orderBy('event_id', 'desc').orderBy('id').limit(limit).execute()
    const { total } = await ofSubscription
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return { deliveries, total: Number(total) }
  }

  /** Counts what has ended and was made before a time, and deletes it unless it is a dry run. */
  async purge(before: string, isDryRun: boolean): Promise<number> {
    const ended = ['delivered', 'failed'] as const
    if (!isDryRun) {
      const old = this.#db.deleteFrom('webhook_deliveries').where('status', 'in', ended)
      return Number((await old.where('created_at', '<', before).executeTakeFirst()).numDeletedRows)
    }
    const { rows } = await this.#db
      .selectFrom('webhook_deliveries')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('status', 'in', ended)
      .where('created_at', '<', before)
      .executeTakeFirstOrThrow()
    return Number(rows)
  }

  async #lease(transaction: Transaction<Tables>, ids: readonly string[], until: string): Promise<void> {
    await transaction
      .updateTable('webhook_deliveries')
      .set({ lease_expires_at: until })
      .where('id', 'in', ids)
      .execute()
  }
}

function newRow(subscriptionId: string, event: WebhookEvent) {
  return {
    id: randomUUID(),
    subscription_id: subscriptionId,
    event_id: event.id,
    event_json: event.body,
    status: 'pending',
    attempt_count: 0,
    created_at: event.at,
    next_attempt_at: event.at,
  }
}
