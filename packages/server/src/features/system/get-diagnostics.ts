import { type Clock, isoTime } from '../../clock.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/database.ts'
import { countRows, type StorageFacts } from '../../database/storage-facts.ts'
import type { KeyLookup } from '../../http/auth.ts'
import { reply, route } from '../../http/route.ts'
import type { RuntimeCounters } from '../../http/runtime-counters.ts'
import { languageHeaders } from '../../http/speech.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { countDeliveries } from '../webhooks/webhook-deliveries-repository.ts'
import * as blocks from './diagnostics-blocks.ts'
import { DiagnosticsResponse } from './diagnostics-schema.ts'

interface DiagnosticsDeps {
  readonly config: Config
  readonly clock: Clock
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'summary'>
  readonly keyDirectory: Pick<KeyLookup, 'hasAny'>
  readonly counters: RuntimeCounters
  /** Where the control plane lies and how it is kept. */
  readonly storageFacts: () => Promise<StorageFacts>
  /** Whether there is a built web UI. */
  readonly hasPages: () => boolean
}

export const getDiagnostics = route({
  method: 'GET',
  path: '/api/v1/diagnostics',
  operationId: 'getDiagnostics',
  tag: 'system',
  summary: 'How the server is set up, and how it does',
  description: 'Paths, addresses and proxies of the machine are null for the read scope. Counters are of this process.',
  scope: 'read',
  responses: { 200: DiagnosticsResponse },
  async handle(request, deps: DiagnosticsDeps) {
    const { session, speech } = request
    const { config, clock, counters } = deps
    const [now, isOperator] = [clock.now(), session.scope !== 'read']
    const body = {
      status: 'ok',
      generated_at: isoTime(now),
      started_at: isoTime(counters.startedAt),
      uptime_seconds: blocks.rounded((now - counters.startedAt) / 1000, 3),
      environment: config.environment,
      app_version: config.appVersion,
      app_git_sha: config.buildSha,
      request_timing_headers_enabled: true,
      storage: blocks.storageBlock(await deps.storageFacts(), await totals(deps), config, isOperator),
      frontend: frontendBlock(deps, isOperator),
      llm: blocks.llmBlock(config, isOperator),
      logging: { level: config.logLevel, format: config.logFormat },
      auth: blocks.authBlock(config, await deps.keyDirectory.hasAny(), session),
      guards: blocks.guardsBlock(config),
      network: blocks.networkBlock(config, request, isOperator),
      runtime: blocks.runtimeBlock(counters),
      webhooks: blocks.webhooksBlock(await countDeliveries(deps.db, isoTime(now)), now),
      topology: blocks.topologyBlock(config, speech.words.system),
      retention: blocks.retentionBlock(config, speech.words.system.retention),
    }
    return reply(200, body, languageHeaders(speech))
  },
})

async function totals({ db, projects }: DiagnosticsDeps): Promise<blocks.StoredTotals> {
  return {
    projects: await projects.summary(),
    analysisRuns: await countRows(db, 'analysis_runs'),
    exportEvents: await countRows(db, 'export_events'),
    revisions: await countRows(db, 'project_revisions'),
  }
}

function frontendBlock({ config, hasPages }: DiagnosticsDeps, isOperator: boolean) {
  return {
    serve_frontend_dist: config.serveFrontend,
    dist_path: isOperator ? config.frontendDistPath : null,
    dist_exists: hasPages(),
  }
}
