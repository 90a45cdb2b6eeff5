import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { type AuditEntry, purgeAudit, recordAudit } from '../audit/audit-repository.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'

const DAY_MS = 86_400_000

/** How many days each kind is kept; 0 or less: for ever. */
export interface RetentionWindows {
  readonly exposuresDays: number
  readonly conversionsDays: number
  readonly auditDays: number
}

export interface RetentionPlan extends RetentionWindows {
  /** Archived experiments only, unless this is set. */
  readonly includeActive: boolean
  readonly isDryRun: boolean
}

export interface Purged {
  readonly exposures: number
  readonly conversions: number
  readonly auditLog: number
}

/** Who asked for it. */
export type RetentionCaller = Pick<AuditEntry, 'actor' | 'keyId' | 'requestId' | 'clientAddress'>

export interface RetentionDeps {
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'listIds'>
  readonly events: EventStore
  readonly clock: Clock
}

const SYSTEM: RetentionCaller = { actor: 'system:retention', keyId: null, requestId: 'retention', clientAddress: '' }

/** Erases what is older than it may be kept, one experiment after the other, and writes down that it did. */
export async function purgeOld(
  deps: RetentionDeps,
  plan: RetentionPlan,
  caller: RetentionCaller = SYSTEM,
): Promise<Purged> {
  const now = deps.clock.now()
  const before = (days: number) => (days > 0 ? now - days * DAY_MS : null)
  const [exposuresBefore, conversionsBefore] = [before(plan.exposuresDays), before(plan.conversionsDays)]
  let [exposures, conversions] = [0, 0]
  if (exposuresBefore !== null || conversionsBefore !== null) {
    for (const experimentId of await deps.projects.listIds(plan.includeActive)) {
      const query = { experimentId, exposuresBefore, conversionsBefore, isDryRun: plan.isDryRun }
      const rows = await deps.events.purge(query)
      exposures += rows.exposures
      conversions += rows.conversions
    }
  }
  const auditBefore = before(plan.auditDays)
  const auditLog = auditBefore === null ? 0 : await purgeAudit(deps.db, isoTime(auditBefore), plan.isDryRun)
  const purged = { exposures, conversions, auditLog }
  if (!plan.isDryRun) await recordAudit(deps.db, entryOf(purged, isoTime(now), caller))
  return purged
}

/** Whether anything is ever too old. */
export function hasWindow({ exposuresDays, conversionsDays, auditDays }: RetentionWindows): boolean {
  return exposuresDays > 0 || conversionsDays > 0 || auditDays > 0
}

function entryOf({ exposures, conversions, auditLog }: Purged, at: string, caller: RetentionCaller): AuditEntry {
  return {
    action: 'retention.purge',
    at,
    projectId: null,
    projectName: null,
    ...caller,
    diff: { exposures: [exposures, 0], conversions: [conversions, 0], audit_log: [auditLog, 0] },
  }
}
