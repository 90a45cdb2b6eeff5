import { randomBytes, randomInt } from 'node:crypto'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { ANSWER_EXAMPLES } from './answer-examples.gen.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { type Database, isPostgres } from './database/database.ts'
import { RateHitsRepository } from './database/rate-hits-repository.ts'
import { type Check, databaseChecks } from './database/readiness.ts'
import type { SecretBox } from './database/secret-box.ts'
import { storageFacts } from './database/storage-facts.ts'
import type { EventStore } from './event-store/event-store.ts'
import { ApiKeysRepository } from './features/access/api-keys-repository.ts'
import { KeyDirectory } from './features/access/key-directory.ts'
import { AuditQueue } from './features/audit/audit-queue.ts'
import type { AuditEntry } from './features/audit/audit-repository.ts'
import { AuditTotals } from './features/audit/audit-totals.ts'
import { seedDemo } from './features/demo/seed-demo.ts'
import { DeletedExperiments } from './features/projects/deleted-experiments.ts'
import { ProjectCache } from './features/projects/project-cache.ts'
import { ProjectsRepository } from './features/projects/projects-repository.ts'
import type { CurrentReadout } from './features/readout/live-stats.ts'
import { raiseSignals } from './features/readout/raise-signals.ts'
import { Readouts } from './features/readout/readouts.ts'
import { RecordedLooksRepository } from './features/readout/recorded-looks-repository.ts'
import { lookTaker } from './features/readout/take-due-looks.ts'
import { hasWindow, purgeOld, type RetentionCaller, type RetentionPlan } from './features/retention/retention.ts'
import { newSlackDesk } from './features/slack/new-slack-desk.ts'
import { readSlackProjects } from './features/slack/read-slack-projects.ts'
import { analysisRunner } from './features/slack/run-analysis.ts'
import { Templates } from './features/templates/templates.ts'
import type { DeliveryDeps } from './features/webhooks/deliver.ts'
import { DeliveryWorker } from './features/webhooks/delivery-worker.ts'
import { WebhookDeliveriesRepository } from './features/webhooks/webhook-deliveries-repository.ts'
import { WebhookSubscriptionsRepository } from './features/webhooks/webhook-subscriptions-repository.ts'
import { Webhooks } from './features/webhooks/webhooks.ts'
import { AbandonedImports } from './features/workspace/abandoned-imports.ts'
import { addApiPages } from './http/api-pages.ts'
import { toHttpError } from './http/error-envelope.ts'
import { addNotFound, addRoutes, newHttpServer } from './http/http-server.ts'
import { keepError } from './http/kept-error.ts'
import { MemoryRateWindows } from './http/memory-rate-windows.ts'
import { newMetrics } from './http/metrics.ts'
import { openApiDocument } from './http/openapi.ts'
import { Outbound } from './http/outbound.ts'
import type { Route } from './http/route.ts'
import { RuntimeCounters } from './http/runtime-counters.ts'
import { hasPages, readPages } from './http/static-files.ts'
import { Compute } from './jobs/compute.ts'
import { JobRegistry } from './jobs/job-registry.ts'
import { JobsRepository } from './jobs/jobs-repository.ts'
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
export async function newApp(tools: AppTools): Promise<FastifyInstance> {
  const { config, clock, log, events } = tools
  const metrics = newMetrics(() => events.queueDepth().items)
  const settings = { ...config, maxRequestBodyBytes: config.limits.maxRequestBodyBytes }
  const counters = new RuntimeCounters(clock)
  const access = newAccess(tools)
  const server = await newHttpServer(settings, { log, metrics, counters, ...access.gate })
  const parts = newParts(tools, access)
  if (config.seedDemo) await seedDemo({ ...tools, ...parts })
  const stops = tools.runsJobs ? startJobs(tools, parts) : []
  server.addHook('onClose', () => closeParts(parts, stops))
  const deps = { ...parts, ...given(tools), metrics, counters, readiness: () => readiness(tools) }
  const all: readonly Route<typeof deps>[] = routes
  addRoutes(server, all, deps, config.limits)
  const info = { title: config.appName, version: config.appVersion }
  await addApiPages(server, openApiDocument(all, info, ANSWER_EXAMPLES))
  addNotFound(server, all, config.serveFrontend ? await readPages(config.frontendDistPath) : null)
  return server
}

type Access = ReturnType<typeof newAccess>

/** The stored keys, and what the gate asks of them. */
function newAccess({ db, clock, log }: AppTools) {
  const apiKeys = new ApiKeysRepository(db)
  const keyDirectory = new KeyDirectory({ keys: apiKeys, clock, onFailure: failed(log, 'a key use was not noted') })
  const onKeyUsed = keyDirectory.wasUsed.bind(keyDirectory)
  const windows = isPostgres(db) ? new RateHitsRepository(db) : new MemoryRateWindows(clock)
  return { apiKeys, keyDirectory, windows, gate: { keys: keyDirectory, windows, onKeyUsed } }
}

type Parts = ReturnType<typeof newParts>

