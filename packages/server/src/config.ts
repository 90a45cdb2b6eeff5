import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDatabase } from './config-database.ts'
import { ConfigError, type Environment } from './config-readers.ts'
import { isAddressOrNetwork } from './http/client-address.ts'
import type { AdmissionSettings } from './jobs/admission.ts'
import { isProduction } from './setting-kinds.ts'
import { leftBehind, readSettings, type Settings } from './settings.ts'

export { VERSION } from './settings.ts'

// The same from src and from dist.
const BUILT_WEB = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Everything the environment decides; read once, at start. */
export type Config = ReturnType<typeof readConfig>

/** Reads and checks every AB_* variable. Throws a ConfigError that names the variable at fault. */
export function readConfig(env: Environment) {
  const given = readSettings(env)
  return {
    appName: given.AB_APP_NAME,
    appVersion: given.AB_APP_VERSION,
    buildSha: given.AB_BUILD_SHA,
    environment: given.AB_ENV,
    isProduction: isProduction(env),
    host: given.AB_HOST,
    port: given.AB_PORT,
    logLevel: given.AB_LOG_LEVEL,
    logFormat: given.AB_LOG_FORMAT,
    seedDemo: given.AB_SEED_DEMO_ON_STARTUP,
    serveFrontend: given.AB_SERVE_FRONTEND_DIST,
    frontendDistPath: resolve(given.AB_FRONTEND_DIST_PATH || BUILT_WEB),
    storage: readStorage(env, given),
    auth: readAuth(given),
    allowInsecureProduction: given.AB_ALLOW_INSECURE_PRODUCTION,
    cors: readCors(given),
    limits: readLimits(given),
    compute: readCompute(given),
    retention: readRetention(given),
    proxies: readProxies(given),
    models: readModels(given),
    slack: readSlack(given),
    secretKeys: readSecretKeys(given),
    workspaceSigningKey: given.AB_WORKSPACE_SIGNING_KEY,
    leftBehind: leftBehind(given),
  }
}

function readStorage(env: Environment, given: Settings) {
  const dataDir = resolve(given.AB_DATA_DIR)
  const { databasePath, postgres } = readDatabase(given, isProduction(env))
  return {
    dataDir,
    databasePath: resolve(dataDir, databasePath),
    postgres,
    eventsPath: resolve(dataDir, given.AB_EVENTS_PATH),
    clickhouse: readClickHouse(given),
    sqliteBusyTimeoutMs: given.AB_SQLITE_BUSY_TIMEOUT_MS,
    sqliteJournalMode: given.AB_SQLITE_JOURNAL_MODE,
    sqliteSynchronous: given.AB_SQLITE_SYNCHRONOUS,
  }
}

/** Null: events go into the DuckDB file. The address may hold a password, so no message repeats it. */
function readClickHouse(given: Settings) {
  const url = given.AB_CLICKHOUSE_URL
  const cluster = given.AB_CLICKHOUSE_CLUSTER || null
  if (url === '') {
    if (cluster !== null) throw new ConfigError('AB_CLICKHOUSE_CLUSTER', 'set AB_CLICKHOUSE_URL with it')
    return null
  }
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new ConfigError('AB_CLICKHOUSE_URL', 'write http://USER:PASSWORD@HOST:8123, or https')
  }
  const database = given.AB_CLICKHOUSE_DATABASE
  for (const [variable, name] of [
    ['AB_CLICKHOUSE_DATABASE', database],
    ['AB_CLICKHOUSE_CLUSTER', cluster ?? 'none'],
  ] as const) {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new ConfigError(variable, 'letters, digits and _ only, no digit first')
  }
  return { url, database, cluster }
}

function readAuth(given: Settings) {
  return {
    writeToken: given.AB_API_TOKEN,
    readToken: given.AB_READONLY_API_TOKEN,
    adminToken: given.AB_ADMIN_TOKEN,
    publicDemo: given.AB_PUBLIC_DEMO,
  }
}

function readCors(given: Settings) {
  return {
    origins: given.AB_CORS_ORIGINS,
    methods: given.AB_CORS_METHODS,
    headers: [
      ...given.AB_CORS_HEADERS,
      ...['Authorization', 'X-API-Key', 'X-Request-ID', 'X-AB-LLM-Provider', 'X-AB-LLM-Token', 'Accept-Language'],
      ...['Idempotency-Key', 'If-Match', 'If-None-Match', 'Prefer'],
    ],
  }
}

function readLimits(given: Settings) {
  return {
    isEnabled: given.AB_RATE_LIMIT_ENABLED,
    general: { requests: given.AB_RATE_LIMIT_REQUESTS, windowSeconds: given.AB_RATE_LIMIT_WINDOW_SECONDS },
    heavy: {
      requests: given.AB_HEAVY_RATE_LIMIT_REQUESTS,
      windowSeconds: given.AB_HEAVY_RATE_LIMIT_WINDOW_SECONDS,
    },
    authFailures: { requests: given.AB_AUTH_FAILURE_LIMIT, windowSeconds: given.AB_AUTH_FAILURE_WINDOW_SECONDS },
    events: {
      requests: given.AB_EVENT_RATE_LIMIT_REQUESTS,
      windowSeconds: given.AB_EVENT_RATE_LIMIT_WINDOW_SECONDS,
    },
    maxRequestBodyBytes: given.AB_MAX_REQUEST_BODY_BYTES,
    maxComputeBodyBytes: given.AB_MAX_COMPUTE_BODY_BYTES,
    maxWorkspaceBodyBytes: given.AB_MAX_WORKSPACE_BODY_BYTES,
    maxSlackBodyBytes: given.AB_MAX_SLACK_BODY_BYTES,
    slack: { requests: given.AB_SLACK_RATE_LIMIT_REQUESTS, windowSeconds: given.AB_SLACK_RATE_LIMIT_WINDOW_SECONDS },
    slackSignatures: {
      requests: given.AB_SLACK_INVALID_SIGNATURE_LIMIT,
      windowSeconds: given.AB_SLACK_INVALID_SIGNATURE_WINDOW_SECONDS,
    },
    bulkIdleSeconds: given.AB_BULK_IDLE_SECONDS,
    bulkQueueWaitSeconds: given.AB_BULK_QUEUE_WAIT_SECONDS,
  }
}

