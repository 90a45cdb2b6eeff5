import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDatabase } from './config-database.ts'
import {
  ConfigError,
  type Environment,
  flag,
  list,
  oneOf,
  positive,
  secret,
  text,
  wholeNumber,
} from './config-readers.ts'
import { checkReserved } from './config-reserved.ts'
import { isAddressOrNetwork } from './http/client-address.ts'
import type { RateLimit } from './http/rate-limiter.ts'
import type { AdmissionSettings } from './jobs/admission.ts'

export const VERSION = '0.1.0'

// The same from src and from dist.
const BUILT_WEB = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Everything the environment decides; read once, at start. */
export type Config = ReturnType<typeof readConfig>

/** Reads and checks every AB_* variable. Throws a ConfigError that names the variable at fault. */
export function readConfig(env: Environment) {
  const environment = text(env, 'AB_ENV', 'local')
  const isProduction = ['production', 'prod'].includes(environment)
  const config = {
    appName: text(env, 'AB_APP_NAME', 'Verdict API'),
    appVersion: text(env, 'AB_APP_VERSION', VERSION),
    buildSha: text(env, 'AB_BUILD_SHA', 'unknown'),
    environment,
    isProduction,
    host: text(env, 'AB_HOST', '127.0.0.1'),
    port: wholeNumber(env, 'AB_PORT', 8008, { min: 0, max: 65_535 }),
    logLevel: oneOf(env, 'AB_LOG_LEVEL', 'INFO', ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL']),
    logFormat: oneOf(env, 'AB_LOG_FORMAT', 'plain', ['plain', 'json']),
    serveFrontend: flag(env, 'AB_SERVE_FRONTEND_DIST', true),
    frontendDistPath: resolve(text(env, 'AB_FRONTEND_DIST_PATH', BUILT_WEB)),
    storage: readStorage(env, isProduction),
    secretKeys: readSecretKeys(env),
    workspaceSigningKey: secret(env, 'AB_WORKSPACE_SIGNING_KEY', 16),
    slack: readSlack(env),
    auth: readAuth(env, isProduction),
    cors: readCors(env),
    limits: readLimits(env),
    compute: readCompute(env),
    retention: readRetention(env),
    proxies: readProxies(env),
  }
  checkReserved(env)
  requireAuthInProduction(env, config)
  return config
}

function readStorage(env: Environment, isProduction: boolean) {
  const dataDir = resolve(text(env, 'AB_DATA_DIR', './data'))
  const { databasePath, postgres } = readDatabase(env, isProduction)
  return {
    dataDir,
    databasePath: resolve(dataDir, databasePath),
    postgres,
    eventsPath: resolve(dataDir, text(env, 'AB_EVENTS_PATH', 'events.duckdb')),
    clickhouse: readClickHouse(env),
    sqliteBusyTimeoutMs: wholeNumber(env, 'AB_SQLITE_BUSY_TIMEOUT_MS', 5000, { min: 1 }),
    sqliteJournalMode: oneOf(env, 'AB_SQLITE_JOURNAL_MODE', 'WAL', [
      'DELETE',
      'TRUNCATE',
      'PERSIST',
      'MEMORY',
      'WAL',
      'OFF',
    ]),
    sqliteSynchronous: oneOf(env, 'AB_SQLITE_SYNCHRONOUS', 'FULL', ['OFF', 'NORMAL', 'FULL', 'EXTRA']),
  }
}

/** Null: events go into the DuckDB file. The address may hold a password, so no message repeats it. */
function readClickHouse(env: Environment) {
  const url = text(env, 'AB_CLICKHOUSE_URL', '')
  const cluster = text(env, 'AB_CLICKHOUSE_CLUSTER', '') || null
  if (url === '') {
    if (cluster !== null) throw new ConfigError('AB_CLICKHOUSE_CLUSTER', 'set AB_CLICKHOUSE_URL with it')
    return null
  }
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new ConfigError('AB_CLICKHOUSE_URL', 'write http://USER:PASSWORD@HOST:8123, or https')
  }
  const database = text(env, 'AB_CLICKHOUSE_DATABASE', 'verdict')
  for (const [variable, name] of [
    ['AB_CLICKHOUSE_DATABASE', database],
    ['AB_CLICKHOUSE_CLUSTER', cluster ?? 'none'],
  ] as const) {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new ConfigError(variable, 'letters, digits and _ only, no digit first')
  }
  return { url, database, cluster }
}