function newParts(tools: AppTools, { apiKeys, keyDirectory, windows }: Access) {
  const { config, db, events, clock, log, secrets } = tools
  const compute = new Compute(config.compute)
  // Where several processes write, what this one has not changed may have changed.
  const projects = new ProjectsRepository(db, new ProjectCache(isPostgres(db) ? 'bypassed' : 'kept'))
  const onError = failed(log, 'the events of a project that is not there could not be erased')
  const outbound = new Outbound({ allowsLocal: config.environment === 'local' })
  const delivery = newDelivery(tools, outbound)
  const worker = new DeliveryWorker(delivery, failed(log, 'a webhook could not be delivered'))
  const { deliveries } = delivery
  return {
    apiKeys,
    keyDirectory,
    compute,
    jobs: newJobs(tools),
    projects,
    readouts: newReadouts(tools, projects, compute),
    templates: new Templates(db),
    deletedExperiments: new DeletedExperiments({ db, events, clock, onError }),
    abandonedImports: new AbandonedImports({ db, projects, events, clock, onError }),
    outbound,
    webhooks: new Webhooks({ ...delivery, db, hasApiKey: async id => (await apiKeys.find(id)) !== null }),
    worker,
    slack: newSlackDesk(config, { db, clock, secrets, outbound, newState: randomText, windows }),
    slackProjects: readSlackProjects(db, projects),
    analysisRunner: analysisRunner({ db, projects, compute, clock }),
    purgeOld: (plan: RetentionPlan, caller?: RetentionCaller) =>
      purgeOld({ db, projects, events, deliveries, clock }, plan, caller),
  }
}

function newJobs({ db, clock, log }: AppTools): JobRegistry {
  return new JobRegistry({
    jobs: new JobsRepository(db),
    clock,
    newId: () => randomBytes(16).toString('base64url'),
    pause: (ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined),
    keepError: error => {
      if (toHttpError(error).status === 500) log.error({ err: error }, 'the work of a job failed')
      return keepError(error)
    },
    onFailure: failed(log, 'what a job did could not be written'),
  })
}

/** Nobody guesses it: 256 bits. */
function randomText(): string {
  return randomBytes(32).toString('base64url')
}

function newReadouts({ db, events, clock }: AppTools, projects: ProjectsRepository, compute: Compute): Readouts {
  const looks = new RecordedLooksRepository(db)
  const onComputed = (current: CurrentReadout) => raiseSignals(current, { db, clock })
  return new Readouts({ db, projects, events, clock, compute, looks, onComputed })
}

function newDelivery({ db, secrets, clock }: AppTools, outbound: Outbound): DeliveryDeps {
  return {
    subscriptions: new WebhookSubscriptionsRepository(db, secrets),
    deliveries: new WebhookDeliveriesRepository(db),
    outbound,
    clock,
    random: Math.random,
  }
}

/** What handlers take from the world as it is. */
function given({ config, db, events, clock, log }: AppTools) {
  const queue = new AuditQueue(db)
  return {
    config,
    db,
    events,
    clock,
    wait,
    newSeed: () => randomInt(2 ** 31),
    newApiKey: () => `abk_${randomText()}`,
    audit: (entry: AuditEntry) => queue.write(entry),
    auditTotals: new AuditTotals(db, nextTurn),
    storageFacts: () => storageFacts(db, config.storage),
    hasPages: () => hasPages(config.frontendDistPath),
    retention: config.retention,
    workspaceSigningKey: config.workspaceSigningKey,
    exportIdleMs: config.limits.bulkIdleSeconds * 1000,
    onStreamError: failed(log, 'what an export had opened could not be closed'),
    bulkQueueWaitMs: config.limits.bulkQueueWaitSeconds * 1000,
    models: config.models,
    isLocal: config.environment === 'local',
    identity: identityOf(config),
  }
}

/** What stops each of them. */
function startJobs({ config, log }: AppTools, parts: Parts): readonly (() => void)[] {
  const { projects, readouts, worker, deletedExperiments, abandonedImports } = parts
  const plan = { ...config.retention, includeActive: false, isDryRun: false }
  return [
    runEvery(OFTEN, () => worker.run(), failed(log, 'the outbox could not be read')),
    runEvery(HOURLY, () => deletedExperiments.sweep(), failed(log, 'deleted projects could not be swept')),
    runEvery(HOURLY, () => abandonedImports.sweep(), failed(log, 'abandoned imports could not be swept')),
    runEvery(HOURLY, lookTaker({ projects, readouts }), failed(log, 'the due looks could not be taken')),
    ...(hasWindow(config.retention)
      ? [runEvery(DAILY, () => parts.purgeOld(plan), failed(log, 'the retention purge failed'))]
      : []),
  ]
}

async function closeParts(
  { jobs, compute, worker, outbound, keyDirectory }: Parts,
  stops: readonly (() => void)[],
): Promise<void> {
  for (const stop of stops) stop()
  await jobs.close()
  await compute.close()
  await worker.close()
  await outbound.close()
  await keyDirectory.settled()
}

function failed(log: Logger, what: string): (error: unknown) => void {
  return error => log.error({ err: error }, what)
}

function identityOf(config: Config) {
  const { appName: service, appVersion: version, buildSha: gitSha, environment } = config
  return { service, version, gitSha, environment }
}

async function readiness({ config, db, events }: AppTools): Promise<readonly Check[]> {
  return [...(await databaseChecks(db)), await eventChecks(events), ...settled(config)]
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

function settled({ serveFrontend, frontendDistPath, models, logLevel, logFormat }: Config): readonly Check[] {
  const isServable = !serveFrontend || hasPages(frontendDistPath)
  const pages = serveFrontend ? (isServable ? 'served' : 'no index.html') : 'off'
  return [
    { name: 'frontend_dist', ok: isServable, detail: pages },
    { name: 'llm_config', ok: true, detail: `${models.maxAttempts} attempts of ${models.timeoutSeconds} s` },
    { name: 'logging_config', ok: true, detail: `${logLevel}, ${logFormat}` },
  ]
}
