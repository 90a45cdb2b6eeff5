import { Type } from 'typebox'
import { nullable, oneOf } from '../../http/schema.ts'

const Count = Type.Integer()
const Flag = Type.Boolean()
const Text = Type.String()
const MaybeText = nullable(Text)
const MaybeNumber = nullable(Type.Number())

const Storage = Type.Object(
  {
    db_path: MaybeText,
    db_parent_path: MaybeText,
    disk_free_bytes: nullable(Count),
    db_exists: Flag,
    db_size_bytes: Count,
    schema_version: Count,
    sqlite_user_version: Count,
    busy_timeout_ms: Count,
    journal_mode: Text,
    synchronous: Text,
    write_probe_ok: Flag,
    write_probe_detail: Text,
    projects_total: Count,
    archived_projects_total: Count,
    analysis_runs_total: Count,
    export_events_total: Count,
    project_revisions_total: Count,
    workspace_bundle_schema_version: Count,
    workspace_signature_enabled: Flag,
    latest_project_updated_at: MaybeText,
  },
  { title: 'DiagnosticsStorageSummary' },
)

const Frontend = Type.Object(
  { serve_frontend_dist: Flag, dist_path: MaybeText, dist_exists: Flag },
  { title: 'DiagnosticsFrontendSummary' },
)

const Llm = Type.Object(
  {
    provider: Text,
    base_url: MaybeText,
    timeout_seconds: Type.Number(),
    max_attempts: Count,
    initial_backoff_seconds: Type.Number(),
    backoff_multiplier: Type.Number(),
  },
  { title: 'DiagnosticsLlmSummary' },
)

const Auth = Type.Object(
  {
    enabled: Flag,
    mode: oneOf('open', 'token', 'readonly', 'dual_token', 'api_keys', 'hybrid'),
    write_enabled: Flag,
    readonly_enabled: Flag,
    legacy_tokens_enabled: Flag,
    api_keys_enabled: Flag,
    admin_token_enabled: Flag,
    public_demo: Flag,
    session_scope: nullable(oneOf('read', 'write', 'admin')),
    session_source: nullable(oneOf('legacy', 'api_key', 'admin_token', 'anonymous')),
    session_can_write: Flag,
    session_admin_authenticated: Flag,
    accepted_headers: Type.Array(Text),
    read_only_methods: Type.Array(Text),
  },
  { title: 'DiagnosticsAuthSummary' },
)

const Guards = Type.Object(
  {
    security_headers_enabled: Flag,
    rate_limit_enabled: Flag,
    rate_limit_requests: Count,
    rate_limit_window_seconds: Count,
    auth_failure_limit: Count,
    auth_failure_window_seconds: Count,
    max_request_body_bytes: Count,
    max_workspace_body_bytes: Count,
    max_slack_body_bytes: Count,
    slack_rate_limit_requests: Count,
    compute_admission_enabled: Flag,
    compute_max_heavy_concurrent: Count,
  },
  { title: 'DiagnosticsGuardsSummary' },
)

const Network = Type.Object(
  {
    direct_peer: MaybeText,
    forwarded_for_chain: Type.Array(Text),
    trusted_proxy_hops: Count,
    trusted_proxies: nullable(Type.Array(Text)),
    resolved_client: Text,
    resolved_from: oneOf('forwarded_header', 'direct_peer'),
  },
  { title: 'DiagnosticsNetworkSummary' },
)

const Runtime = Type.Object(
  {
    total_requests: Count,
    success_responses: Count,
    client_error_responses: Count,
    server_error_responses: Count,
    auth_rejections: Count,
    rate_limited_responses: Count,
    request_body_rejections: Count,
    compute_capacity_rejections: Count,
    last_request_at: MaybeText,
    last_error_at: MaybeText,
    last_error_code: MaybeText,
    process_time_ms_count: Count,
    process_time_ms_avg: MaybeNumber,
    process_time_ms_max: MaybeNumber,
    error_rate: Type.Number(),
  },
  { title: 'DiagnosticsRuntimeSummary' },
)

const Webhooks = Type.Object(
  { pending: Count, retrying: Count, delivered: Count, failed: Count, oldest_due_age_seconds: MaybeNumber },
  { title: 'DiagnosticsWebhooksSummary' },
)

const Topology = Type.Object(
  {
    supported: oneOf('single_instance', 'several_instances'),
    rate_limit_state: oneOf('in_process', 'postgres'),
    runtime_counters_scope: oneOf('process'),
    notes: Text,
  },
  { title: 'DiagnosticsTopologySummary' },
)

const Retention = Type.Object(
  {
    exposures_days: Count,
    conversions_days: Count,
    audit_days: Count,
    webhook_deliveries_days: Count,
    auto_purge_enabled: Flag,
    notes: Text,
  },
  { title: 'DiagnosticsRetentionSummary' },
)

export const DiagnosticsResponse = Type.Object(
  {
    status: Text,
    generated_at: Text,
    started_at: Text,
    uptime_seconds: Type.Number(),
    environment: Text,
    app_version: Text,
    app_git_sha: Text,
    request_timing_headers_enabled: Flag,
    storage: Storage,
    frontend: Frontend,
    llm: Llm,
    logging: Type.Object({ level: Text, format: Text }, { title: 'DiagnosticsLoggingSummary' }),
    auth: Auth,
    guards: Guards,
    network: Network,
    runtime: Runtime,
    webhooks: Webhooks,
    topology: Topology,
    retention: Retention,
  },
  { title: 'DiagnosticsResponse' },
)
