import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from '../../database/tables.ts'

/** How often each template was used; those that never were are missing. */
export async function listUses(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('template_usage').selectAll().execute()
  return new Map(rows.map(row => [row.template_id, Number(row.usage_count)]))
}

/** How often a template was used. */
export async function readUse(db: Kysely<Tables>, templateId: string): Promise<number> {
  const uses = db.selectFrom('template_usage').select('usage_count').where('template_id', '=', templateId)
  return Number((await uses.executeTakeFirst())?.usage_count ?? 0)
}

/** Counts one more use; two at one time both count. */
export async function countUse(transaction: Transaction<Tables>, templateId: string): Promise<void> {
  await transaction
    .insertInto('template_usage')
    .values({ template_id: templateId, usage_count: 1 })
    .onConflict(conflict =>
      conflict.column('template_id').doUpdateSet({ usage_count: sql`template_usage.usage_count + 1` }),
    )
    .execute()
}

export async function forgetUse(transaction: Transaction<Tables>, templateId: string): Promise<void> {
  await transaction.deleteFrom('template_usage').where('template_id', '=', templateId).execute()
}
