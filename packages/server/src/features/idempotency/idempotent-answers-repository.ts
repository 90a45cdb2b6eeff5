import type { Transaction } from 'kysely'
import type { Tables } from '../../database/tables.ts'

/** The first answer to a key. */
export interface KeptAnswer {
  readonly bodyDigest: string
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

type Answer = Omit<KeptAnswer, 'bodyDigest'>

const PENDING = 0

/**
 * Takes a key for this transaction: null when it was free, else what was answered to it. Who comes second with the same key
 * waits here until the first has committed or given up.
 */
export async function claimAnswer(
  transaction: Transaction<Tables>,
  claim: { readonly key: string; readonly bodyDigest: string; readonly at: string },
): Promise<KeptAnswer | null> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('idempotent_answers')
    .values({ key: claim.key, body_digest: claim.bodyDigest, status: PENDING, answer_json: '', created_at: claim.at })
    .onConflict(conflict => conflict.column('key').doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows) === 1) return null
  const row = await transaction
    .selectFrom('idempotent_answers')
    .selectAll()
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow()
  return { bodyDigest: row.body_digest, status: row.status, ...(JSON.parse(row.answer_json) as Omit<Answer, 'status'>) }
}

/** Writes the answer to a key that this transaction has taken. */
export async function keepAnswer(
  transaction: Transaction<Tables>,
  key: string,
  { status, body, headers }: Answer,
): Promise<void> {
  await transaction
    .updateTable('idempotent_answers')
    .set({ status, answer_json: JSON.stringify({ body, headers }) })
    .where('key', '=', key)
    .execute()
}

export async function deleteAnswersBefore(transaction: Transaction<Tables>, before: string): Promise<void> {
  await transaction.deleteFrom('idempotent_answers').where('created_at', '<', before).execute()
}
