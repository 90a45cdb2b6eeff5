import { ConfigError, type Environment, wholeNumber } from './config-readers.ts'
import {
  asFlag,
  asLeftBehind,
  asList,
  asOneOf,
  asPositive,
  asSecret,
  asText,
  asToken,
  asWhole,
  type Setting,
  type SettingValues,
} from './setting-kinds.ts'

export const VERSION = '0.1.0'

const SERVER = {
  AB_ENV: asText('local', 'What kind of installation this is', 'production or prod turn on the rules of production'),
  AB_HOST: asText('127.0.0.1', 'The address to listen on'),
  AB_PORT: asWhole(8008, { min: 0, max: 65_535 }, 'The port to listen on; 0 takes a free one'),
  AB_APP_NAME: asText('Verdict API', 'What `/health` and the API document call the server'),
  AB_APP_VERSION: asText(VERSION, 'The version that `/health` says'),
  AB_BUILD_SHA: asText('unknown', 'The commit that `/health` says'),
  AB_SERVE_FRONTEND_DIST: asFlag(true, 'Whether the web UI is served'),
  AB_FRONTEND_DIST_PATH: asText('', 'Where the built web UI is; unset: beside the server', 'folder'),
  AB_LOG_LEVEL: asOneOf(
    'INFO',
    ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'],
    'INFO logs refused requests, DEBUG each one',
  ),
  AB_LOG_FORMAT: asOneOf('plain', ['plain', 'json'], 'Lines for a terminal, or for machines'),
  AB_SEED_DEMO_ON_STARTUP: asFlag(
    false,
    'Makes the four demo projects at start; `npm start -- --seed-demo` is the same',
  ),
}

const STORAGE = {
  AB_DATA_DIR: asText('./data', 'Where both databases are', 'folder'),
  AB_DB_PATH: asText('projects.sqlite3', 'The control plane; in the data folder, or absolute', 'file'),
  AB_DATABASE_URL: asText(
    '',
    'The control plane by its URL; wins over AB_DB_PATH',
    'sqlite:///PATH, or postgres://USER:PASSWORD@HOST:5432/DATABASE; production needs the second',
  ),
  AB_DB_POOL_SIZE: asWhole(
    10,
    { min: 1, max: 1000 },
    'Connections to PostgreSQL, and as many again for write leases when events lie in ClickHouse',
  ),
  AB_EVENTS_PATH: asText('events.duckdb', 'The events; in the data folder, or absolute', 'file'),
  AB_CLICKHOUSE_URL: asText(
    '',
    'Events go to ClickHouse and not into the file',
    'http://USER:PASSWORD@HOST:8123, or https',
  ),
  AB_CLICKHOUSE_DATABASE: asText('verdict', 'Made at the first start', 'letters, digits and _'),
  AB_CLICKHOUSE_CLUSTER: asText('', 'A cluster of the ClickHouse configuration, with Keeper', 'letters, digits and _'),
  AB_SQLITE_SYNCHRONOUS: asOneOf('FULL', ['OFF', 'NORMAL', 'FULL', 'EXTRA'], 'FULL syncs each commit to disk'),
  AB_SQLITE_JOURNAL_MODE: asOneOf(
    'WAL',
    ['DELETE', 'TRUNCATE', 'PERSIST', 'MEMORY', 'WAL', 'OFF'],
    'The journal of SQLite',
  ),
  AB_SQLITE_BUSY_TIMEOUT_MS: asWhole(5000, { min: 1 }, 'How long a locked database is waited for'),
  AB_WORKSPACE_SIGNING_KEY: asSecret(16, 'Signs decision records and exports; only signed bundles are then imported'),
  AB_SECRETS_KEY: asSecret(
    16,
    'Encrypts webhook secrets and Slack tokens; unset: a key file in the data folder. NEW,OLD rotates; several servers need the same',
  ),
}

const ACCESS = {
  AB_API_TOKEN: asToken('A shared token that may write'),
  AB_READONLY_API_TOKEN: asToken('A shared token that may read'),
  AB_ADMIN_TOKEN: asToken('May do everything; keys and webhooks are for this one alone'),
  AB_PUBLIC_DEMO: asFlag(false, 'Anybody may read, but for the audit log and the workspace'),
  AB_ALLOW_INSECURE_PRODUCTION: asFlag(false, 'Production starts without a token or a write key'),
  AB_CORS_ORIGINS: asList('http://127.0.0.1:5173,http://localhost:5173', 'Other origins whose pages may call'),
  AB_CORS_METHODS: asList('GET,POST,PUT,PATCH,DELETE,OPTIONS', 'Methods that they may use'),
  AB_CORS_HEADERS: asList('Accept,Content-Type', 'Headers that they may send, beside those that the API reads'),
  AB_TRUSTED_PROXY_HOPS: asWhole(0, { min: 0 }, 'How many entries of X-Forwarded-For our own proxies wrote'),
  AB_TRUSTED_PROXIES: asList('', 'Whose X-Forwarded-For is believed; wants AB_TRUSTED_PROXY_HOPS'),
}

