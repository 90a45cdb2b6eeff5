import { isoTime } from '../../clock.ts'
import type { Config } from '../../config.ts'
import type { StorageFacts } from '../../database/storage-facts.ts'
import { READING, type Session } from '../../http/auth.ts'
import { forwardedChain, vouchedAddress } from '../../http/client-address.ts'
import type { RuntimeCounters } from '../../http/runtime-counters.ts'
import type { Speech } from '../../http/speech.ts'
import { hasWindow } from '../retention/retention.ts'
import type { DeliveryCounts } from '../webhooks/webhook-deliveries-repository.ts'
import { BUNDLE_VERSION } from '../workspace/bundle-versions.ts'

// The blocks of the diagnostics, one from each part. Where `isOperator` is false, nothing tells of the machine.

/** Of the bundles that the workspace is exported as. */

export interface StoredTotals {
  readonly projects: { readonly active: number; readonly archived: number; readonly updatedAt: string | null }
  readonly analysisRuns: number
  readonly exportEvents: number
  readonly revisions: number
}

export function storageBlock(facts: StorageFacts, totals: StoredTotals, config: Config, isOperator: boolean) {
  return {
    db_path: isOperator ? facts.path : null,
    db_parent_path: isOperator ? facts.folder : null,
    disk_free_bytes: isOperator ? facts.freeBytes : null,
    db_exists: facts.exists,
    db_size_bytes: facts.bytes,
    schema_version: facts.migration,
    sqlite_user_version: facts.migration,
    busy_timeout_ms: facts.busyTimeoutMs,
    journal_mode: facts.journalMode,
    synchronous: facts.synchronous,
    write_probe_ok: facts.writeProbe.ok,
    write_probe_detail: facts.writeProbe.detail,
    projects_total: totals.projects.active,
    archived_projects_total: totals.projects.archived,
    analysis_runs_total: totals.analysisRuns,
    export_events_total: totals.exportEvents,
    project_revisions_total: totals.revisions,
    workspace_bundle_schema_version: BUNDLE_VERSION,
    workspace_signature_enabled: config.workspaceSigningKey !== null,
    latest_project_updated_at: totals.projects.updatedAt,
  }
}

export function llmBlock({ models }: Config, isOperator: boolean) {
  return {
    provider: 'local_orchestrator',
    base_url: isOperator ? models.baseUrl : null,
    timeout_seconds: models.timeoutSeconds,
    max_attempts: models.maxAttempts,
    initial_backoff_seconds: models.initialBackoffSeconds,
    backoff_multiplier: models.backoffMultiplier,
  }
}

export function authBlock({ auth }: Config, hasKeys: boolean, session: Session) {
  const [write, readonly, admin] = [auth.writeToken, auth.readToken, auth.adminToken].map(token => token !== null)
  const { source } = session
  return {
    enabled: Boolean(write || readonly || admin || auth.publicDemo || hasKeys),
    mode: modeOf(Boolean(write), Boolean(readonly), hasKeys),
    write_enabled: Boolean(write),
    readonly_enabled: Boolean(readonly),
    legacy_tokens_enabled: Boolean(write || readonly),
    api_keys_enabled: hasKeys,
    admin_token_enabled: Boolean(admin),
    public_demo: auth.publicDemo,
    session_scope: source === 'open' ? null : session.scope,
    session_source: source === 'open' ? null : source,
    session_can_write: session.scope !== 'read',
    session_admin_authenticated: session.scope === 'admin',
    accepted_headers: ['Authorization: Bearer', 'X-API-Key'],
    read_only_methods: [...READING],
  }
}

function modeOf(write: boolean, readonly: boolean, hasKeys: boolean) {
  if (hasKeys) return write || readonly ? 'hybrid' : 'api_keys'
  if (write && readonly) return 'dual_token'
  if (write) return 'token'
  return readonly ? 'readonly' : 'open'
}

export function guardsBlock({ limits, compute }: Config) {
  return {
    security_headers_enabled: true,
    rate_limit_enabled: limits.isEnabled,
    rate_limit_requests: limits.general.requests,
    rate_limit_window_seconds: limits.general.windowSeconds,
    auth_failure_limit: limits.authFailures.requests,
    auth_failure_window_seconds: limits.authFailures.windowSeconds,
    max_request_body_bytes: limits.maxRequestBodyBytes,
    max_workspace_body_bytes: limits.maxWorkspaceBodyBytes,
    max_slack_body_bytes: limits.maxSlackBodyBytes,
    slack_rate_limit_requests: limits.slack.requests,
    compute_admission_enabled: compute.isEnabled,
    compute_max_heavy_concurrent: compute.maxHeavyConcurrent,
  }
}

/** Several servers may run where both planes are shared; limits are shared with the control plane. */
export function topologyBlock({ storage }: Config, words: Speech['words']['system']) {
  const isShared = storage.postgres !== null
  const isSeveral = isShared && storage.clickhouse !== null
  return {
    supported: isSeveral ? 'several_instances' : 'single_instance',
    rate_limit_state: isShared ? 'postgres' : 'in_process',
    runtime_counters_scope: 'process',
    notes: isSeveral ? words.topologySeveral : isShared ? words.topologyPostgres : words.topology,
  }
}

export interface Sender {
  readonly peerAddress: string | null
  readonly clientAddress: string
  header(name: string): string | undefined
}

export function networkBlock({ proxies }: Config, sender: Sender, isOperator: boolean) {
  const forwarded = sender.header('x-forwarded-for')
  const vouched = vouchedAddress(sender.peerAddress ?? undefined, forwarded, proxies)
  return {
    direct_peer: sender.peerAddress,
    forwarded_for_chain: [...forwardedChain(forwarded)],
    trusted_proxy_hops: proxies.hops,
    trusted_proxies: isOperator ? [...proxies.proxies] : null,
    resolved_client: sender.clientAddress,
    resolved_from: vouched === null ? 'direct_peer' : 'forwarded_header',
  }
}

export function runtimeBlock(counters: RuntimeCounters) {
  const { total, clientErrors, serverErrors, longestMs } = counters
  const time = (at: number | null) => (at === null ? null : isoTime(at))
  return {
    total_requests: total,
    success_responses: counters.successes,
    client_error_responses: clientErrors,
    server_error_responses: serverErrors,
    auth_rejections: counters.authRejections,
    rate_limited_responses: counters.rateLimited,
    request_body_rejections: counters.bodyRejections,
    compute_capacity_rejections: counters.capacityRejections,
    last_request_at: time(counters.lastRequestAt),
    last_error_at: time(counters.lastErrorAt),
    last_error_code: counters.lastErrorCode,
    process_time_ms_count: total,
    process_time_ms_avg: total === 0 ? null : rounded(counters.totalMs / total, 3),
    process_time_ms_max: longestMs === null ? null : rounded(longestMs, 3),
    error_rate: total === 0 ? 0 : rounded((clientErrors + serverErrors) / total, 6),
  }
}

export function webhooksBlock({ oldestDueAt, ...counts }: DeliveryCounts, now: number) {
  const age = oldestDueAt === null ? null : Math.max(0, now - Date.parse(oldestDueAt)) / 1000
  return { ...counts, oldest_due_age_seconds: age === null ? null : rounded(age, 3) }
}

export function retentionBlock({ retention }: Config, notes: string) {
  return {
    exposures_days: retention.exposuresDays,
    conversions_days: retention.conversionsDays,
    audit_days: retention.auditDays,
    webhook_deliveries_days: retention.webhookDeliveriesDays,
    auto_purge_enabled: hasWindow(retention),
    notes,
  }
}

/** To so many decimals. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
