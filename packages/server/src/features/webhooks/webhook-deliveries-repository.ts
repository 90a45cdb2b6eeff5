import type { Database } from '../../database/database.ts'

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
    .where('status', 'in', ['pending', 'retrying'])
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