const LIMITS = {
  AB_RATE_LIMIT_ENABLED: asFlag(true, 'Whether any of these rates is limited'),
  AB_RATE_LIMIT_REQUESTS: asWhole(240, { min: 1 }, 'Calls of a client in a window'),
  AB_RATE_LIMIT_WINDOW_SECONDS: asWhole(60, { min: 1 }, 'The window'),
  AB_HEAVY_RATE_LIMIT_REQUESTS: asWhole(30, { min: 1 }, 'Calls that compute long, counted beside the others'),
  AB_HEAVY_RATE_LIMIT_WINDOW_SECONDS: asWhole(60, { min: 1 }, 'Their window'),
  AB_EVENT_RATE_LIMIT_REQUESTS: asWhole(0, { min: 0 }, 'Calls with events and for assignment; 0 is no limit'),
  AB_EVENT_RATE_LIMIT_WINDOW_SECONDS: asWhole(60, { min: 1 }, 'Their window'),
  AB_AUTH_FAILURE_LIMIT: asWhole(20, { min: 1 }, 'Refused credentials of a client in a window'),
  AB_AUTH_FAILURE_WINDOW_SECONDS: asWhole(60, { min: 1 }, 'Their window'),
  AB_MAX_REQUEST_BODY_BYTES: asWhole(1_048_576, { min: 1024 }, 'The largest body'),
  AB_MAX_COMPUTE_BODY_BYTES: asWhole(16_777_216, { min: 1024 }, 'The same for `/results*`, which take raw values'),
  AB_MAX_WORKSPACE_BODY_BYTES: workspaceBody(),
  AB_BULK_IDLE_SECONDS: asWhole(
    30,
    { min: 1, max: 3600 },
    'An NDJSON body that brings less than 16 KiB in so much waiting is given up (408)',
  ),
  AB_BULK_QUEUE_WAIT_SECONDS: asWhole(
    30,
    { min: 1, max: 3600 },
    'How long an NDJSON body waits for room in the event queue before 503',
  ),
}

const COMPUTE = {
  AB_COMPUTE_ADMISSION_ENABLED: asFlag(true, 'Whether computations are limited'),
  AB_COMPUTE_MAX_HEAVY_CONCURRENT: asWhole(2, { min: 1 }, 'Computations of 80 ms or more at a time'),
  AB_COMPUTE_MAX_CHEAP_CONCURRENT: asWhole(32, { min: 1 }, 'Others at a time'),
  AB_COMPUTE_MAX_COST_UNITS_IN_FLIGHT: asWhole(250, { min: 1 }, 'One unit is 10 ms of one core'),
  AB_COMPUTE_ACQUIRE_TIMEOUT_MS: asWhole(50, { min: 0 }, 'How long a place is waited for'),
  AB_COMPUTE_RETRY_AFTER_SECONDS: asWhole(2, { min: 1 }, 'When to come back after a 429'),
}

const RETENTION = {
  AB_RETENTION_EXPOSURES_DAYS: asWhole(0, { min: 0 }, 'Exposures of archived experiments; 0 keeps'),
  AB_RETENTION_CONVERSIONS_DAYS: asWhole(0, { min: 0 }, 'Their conversions; 0 keeps'),
  AB_RETENTION_AUDIT_DAYS: asWhole(0, { min: 0 }, 'Entries of the audit log; 0 keeps'),
  AB_RETENTION_WEBHOOK_DELIVERIES_DAYS: asWhole(0, { min: 0 }, 'Deliveries of webhooks; 0 keeps'),
}