/** Null unless all three of Slack's own values are set. */
function readSlack(env: Environment) {
  const [clientId, clientSecret, signingSecret] = ['CLIENT_ID', 'CLIENT_SECRET', 'SIGNING_SECRET'].map(
    name => text(env, `AB_SLACK_${name}`, '') || null,
  )
  const baseUrl = text(env, 'AB_SLACK_BASE_URL', 'https://slack.com').replace(/\/+$/, '')
  if (!URL.canParse(baseUrl)) throw new ConfigError('AB_SLACK_BASE_URL', 'write https://HOST')
  if (!clientId || !clientSecret || !signingSecret) return null
  return {
    clientId,
    clientSecret,
    signingSecret,
    baseUrl,
    reviewChannel: text(env, 'AB_SLACK_REVIEW_CHANNEL', '') || null,
  }
}

/** The newest first; none: a key file in the data folder. */
function readSecretKeys(env: Environment): readonly string[] {
  const keys = list(env, 'AB_SECRETS_KEY', '')
  if (keys.some(key => key.length < 16)) throw new ConfigError('AB_SECRETS_KEY', 'a key needs 16 characters or more')
  return keys
}

function readAuth(env: Environment, isProduction: boolean) {
  const shortest = isProduction ? 24 : 8
  return {
    writeToken: secret(env, 'AB_API_TOKEN', shortest),
    readToken: secret(env, 'AB_READONLY_API_TOKEN', shortest),
    adminToken: secret(env, 'AB_ADMIN_TOKEN', shortest),
    publicDemo: flag(env, 'AB_PUBLIC_DEMO', false),
  }
}

function readCors(env: Environment) {
  return {
    origins: list(env, 'AB_CORS_ORIGINS', 'http://127.0.0.1:5173,http://localhost:5173'),
    methods: list(env, 'AB_CORS_METHODS', 'GET,POST,PUT,PATCH,DELETE,OPTIONS'),
    headers: [
      ...list(env, 'AB_CORS_HEADERS', 'Accept,Content-Type'),
      ...['Authorization', 'X-API-Key', 'X-Request-ID', 'If-Match', 'If-None-Match', 'Accept-Language', 'Prefer'],
      'Idempotency-Key',
    ],
  }
}

function readLimits(env: Environment) {
  return {
    isEnabled: flag(env, 'AB_RATE_LIMIT_ENABLED', true),
    general: rateLimit(env, 'AB_RATE_LIMIT', 240),
    heavy: rateLimit(env, 'AB_HEAVY_RATE_LIMIT', 30),
    authFailures: {
      requests: wholeNumber(env, 'AB_AUTH_FAILURE_LIMIT', 20, { min: 1 }),
      windowSeconds: wholeNumber(env, 'AB_AUTH_FAILURE_WINDOW_SECONDS', 60, { min: 1 }),
    },
    events: {
      requests: wholeNumber(env, 'AB_EVENT_RATE_LIMIT_REQUESTS', 0, { min: 0 }),
      windowSeconds: wholeNumber(env, 'AB_EVENT_RATE_LIMIT_WINDOW_SECONDS', 60, { min: 1 }),
    },
    maxRequestBodyBytes: wholeNumber(env, 'AB_MAX_REQUEST_BODY_BYTES', 1_048_576, { min: 1024 }),
    maxComputeBodyBytes: wholeNumber(env, 'AB_MAX_COMPUTE_BODY_BYTES', 16_777_216, { min: 1024 }),
    maxWorkspaceBodyBytes: workspaceBodyBytes(env),
    maxSlackBodyBytes: wholeNumber(env, 'AB_MAX_SLACK_BODY_BYTES', 65_536, { min: 1024 }),
    slack: rateLimit(env, 'AB_SLACK_RATE_LIMIT', 60),
    slackSignatures: {
      requests: wholeNumber(env, 'AB_SLACK_INVALID_SIGNATURE_LIMIT', 20, { min: 1 }),
      windowSeconds: wholeNumber(env, 'AB_SLACK_INVALID_SIGNATURE_WINDOW_SECONDS', 60, { min: 1 }),
    },
    bulkIdleSeconds: wholeNumber(env, 'AB_BULK_IDLE_SECONDS', 30, { min: 1, max: 3600 }),
    bulkQueueWaitSeconds: wholeNumber(env, 'AB_BULK_QUEUE_WAIT_SECONDS', 30, { min: 1, max: 3600 }),
  }
}

