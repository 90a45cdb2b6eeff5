import { Type } from 'typebox'
import type { Database } from '../../database/database.ts'
import type { Session } from '../../http/auth.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, optional, shownAs, withDefault } from '../../http/schema.ts'
import { AUDIT_FILTERS, auditFilter, idsOfTimes } from './audit-query.ts'
import { readAuditPage, type StoredEntry } from './audit-repository.ts'
import type { AuditTotals } from './audit-totals.ts'

const AuditLogEntry = Type.Object(
  {
    id: Type.Integer(),
    ts: Type.String(),
    action: Type.String(),
    project_id: nullable(Type.String()),
    project_name: nullable(Type.String()),
    key_id: nullable(Type.String()),
    actor: nullable(Type.String()),
    request_id: nullable(Type.String()),
    payload_diff: Type.Unsafe<Readonly<Record<string, readonly unknown[]>> | null>({
      type: ['object', 'null'],
      additionalProperties: { type: 'array', items: {} },
    }),
    ip_address: nullable(Type.String()),
  },
  { title: 'AuditLogEntry' },
)

const AuditLogResponse = Type.Object(
  { entries: Type.Array(AuditLogEntry), total: Type.Integer(), next_before_id: nullable(Type.Integer()) },
  { title: 'AuditLogResponse' },
)

export const listAudit = route({
  method: 'GET',
  path: '/api/v1/audit',
  operationId: 'listAudit',
  tag: 'audit',
  summary: 'Who changed what',
  description:
    'The newest first. next_before_id, sent as before_id, gives the next page; total counts all that match. Addresses are for the write scope. Not for the visitors of a public demo.',
  scope: 'read',
  needsCredential: true,
  query: Type.Object({
    ...AUDIT_FILTERS,
    before_id: optional(shownAs(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), 1200)),
    limit: withDefault(Type.Integer({ minimum: 1, maximum: 500 }), 500),
  }),
  responses: { 200: AuditLogResponse },
  async handle({ query, session }, { db, auditTotals }: { db: Database; auditTotals: AuditTotals }) {
    const filter = auditFilter(query)
    const times = await idsOfTimes(db, filter)
    const before = lower(query.before_id, times.before)
    const rows = await readAuditPage(db, filter, { after: times.after, before }, query.limit + 1)
    const entries = rows.slice(0, query.limit).map(row => entryOf(row, session))
    return reply(200, {
      entries,
      total: await auditTotals.count(filter, times),
      next_before_id: rows.length > query.limit ? entries.at(-1)!.id : null,
    })
  },
})

function entryOf(row: StoredEntry, session: Session) {
  return {
    ...row,
    id: Number(row.id),
    payload_diff: row.payload_diff === null ? null : (JSON.parse(row.payload_diff) as Record<string, unknown[]>),
    ip_address: session.scope === 'read' ? null : row.ip_address,
  }
}

function lower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
