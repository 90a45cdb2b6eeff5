import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { type Check, databaseChecks } from './database/readiness.ts'
import type { EventStore } from './event-store/event-store.ts'
import { type AuditEntry, recordAudit } from './features/audit/audit-repository.ts'
import { latestRunsOf } from './features/exports/analysis-runs-repository.ts'
import { findRevisionAt, listNewestRevisions } from './features/projects/project-revisions-repository.ts'
import { ProjectsRepository } from './features/projects/projects-repository.ts'
import { Readouts } from './features/readout/readouts.ts'
import { RecordedLooksRepository } from './features/readout/recorded-looks-repository.ts'
import { lookTaker } from './features/readout/take-due-looks.ts'
import { hasWindow, purgeOld, type RetentionCaller, type RetentionPlan } from './features/retention/retention.ts'
import { addApiPages } from './http/api-pages.ts'
import { addNotFound, addRoutes, newHttpServer } from './http/http-server.ts'
import { newMetrics } from './http/metrics.ts'
import type { Route } from './http/route.ts'
import { addStaticFiles } from './http/static-files.ts'
import { Compute } from './jobs/compute.ts'
import { JobRegistry } from './jobs/job-registry.ts'
import { DAILY, HOURLY, runEvery } from './jobs/run-every.ts'
import { routes } from './routes.ts'

/** What the world gives the application. */
export interface AppTools {
  readonly config: Config
  readonly db: Database
  readonly events: EventStore
  readonly clock: Clock
  readonly log: Logger
}

/** Puts every part together: the one place that knows them all. */
export async function newApp({ config, db, events, clock, log }: AppTools): Promise<FastifyInstance> {
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
  const readouts = new Readouts({ db, events, clock, compute, looks: new RecordedLooksRepository(db) })
  const purge = (plan: RetentionPlan, caller?: RetentionCaller) =>
    purgeOld({ db, projects, events, clock }, plan, caller)
  const stops = [
    runEvery(HOURLY, lookTaker({ projects, readouts }), failed(log, 'the due looks could not be taken')),
    ...(hasWindow(config.retention)
      ? [runEvery(DAILY, () => purge(dailyPlan(config)), failed(log, 'the retention purge failed'))]
      : []),
  ]
  server.addHook('onClose', async () => {
    for (const stop of stops) stop()
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
    audit: (entry: AuditEntry) => recordAudit(db, entry),
    identity: identityOf(config),
    projects,
    readouts,
    latestRuns: latestRunsOf(db),
    revisions: {
      listNewest: (projectId: string, limit: number) => listNewestRevisions(db, projectId, limit),
      findAt: (projectId: string, at: string) => findRevisionAt(db, projectId, at),
    },
    workspaceSigningKey: config.workspaceSigningKey,
    readiness: async () => [...(await databaseChecks(db)), await eventChecks(events), ...settled(config)],
  }
  const all: readonly Route<typeof deps>[] = routes
  addRoutes(server, all, deps, config.limits)
  await addApiPages(server, all, { title: config.appName, version: config.appVersion })
  const servesPages = config.serveFrontend && (await addStaticFiles(server, config.frontendDistPath))
  addNotFound(server, all, servesPages)
  return server
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