function readCompute(given: Settings): AdmissionSettings {
  return {
    isEnabled: given.AB_COMPUTE_ADMISSION_ENABLED,
    maxHeavyConcurrent: given.AB_COMPUTE_MAX_HEAVY_CONCURRENT,
    maxCheapConcurrent: given.AB_COMPUTE_MAX_CHEAP_CONCURRENT,
    maxUnitsInFlight: given.AB_COMPUTE_MAX_COST_UNITS_IN_FLIGHT,
    acquireTimeoutMs: given.AB_COMPUTE_ACQUIRE_TIMEOUT_MS,
    retryAfterSeconds: given.AB_COMPUTE_RETRY_AFTER_SECONDS,
  }
}

/** 0 keeps for ever. */
function readRetention(given: Settings) {
  return {
    exposuresDays: given.AB_RETENTION_EXPOSURES_DAYS,
    conversionsDays: given.AB_RETENTION_CONVERSIONS_DAYS,
    auditDays: given.AB_RETENTION_AUDIT_DAYS,
    webhookDeliveriesDays: given.AB_RETENTION_WEBHOOK_DELIVERIES_DAYS,
  }
}

function readProxies(given: Settings) {
  const [hops, proxies] = [given.AB_TRUSTED_PROXY_HOPS, given.AB_TRUSTED_PROXIES]
  const wrong = proxies.find(proxy => !isAddressOrNetwork(proxy))
  if (wrong !== undefined) throw new ConfigError('AB_TRUSTED_PROXIES', `"${wrong}" is no IP address or network`)
  if (proxies.length > 0 && hops === 0) {
    throw new ConfigError('AB_TRUSTED_PROXIES', 'set AB_TRUSTED_PROXY_HOPS to 1 or more with it')
  }
  return { hops, proxies }
}

function readModels(given: Settings) {
  return {
    baseUrl: address('AB_LLM_BASE_URL', given),
    timeoutSeconds: given.AB_LLM_TIMEOUT_SECONDS,
    maxAttempts: given.AB_LLM_MAX_ATTEMPTS,
    initialBackoffSeconds: given.AB_LLM_INITIAL_BACKOFF_SECONDS,
    backoffMultiplier: given.AB_LLM_BACKOFF_MULTIPLIER,
    openaiModel: given.AB_OPENAI_MODEL,
    mistralModel: given.AB_MISTRAL_MODEL,
    mistralKey: given.AB_MISTRAL_API_KEY,
    openaiUrl: address('AB_OPENAI_BASE_URL', given),
    anthropicUrl: address('AB_ANTHROPIC_BASE_URL', given),
    mistralUrl: address('AB_MISTRAL_BASE_URL', given),
  }
}

/** Null unless all three of Slack's own values are set. */
function readSlack(given: Settings) {
  const [clientId, clientSecret] = [given.AB_SLACK_CLIENT_ID, given.AB_SLACK_CLIENT_SECRET]
  const signingSecret = given.AB_SLACK_SIGNING_SECRET
  const baseUrl = address('AB_SLACK_BASE_URL', given)
  if (clientId === '' || clientSecret === null || signingSecret === null) return null
  return { clientId, clientSecret, signingSecret, baseUrl, reviewChannel: given.AB_SLACK_REVIEW_CHANNEL || null }
}

/** The newest first; none: a key file in the data folder. */
function readSecretKeys(given: Settings): readonly string[] {
  const keys = (given.AB_SECRETS_KEY ?? '').split(',').map(key => key.trim())
  const some = keys.filter(key => key !== '')
  if (some.some(key => key.length < 16)) throw new ConfigError('AB_SECRETS_KEY', 'a key needs 16 characters or more')
  return some
}

type AddressSetting =
  | 'AB_LLM_BASE_URL'
  | 'AB_OPENAI_BASE_URL'
  | 'AB_ANTHROPIC_BASE_URL'
  | 'AB_MISTRAL_BASE_URL'
  | 'AB_SLACK_BASE_URL'

/** Without a slash at its end. */
function address(variable: AddressSetting, given: Settings): string {
  const url = given[variable].replace(/\/+$/, '')
  if (/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) return url
  throw new ConfigError(variable, 'write https://HOST')
}

/** Throws when production would let anybody write; a stored key that may write is enough. */
export function requireAuthInProduction(
  config: Pick<Config, 'isProduction' | 'allowInsecureProduction' | 'auth'>,
  hasWriteKey: boolean,
): void {
  if (!config.isProduction || config.allowInsecureProduction || hasWriteKey) return
  if (config.auth.writeToken === null && config.auth.adminToken === null) {
    throw new ConfigError('AB_API_TOKEN', 'production needs AB_API_TOKEN, AB_ADMIN_TOKEN or an API key that may write')
  }
}