/** Never below the general limit. */
function workspaceBodyBytes(env: Environment): number {
  const general = wholeNumber(env, 'AB_MAX_REQUEST_BODY_BYTES', 1_048_576, { min: 1024 })
  return wholeNumber(env, 'AB_MAX_WORKSPACE_BODY_BYTES', Math.max(8_388_608, general), { min: general })
}

function readCompute(env: Environment): AdmissionSettings {
  return {
    isEnabled: flag(env, 'AB_COMPUTE_ADMISSION_ENABLED', true),
    maxHeavyConcurrent: wholeNumber(env, 'AB_COMPUTE_MAX_HEAVY_CONCURRENT', 2, { min: 1 }),
    maxCheapConcurrent: wholeNumber(env, 'AB_COMPUTE_MAX_CHEAP_CONCURRENT', 32, { min: 1 }),
    maxUnitsInFlight: wholeNumber(env, 'AB_COMPUTE_MAX_COST_UNITS_IN_FLIGHT', 250, { min: 1 }),
    acquireTimeoutMs: wholeNumber(env, 'AB_COMPUTE_ACQUIRE_TIMEOUT_MS', 50, { min: 0 }),
    retryAfterSeconds: wholeNumber(env, 'AB_COMPUTE_RETRY_AFTER_SECONDS', 2, { min: 1 }),
  }
}

/** 0 keeps for ever. */
function readRetention(env: Environment) {
  return {
    exposuresDays: wholeNumber(env, 'AB_RETENTION_EXPOSURES_DAYS', 0, { min: 0 }),
    conversionsDays: wholeNumber(env, 'AB_RETENTION_CONVERSIONS_DAYS', 0, { min: 0 }),
    auditDays: wholeNumber(env, 'AB_RETENTION_AUDIT_DAYS', 0, { min: 0 }),
    webhookDeliveriesDays: wholeNumber(env, 'AB_RETENTION_WEBHOOK_DELIVERIES_DAYS', 0, { min: 0 }),
  }
}

function rateLimit(env: Environment, prefix: string, requests: number): RateLimit {
  return {
    requests: wholeNumber(env, `${prefix}_REQUESTS`, requests, { min: 1 }),
    windowSeconds: positive(env, `${prefix}_WINDOW_SECONDS`, 60),
  }
}

function readProxies(env: Environment) {
  const hops = wholeNumber(env, 'AB_TRUSTED_PROXY_HOPS', 0, { min: 0 })
  const proxies = list(env, 'AB_TRUSTED_PROXIES', '')
  const wrong = proxies.find(proxy => !isAddressOrNetwork(proxy))
  if (wrong !== undefined) throw new ConfigError('AB_TRUSTED_PROXIES', `"${wrong}" is no IP address or network`)
  if (proxies.length > 0 && hops === 0) {
    throw new ConfigError('AB_TRUSTED_PROXIES', 'set AB_TRUSTED_PROXY_HOPS to 1 or more with it')
  }
  return { hops, proxies }
}

function requireAuthInProduction(
  env: Environment,
  config: { readonly isProduction: boolean; readonly auth: { writeToken: string | null; adminToken: string | null } },
): void {
  if (!config.isProduction || flag(env, 'AB_ALLOW_INSECURE_PRODUCTION', false)) return
  if (config.auth.writeToken === null && config.auth.adminToken === null) {
    throw new ConfigError('AB_API_TOKEN', 'production needs AB_API_TOKEN or AB_ADMIN_TOKEN')
  }
}
