import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { type AuditEntry, purgeAudit, recordAudit } from '../audit/audit-repository.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { WebhookDeliveriesRepository } from '../webhooks/webhook-deliveries-repository.ts'

const DAY_MS = 86_400_000

/** How many days each kind is kept; 0 or less: for ever. */
export interface RetentionWindows {
  readonly exposuresDays: number
  readonly conversionsDays: number
  readonly auditDays: number
  readonly webhookDeliveriesDays: number
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
  readonly webhookDeliveries: number
}

/** Who asked for it. */
export type RetentionCaller = Pick<AuditEntry, 'actor' | 'keyId' | 'requestId' | 'clientAddress'>

export interface RetentionDeps {
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'listIds'>
  readonly events: EventStore
  readonly deliveries: Pick<WebhookDeliveriesRepository, 'purge'>
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
  // Nothing is older than 1970.
  const before = (days: number) => (days > 0 ? Math.max(0, now - days * DAY_MS) : null)
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
  const deliveriesBefore = before(plan.webhookDeliveriesDays)
  const webhookDeliveries =
    deliveriesBefore === null ? 0 : await deps.deliveries.purge(isoTime(deliveriesBefore), plan.isDryRun)
  const purged = { exposures, conversions, auditLog, webhookDeliveries }
  if (!plan.isDryRun) {
    const entry = entryOf(purged, isoTime(now), caller)
    await deps.db.transaction().execute(transaction => recordAudit(transaction, entry))
  }
  return purged
}

/** Whether anything is ever too old. */
export function hasWindow(windows: RetentionWindows): boolean {
  const { exposuresDays, conversionsDays, auditDays, webhookDeliveriesDays } = windows
  return [exposuresDays, conversionsDays, auditDays, webhookDeliveriesDays].some(days => days > 0)
}

function entryOf(
  { exposures, conversions, auditLog, webhookDeliveries }: Purged,
  at: string,
  caller: RetentionCaller,
): AuditEntry {
  return {
    action: 'retention.purge',
    at,
    projectId: null,
    projectName: null,
    ...caller,
    diff: {
      exposures: [exposures, 0],
      conversions: [conversions, 0],
      audit_log: [auditLog, 0],
      webhook_deliveries: [webhookDeliveries, 0],
    },
  }
}
