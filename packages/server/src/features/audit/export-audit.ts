import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Database } from '../../database/database.ts'
import { reply, route } from '../../http/route.ts'
import { AUDIT_FILTERS, auditFilter, idsOfTimes } from './audit-query.ts'
import { type AuditFilter, readAuditPage, type StoredEntry } from './audit-repository.ts'
import { csvLine } from './csv-line.ts'

const PAGE = 500
const COLUMNS = [
  ...(['ts', 'action', 'project_id', 'project_name', 'actor', 'key_id'] as const),
  ...(['request_id', 'payload_diff', 'ip_address'] as const),
]

export const exportAudit = route({
  method: 'GET',
  path: '/api/v1/audit/export',
  operationId: 'exportAudit',
  tag: 'audit',
  summary: 'The audit log as CSV',
  description: 'Every entry that matches, the newest first. Cells that look like formulas begin with an apostrophe.',
  scope: 'write',
  query: Type.Object(AUDIT_FILTERS),
  responses: { 200: null },
  media: 'text/csv',
  handle({ query }, { db }: { db: Database }) {
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
    }
    return reply(200, Readable.from(csvPages(db, auditFilter(query)), { objectMode: false }), headers)
  },
})

/** A page in memory at a time; what is written meanwhile is not in it. */
async function* csvPages(db: Database, filter: AuditFilter): AsyncGenerator<string> {
  yield csvLine(COLUMNS)
  const { after, before } = await idsOfTimes(db, filter)
  for (let end = before; ; ) {
    const rows = await readAuditPage(db, filter, { after, before: end }, PAGE)
    if (rows.length > 0) yield rows.map(lineOf).join('')
    if (rows.length < PAGE) return
    end = Number(rows.at(-1)!.id)
  }
}

function lineOf(row: StoredEntry): string {
  return csvLine(COLUMNS.map(column => (column === 'payload_diff' ? sorted(row.payload_diff) : row[column])))
}

function sorted(diff: string | null): string | null {
  if (diff === null) return null
  return JSON.stringify(JSON.parse(diff), (_key, value: unknown) => (isObject(value) ? inOrder(value) : value))
}

function inOrder(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
