import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../../database/tables.ts'

/** One mutation, as the audit log keeps it. */
export interface AuditEntry {
  readonly action: string
  readonly at: string
  readonly projectId: string | null
  readonly projectName: string | null
  readonly actor: string
  readonly requestId: string
  readonly clientAddress: string
  /** Dotted path to [old, new]; null when nothing changed value. */
  readonly diff: Readonly<Record<string, readonly [unknown, unknown]>> | null
}

/** Writes an entry, in the transaction of the change itself. */
export async function recordAudit(db: Kysely<Tables> | Transaction<Tables>, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      ts: entry.at,
      action: entry.action,
      project_id: entry.projectId,
      project_name: entry.projectName,
      actor: entry.actor,
      request_id: entry.requestId,
      ip_address: entry.clientAddress,
      payload_diff: entry.diff === null ? null : JSON.stringify(entry.diff),
    })
    .execute()
}
