import { Type } from 'typebox'
import { type Clock, isoTime } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, optional, withDefault } from '../../http/schema.ts'
import type { Purged, RetentionCaller, RetentionPlan, RetentionWindows } from './retention.ts'

const PurgeRequest = Type.Object(
  {
    exposures_days: optional(Type.Integer()),
    conversions_days: optional(Type.Integer()),
    audit_days: optional(Type.Integer()),
    webhook_deliveries_days: optional(Type.Integer()),
    include_active: withDefault(Type.Boolean(), false),
    dry_run: withDefault(Type.Boolean(), true),
  },
  { title: 'RetentionPurgeRequest' },
)

const PurgeResponse = Type.Object(
  {
    dry_run: Type.Boolean(),
    purged: Type.Object({
      exposures: Type.Integer(),
      conversions: Type.Integer(),
      audit_log: Type.Integer(),
      webhook_deliveries: Type.Integer(),
    }),
    generated_at: Type.String(),
  },
  { title: 'RetentionPurgeResponse' },
)

interface PurgeDeps {
  readonly clock: Clock
  /** What the settings keep. */
  readonly retention: RetentionWindows
  readonly purgeOld: (plan: RetentionPlan, caller: RetentionCaller) => Promise<Purged>
}

export const purgeRetention = route({
  method: 'POST',
  path: '/api/v1/admin/retention/purge',
  operationId: 'purgeRetention',
  tag: 'system',
  summary: 'Erase what is older than it may be kept',
  description:
    'Of archived experiments, unless include_active; counts only, unless dry_run is false. Windows that are left out are those of the settings; 0 keeps. Written to the audit log.',
  scope: 'write',
  traffic: 'heavy',
  body: nullable(PurgeRequest),
  bodyIsOptional: true,
  example: { exposures_days: 365, dry_run: true },
  responses: { 200: PurgeResponse },
  errors: [503],
  async handle({ body, session, requestId, clientAddress }, { clock, retention, purgeOld }: PurgeDeps) {
    const isDryRun = body?.dry_run ?? true
    const plan = {
      exposuresDays: body?.exposures_days ?? retention.exposuresDays,
      conversionsDays: body?.conversions_days ?? retention.conversionsDays,
      auditDays: body?.audit_days ?? retention.auditDays,
      webhookDeliveriesDays: body?.webhook_deliveries_days ?? retention.webhookDeliveriesDays,
      includeActive: body?.include_active ?? false,
      isDryRun,
    }
    const purged = await purgeOld(plan, { actor: session.actor, keyId: session.keyId, requestId, clientAddress })
    return reply(200, {
      dry_run: isDryRun,
      purged: {
        exposures: purged.exposures,
        conversions: purged.conversions,
        audit_log: purged.auditLog,
        webhook_deliveries: purged.webhookDeliveries,
      },
      generated_at: isoTime(clock.now()),
    })
  },
})
