import { type Static, Type } from 'typebox'
import { isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { parseDatetime } from '../../http/datetime.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { Datetime, optional, shownAs } from '../../http/schema.ts'
import { type AuditFilter, type IdRange, readIdsAround } from './audit-repository.ts'

const SIX_HOURS_MS = 21_600_000
// Years of four digits are in order as texts.
const [FIRST_MS, LAST_MS] = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'].map(text => Date.parse(text)) as [
  number,
  number,
]

/** What both routes of the log can be asked for. */
export const AUDIT_FILTERS = {
  project_id: optional(shownAs(Type.String({ maxLength: 200 }), EXAMPLE_IDS.project)),
  key_id: optional(shownAs(Type.String({ maxLength: 200 }), EXAMPLE_IDS.apiKey)),
  action: optional(shownAs(Type.String({ maxLength: 100 }), 'project.create')),
  since: optional(shownAs(Datetime, '2026-05-01T00:00:00Z')),
  until: optional(shownAs(Datetime, '2026-06-01T00:00:00Z')),
}

const AuditFilters = Type.Object(AUDIT_FILTERS)
type Asked = { readonly [K in keyof Static<typeof AuditFilters>]-?: string | null }

export function auditFilter(asked: Asked): AuditFilter {
  const time = (text: string | null) => (text === null ? null : sortableTime(parseDatetime(text)!))
  return {
    projectId: asked.project_id,
    keyId: asked.key_id,
    action: asked.action,
    since: time(asked.since),
    until: time(asked.until),
  }
}

/**
 * Between which ids the times of a filter lie, so that a page reads no more of the log. The clock may have been set back
 * by up to six hours: entries of a time are looked for among those that were written so long around it.
 */
export async function idsOfTimes(db: Database, { since, until }: AuditFilter): Promise<IdRange> {
  const shifted = (time: string | null, ms: number) => (time === null ? null : sortableTime(Date.parse(time) + ms))
  return readIdsAround(db, shifted(since, -SIX_HOURS_MS), shifted(until, SIX_HOURS_MS))
}

function sortableTime(ms: number): string {
  return isoTime(Math.min(Math.max(ms, FIRST_MS), LAST_MS))
}
