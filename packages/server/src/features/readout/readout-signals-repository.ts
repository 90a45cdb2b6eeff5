import type { Transaction } from 'kysely'
import type { Tables } from '../../database/tables.ts'

/** What a read-out says, as far as others are told of it. */
export interface Signals {
  readonly decision: string
  readonly isSrm: boolean
  /** Names of the guardrails that are breached, sorted. */
  readonly breached: readonly string[]
}

export async function findSignals(transaction: Transaction<Tables>, experimentId: string): Promise<Signals | null> {
  const row = await transaction
    .selectFrom('readout_signals')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { decision: row.decision, isSrm: Number(row.srm) === 1, breached: JSON.parse(row.guardrails_json) as string[] }
}

/** Replaces what was said before, unless somebody else has meanwhile: whether it did. */
export async function replaceSignals(
  transaction: Transaction<Tables>,
  experimentId: string,
  { before, now, at }: { readonly before: Signals | null; readonly now: Signals; readonly at: string },
): Promise<boolean> {
  const row = { ...columns(now), updated_at: at }
  if (before === null) {
    const added = transaction.insertInto('readout_signals').values({ experiment_id: experimentId, ...row })
    const { numInsertedOrUpdatedRows } = await added.onConflict(conflict => conflict.doNothing()).executeTakeFirst()
    return Number(numInsertedOrUpdatedRows) === 1
  }
  const { decision, srm, guardrails_json } = columns(before)
  const { numUpdatedRows } = await transaction
    .updateTable('readout_signals')
    .set(row)
    .where('experiment_id', '=', experimentId)
    .where('decision', '=', decision)
    .where('srm', '=', srm)
    .where('guardrails_json', '=', guardrails_json)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

function columns({ decision, isSrm, breached }: Signals) {
  return { decision, srm: Number(isSrm), guardrails_json: JSON.stringify(breached) }
}
