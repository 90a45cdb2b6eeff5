import { type ExpressionBuilder, type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { AuditLogTable, Tables } from '../../database/tables.ts'
import { enqueueDeliveries } from '../webhooks/webhook-deliveries-repository.ts'
import { webhookEvent } from '../webhooks/webhook-event.ts'

/** One mutation, as the audit log keeps it. */
export interface AuditEntry {
  readonly action: string
  readonly at: string
  readonly projectId: string | null
  readonly projectName: string | null
  readonly actor: string
  /** The API key that the request came with, or that it is about. */
  readonly keyId: string | null
  readonly requestId: string
  readonly clientAddress: string
  /** Dotted path to [old, new]; null when nothing changed value. */
  readonly diff: Readonly<Record<string, readonly [unknown, unknown]>> | null
}

/** An event that goes to the one subscription that asked for it. */
const TOLD_TO_ONE = 'webhook.test'

export type StoredEntry = Selectable<AuditLogTable>

/** Null leaves a condition out. */
export interface AuditFilter {
  readonly projectId: string | null
  readonly keyId: string | null
  readonly action: string | null
  /** ISO 8601, as stored: the first time that counts. */
  readonly since: string | null
  /** The first time that does not. */
  readonly until: string | null
}

/** Ids above `after` and below `before`. */
export interface IdRange {
  readonly after: number | null
  readonly before: number | null
}

// No column, so that no index of it is taken: a page is in the order of ids, which bound the times already.
const writtenAt = sql`coalesce(${sql.ref('ts')}, '')`

// A row has ten values, and SQLite binds 32,766 at most.
const MOST_ROWS = 1000

/** Writes an entry, and puts it into the outbox, in the transaction of the change itself. Its number. */
export async function recordAudit(transaction: Kysely<Tables>, entry: AuditEntry): Promise<number> {
  const [id] = await insertEntries(transaction, [entry])
  return id!
}

/** Writes entries and what tells of them, all or none, in their order. */
export async function recordAudits(db: Kysely<Tables>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await db.transaction().execute(async transaction => {
    for (let from = 0; from < entries.length; from += MOST_ROWS) {
      await insertEntries(transaction, entries.slice(from, from + MOST_ROWS))
    }
  })
}

async function insertEntries(transaction: Kysely<Tables>, entries: readonly AuditEntry[]): Promise<readonly number[]> {
  const rows = await transaction.insertInto('audit_log').values(entries.map(rowOf)).returning('id').execute()
  const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b)
  const events = entries.map((entry, at) => webhookEvent(ids[at]!, entry))
  await enqueueDeliveries(
    transaction,
    events.filter(({ action }) => action !== TOLD_TO_ONE),
  )
  return ids
}

/** The newest entries first, by id. */
export function readAuditPage(
  db: Kysely<Tables>,
  filter: AuditFilter,
  range: IdRange,
  limit: number,
): Promise<StoredEntry[]> {
  const matching = db.selectFrom('audit_log').where(builder => matches(builder, filter, range))
  return matching.selectAll().orderBy('id', 'desc').limit(limit).execute()
}

/** How many match within a range of ids. */
export async function countAudit(db: Kysely<Tables>, filter: AuditFilter, range: IdRange): Promise<number> {
  const { rows } = await db
    .selectFrom('audit_log')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where(builder => matches(builder, filter, range))
    .executeTakeFirstOrThrow()
  return Number(rows)
}

/** The ids at both ends of the log; null when it is empty. */
export async function readAuditEnds(
  db: Kysely<Tables>,
): Promise<{ readonly first: number; readonly last: number } | null> {
  const ids = db.selectFrom('audit_log').select('id').limit(1)
  const [first, last] = [
    await ids.orderBy('id', 'asc').executeTakeFirst(),
    await ids.orderBy('id', 'desc').executeTakeFirst(),
  ]
  return first && last ? { first: Number(first.id), last: Number(last.id) } : null
}

/** The newest entry of an action; 0 when there is none. */
export async function readNewestId(db: Kysely<Tables>, action: string): Promise<number> {
  const newest = db.selectFrom('audit_log').select('id').where('action', '=', action).orderBy('id', 'desc').limit(1)
  return Number((await newest.executeTakeFirst())?.id ?? 0)
}

/** The last entry before a time, and the first one at or after another, by the clock; null where there is none. */
export async function readIdsAround(db: Kysely<Tables>, before: string | null, from: string | null): Promise<IdRange> {
  const ids = db.selectFrom('audit_log').select('id').limit(1)
  const earlier = before === null ? null : ids.where('ts', '<', before).orderBy('ts', 'desc').orderBy('id', 'desc')
  const later = from === null ? null : ids.where('ts', '>=', from).orderBy('ts', 'asc').orderBy('id', 'asc')
  const [after, until] = [await earlier?.executeTakeFirst(), await later?.executeTakeFirst()]
  return { after: after ? Number(after.id) : null, before: until ? Number(until.id) : null }
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

function matches(builder: ExpressionBuilder<Tables, 'audit_log'>, filter: AuditFilter, { after, before }: IdRange) {
  const { projectId, keyId, action, since, until } = filter
  return builder.and([
    ...(projectId === null ? [] : [builder('project_id', '=', projectId)]),
    ...(keyId === null ? [] : [builder('key_id', '=', keyId)]),
    ...(action === null ? [] : [builder('action', '=', action)]),
    ...(since === null ? [] : [sql<boolean>`${writtenAt} >= ${since}`]),
    ...(until === null ? [] : [sql<boolean>`${writtenAt} < ${until}`]),
    ...(after === null ? [] : [builder('id', '>', after)]),
    ...(before === null ? [] : [builder('id', '<', before)]),
  ])
}

function rowOf(entry: AuditEntry): Insertable<AuditLogTable> {
  return {
    ts: entry.at,
    action: entry.action,
    project_id: entry.projectId,
    project_name: entry.projectName,
    actor: entry.actor,
    key_id: entry.keyId,
    request_id: entry.requestId,
    ip_address: entry.clientAddress,
    payload_diff: entry.diff === null ? null : JSON.stringify(entry.diff),
  }
}