const LANGUAGE_MODELS = {
  AB_LLM_BASE_URL: asText('http://localhost:8001', 'The local orchestrator', 'URL'),
  AB_LLM_TIMEOUT_SECONDS: asPositive(60, 'How long an answer is waited for'),
  AB_LLM_MAX_ATTEMPTS: asWhole(3, { min: 1 }, 'How often a call is tried'),
  AB_LLM_INITIAL_BACKOFF_SECONDS: asPositive(0.1, 'The first pause between tries'),
  AB_LLM_BACKOFF_MULTIPLIER: atLeastOne(),
  AB_MISTRAL_API_KEY: asSecret(1, 'Makes Mistral available'),
  AB_MISTRAL_MODEL: asText('mistral-small-latest', 'The model of Mistral'),
  AB_OPENAI_MODEL: asText('gpt-5.6-luna', 'The model of OpenAI'),
  AB_OPENAI_BASE_URL: asText('https://api.openai.com/v1', 'OpenAI, or a proxy before it', 'URL'),
  AB_ANTHROPIC_BASE_URL: asText('https://api.anthropic.com', 'Anthropic, or a proxy before it', 'URL'),
  AB_MISTRAL_BASE_URL: asText('https://api.mistral.ai/v1', 'Mistral, or a proxy before it', 'URL'),
}

const SLACK = {
  AB_SLACK_CLIENT_ID: asText('', 'All three make Slack available'),
  AB_SLACK_CLIENT_SECRET: asSecret(1, 'As Slack gives it'),
  AB_SLACK_SIGNING_SECRET: asSecret(1, 'As Slack gives it'),
  AB_SLACK_BASE_URL: asText('https://slack.com', 'Slack, or a proxy before it', 'URL'),
  AB_SLACK_REVIEW_CHANNEL: asText('', 'Where reviews are asked for'),
  AB_SLACK_RATE_LIMIT_REQUESTS: asWhole(60, { min: 1 }, 'Calls by Slack in a window'),
  AB_SLACK_RATE_LIMIT_WINDOW_SECONDS: asWhole(60, { min: 1 }, 'The window'),
  AB_SLACK_INVALID_SIGNATURE_LIMIT: asWhole(20, { min: 1 }, 'Wrong signatures in a window'),
  AB_SLACK_INVALID_SIGNATURE_WINDOW_SECONDS: asWhole(60, { min: 1 }, 'Their window'),
  AB_MAX_SLACK_BODY_BYTES: asWhole(65_536, { min: 1024 }, 'The largest body that Slack may send'),
}

const NOT_CARRIED_OVER = {
  AB_HF_SNAPSHOT_REPO: asLeftBehind('Snapshots to a hub: back up the data folder instead'),
  AB_HF_TOKEN: asLeftBehind('As above'),
  AB_HF_SNAPSHOT_INTERVAL_SECONDS: asLeftBehind('As above'),
}

/** Every variable by what it is about, in the order of the documentation. */
export const SETTING_GROUPS: Readonly<Record<string, Readonly<Record<string, Setting<unknown>>>>> = {
  Server: SERVER,
  Storage: STORAGE,
  Access: ACCESS,
  Limits: LIMITS,
  Computations: COMPUTE,
  Retention: RETENTION,
  'Language models': LANGUAGE_MODELS,
  Slack: SLACK,
  'Not carried over': NOT_CARRIED_OVER,
}

const SETTINGS = {
  ...{ ...SERVER, ...STORAGE, ...ACCESS, ...LIMITS, ...COMPUTE, ...RETENTION },
  ...{ ...LANGUAGE_MODELS, ...SLACK, ...NOT_CARRIED_OVER },
}

export type Settings = SettingValues<typeof SETTINGS>

/** Reads and checks every variable by itself. */
export function readSettings(env: Environment): Settings {
  const entries = Object.entries<Setting<unknown>>(SETTINGS)
  return Object.fromEntries(entries.map(([variable, setting]) => [variable, setting.read(env, variable)])) as Settings
}

/** The variables that are set and mean nothing here. */
export function leftBehind(settings: Settings): readonly string[] {
  return Object.keys(NOT_CARRIED_OVER).filter(variable => settings[variable as keyof typeof NOT_CARRIED_OVER])
}

/** Never below the general limit. */
function workspaceBody(): Setting<number> {
  const plain = asWhole(8_388_608, { min: 1024 }, 'The same for workspace bundles')
  return {
    ...plain,
    rule: 'whole, AB_MAX_REQUEST_BODY_BYTES or more',
    read(env, variable) {
      const general = wholeNumber(env, 'AB_MAX_REQUEST_BODY_BYTES', 1_048_576, { min: 1024 })
      return wholeNumber(env, variable, Math.max(8_388_608, general), { min: general })
    },
  }
}

function atLeastOne(): Setting<number> {
  const plain = asPositive(2, 'Each pause is so many times the one before')
  return {
    ...plain,
    rule: '1 or more',
    read(env, variable) {
      const value = plain.read(env, variable)
      if (value < 1) throw new ConfigError(variable, `${value} is below 1`)
      return value
    },
  }
}
