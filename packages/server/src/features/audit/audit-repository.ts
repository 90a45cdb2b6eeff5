import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { enqueueDeliveries } from '../webhooks/webhook-deliveries-repository.ts'
import { webhookEvent } from '../webhooks/webhook-event.ts'

/** One mutation, as the audit log keeps it. */
export interface AuditEntry {
  readonly action: string
  readonly at: string
  readonly projectId: string | null
  readonly projectName: string | null
  readonly actor: string
  /** The API key that the request came with. */
  readonly keyId: string | null
  readonly requestId: string
  readonly clientAddress: string
  /** Dotted path to [old, new]; null when nothing changed value. */
  readonly diff: Readonly<Record<string, readonly [unknown, unknown]>> | null
}

/** An event that goes to the one subscription that asked for it. */
const TOLD_TO_ONE = 'webhook.test'

/** Writes an entry, and puts it into the outbox, in the transaction of the change itself. Its number. */
export async function recordAudit(transaction: Transaction<Tables>, entry: AuditEntry): Promise<number> {
  const { id } = await transaction
    .insertInto('audit_log')
    .values({
      ts: entry.at,
      action: entry.action,
      project_id: entry.projectId,
      project_name: entry.projectName,
      actor: entry.actor,
      key_id: entry.keyId,
      request_id: entry.requestId,
      ip_address: entry.clientAddress,
      payload_diff: entry.diff === null ? null : JSON.stringify(entry.diff),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const number = Number(id)
  if (entry.action !== TOLD_TO_ONE) await enqueueDeliveries(transaction, webhookEvent(number, entry), entry.at)
  return number
}

/** Counts the entries written before a time, and deletes them unless it is a dry run. */
export async function purgeAudit(db: Kysely<Tables>, before: string, isDryRun: boolean): Promise<number> {
  if (!isDryRun) {
    const { numDeletedRows } = await db.deleteFrom('audit_log').where('ts', '<', before).executeTakeFirst()
    return Number(numDeletedRows)
  }
  const { rows } = await db
    .selectFrom('audit_log')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('ts', '<', before)
    .executeTakeFirstOrThrow()
  return Number(rows)
}

export interface Deletion {
  readonly id: number
  readonly at: string
  readonly projectId: string
}

/** Which projects were deleted after an entry, the newest first. */
export async function listDeletions(db: Kysely<Tables>, afterId: number, limit: number): Promise<readonly Deletion[]> {
  const rows = await db
    .selectFrom('audit_log')
    .select(['id', 'ts', 'project_id'])
    .where('action', '=', 'project.delete')
    .where('id', '>', afterId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, ts, project_id }) =>
    project_id === null ? [] : [{ id: Number(id), at: ts, projectId: project_id }],
  )
}

export interface EntryDiff {
  readonly id: number
  readonly at: string
  readonly diff: unknown
}

/** The entries of one action after an entry, the oldest first. */
export async function listEntries(
  db: Kysely<Tables>,
  action: string,
  afterId: number,
  limit: number,
): Promise<readonly EntryDiff[]> {
  const rows = await db
    .selectFrom('audit_log')
    .select(['id', 'ts', 'payload_diff'])
    .where('action', '=', action)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, ts, payload_diff: diff }) => ({
    id: Number(id),
    at: ts,
    diff: diff === null ? null : JSON.parse(diff),
  }))
}
