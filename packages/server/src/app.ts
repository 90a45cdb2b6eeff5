import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { type Check, databaseChecks } from './database/readiness.ts'
import type { SecretBox } from './database/secret-box.ts'
import type { EventStore } from './event-store/event-store.ts'
import { type AuditEntry, recordAudit } from './features/audit/audit-repository.ts'
import { ProjectsRepository } from './features/projects/projects-repository.ts'
import type { CurrentReadout } from './features/readout/live-stats.ts'
import { raiseSignals } from './features/readout/raise-signals.ts'
import { Readouts } from './features/readout/readouts.ts'
import { RecordedLooksRepository } from './features/readout/recorded-looks-repository.ts'
import { lookTaker } from './features/readout/take-due-looks.ts'
import { hasWindow, purgeOld, type RetentionCaller, type RetentionPlan } from './features/retention/retention.ts'
import { Templates } from './features/templates/templates.ts'
import type { DeliveryDeps } from './features/webhooks/deliver.ts'
import { DeliveryWorker } from './features/webhooks/delivery-worker.ts'
import { WebhookDeliveriesRepository } from './features/webhooks/webhook-deliveries-repository.ts'
import { WebhookSubscriptionsRepository } from './features/webhooks/webhook-subscriptions-repository.ts'
import { Webhooks } from './features/webhooks/webhooks.ts'
import { addApiPages } from './http/api-pages.ts'
import { addNotFound, addRoutes, newHttpServer } from './http/http-server.ts'
import { newMetrics } from './http/metrics.ts'
import { Outbound } from './http/outbound.ts'
import type { Route } from './http/route.ts'
import { addStaticFiles } from './http/static-files.ts'
import { Compute } from './jobs/compute.ts'
import { JobRegistry } from './jobs/job-registry.ts'
import { DAILY, HOURLY, OFTEN, runEvery } from './jobs/run-every.ts'
import { routes } from './routes.ts'

/** What the world gives the application. */
export interface AppTools {
  readonly config: Config
  readonly db: Database
  readonly events: EventStore
  readonly clock: Clock
  readonly log: Logger
  readonly secrets: SecretBox
  /** Whether what is due is done by itself: looks, deliveries, retention. */
  readonly runsJobs: boolean
}

/** Puts every part together: the one place that knows them all. */
export async function newApp({
  config,
  db,
  events,
  clock,
  log,
  secrets,
  runsJobs,
}: AppTools): Promise<FastifyInstance> {
  const metrics = newMetrics(() => events.queueDepth().items)
  const settings = { ...config, maxRequestBodyBytes: config.limits.maxRequestBodyBytes }
  const server = await newHttpServer(settings, { clock, log, metrics })
  const compute = new Compute(config.compute)
  const jobs = new JobRegistry(clock)
  server.addHook('onClose', async () => {
    jobs.close()
    await compute.close()
  })
  const projects = new ProjectsRepository(db)
  const looks = new RecordedLooksRepository(db)
  const onComputed = (current: CurrentReadout) => raiseSignals(current, { db, clock })
  const readouts = new Readouts({ db, events, clock, compute, looks, onComputed })
  const delivery = deliveryDeps({ config, db, secrets, clock })
  const webhooks = new Webhooks({ ...delivery, db, hasApiKey: async () => false })
  const worker = new DeliveryWorker(delivery, failed(log, 'a webhook could not be delivered'))
  const purge = (plan: RetentionPlan, caller?: RetentionCaller) =>
    purgeOld({ db, projects, events, deliveries: delivery.deliveries, clock }, plan, caller)
  const stops = runsJobs ? startJobs({ config, log, takeLooks: lookTaker({ projects, readouts }), worker, purge }) : []
  server.addHook('onClose', async () => {
    for (const stop of stops) stop()
    await worker.close()
    await delivery.outbound.close()
  })
  const deps = {
    retention: config.retention,
    purgeOld: purge,
    compute,
    jobs,
    newSeed: () => randomInt(2 ** 31),
    clock,
    wait,
    bulkQueueWaitMs: config.limits.bulkQueueWaitSeconds * 1000,
    events,
    metrics,
    audit: async (entry: AuditEntry) => {
      await db.transaction().execute(transaction => recordAudit(transaction, entry))
    },
    isLocal: config.environment === 'local',
    webhooks,
    identity: identityOf(config),
    projects,
    templates: new Templates(db),
    readouts,
    readiness: async () => [...(await databaseChecks(db)), await eventChecks(events), ...settled(config)],
  }
  const all: readonly Route<typeof deps>[] = routes
  addRoutes(server, all, deps, config.limits)
  await addApiPages(server, all, { title: config.appName, version: config.appVersion })
  const servesPages = config.serveFrontend && (await addStaticFiles(server, config.frontendDistPath))
  addNotFound(server, all, servesPages)
  return server
}

interface Work extends Pick<AppTools, 'config' | 'log'> {
  readonly takeLooks: () => Promise<void>
  readonly worker: DeliveryWorker
  readonly purge: (plan: RetentionPlan) => Promise<unknown>
}

/** What stops each of them. */
function startJobs({ config, log, takeLooks, worker, purge }: Work): readonly (() => void)[] {
  return [
    runEvery(HOURLY, takeLooks, failed(log, 'the due looks could not be taken')),
    runEvery(OFTEN, () => worker.run(), failed(log, 'the outbox could not be read')),
    ...(hasWindow(config.retention)
      ? [runEvery(DAILY, () => purge(dailyPlan(config)), failed(log, 'the retention purge failed'))]
      : []),
  ]
}

function deliveryDeps({
  config,
  db,
  secrets,
  clock,
}: Pick<AppTools, 'config' | 'db' | 'secrets' | 'clock'>): DeliveryDeps {
  return {
    subscriptions: new WebhookSubscriptionsRepository(db, secrets),
    deliveries: new WebhookDeliveriesRepository(db),
    outbound: new Outbound({ allowsLocal: config.environment === 'local' }),
    clock,
    random: Math.random,
  }
}

function failed(log: Logger, what: string): (error: unknown) => void {
  return error => log.error({ err: error }, what)
}

function dailyPlan({ retention }: Config): RetentionPlan {
  return { ...retention, includeActive: false, isDryRun: false }
}

function identityOf(config: Config) {
  const { appName: service, appVersion: version, buildSha: gitSha, environment } = config
  return { service, version, gitSha, environment }
}

async function eventChecks(events: EventStore): Promise<Check> {
  const { items, capacity } = events.queueDepth()
  try {
    await events.probe()
    return { name: 'event_store', ok: true, detail: `${items} of ${capacity} queued` }
  } catch (error) {
    return { name: 'event_store', ok: false, detail: error instanceof Error ? error.message : 'not writable' }
  }
}

function settled(config: Config): readonly Check[] {
  return [
    { name: 'frontend_dist', ok: true, detail: config.serveFrontend ? 'served' : 'off' },
    { name: 'llm_config', ok: true, detail: 'no adapter in this version' },
    { name: 'logging_config', ok: true, detail: `${config.logLevel}, ${config.logFormat}` },
  ]
}
