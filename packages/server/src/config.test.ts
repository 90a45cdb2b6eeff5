import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, requireAuthInProduction, VERSION } from './config.ts'
import { SETTING_GROUPS } from './settings.ts'

const CONTRACT = `
  APP_NAME APP_VERSION BUILD_SHA ENV HOST PORT DATABASE_URL DB_POOL_SIZE DB_PATH CORS_ORIGINS CORS_METHODS CORS_HEADERS
  FRONTEND_DIST_PATH SERVE_FRONTEND_DIST LLM_BASE_URL LLM_TIMEOUT_SECONDS LLM_MAX_ATTEMPTS LLM_INITIAL_BACKOFF_SECONDS
  LLM_BACKOFF_MULTIPLIER MISTRAL_API_KEY MISTRAL_MODEL OPENAI_MODEL SQLITE_BUSY_TIMEOUT_MS SQLITE_JOURNAL_MODE
  SQLITE_SYNCHRONOUS LOG_LEVEL LOG_FORMAT SEED_DEMO_ON_STARTUP PUBLIC_DEMO API_TOKEN READONLY_API_TOKEN ADMIN_TOKEN
  ALLOW_INSECURE_PRODUCTION WORKSPACE_SIGNING_KEY SLACK_CLIENT_ID SLACK_CLIENT_SECRET SLACK_SIGNING_SECRET
  SLACK_REVIEW_CHANNEL RATE_LIMIT_ENABLED RATE_LIMIT_REQUESTS RATE_LIMIT_WINDOW_SECONDS HEAVY_RATE_LIMIT_REQUESTS
  HEAVY_RATE_LIMIT_WINDOW_SECONDS AUTH_FAILURE_LIMIT AUTH_FAILURE_WINDOW_SECONDS MAX_REQUEST_BODY_BYTES
  MAX_WORKSPACE_BODY_BYTES MAX_SLACK_BODY_BYTES SLACK_RATE_LIMIT_REQUESTS SLACK_RATE_LIMIT_WINDOW_SECONDS
  SLACK_INVALID_SIGNATURE_LIMIT SLACK_INVALID_SIGNATURE_WINDOW_SECONDS COMPUTE_ADMISSION_ENABLED
  COMPUTE_MAX_HEAVY_CONCURRENT COMPUTE_MAX_CHEAP_CONCURRENT COMPUTE_MAX_COST_UNITS_IN_FLIGHT COMPUTE_ACQUIRE_TIMEOUT_MS
  COMPUTE_RETRY_AFTER_SECONDS TRUSTED_PROXY_HOPS TRUSTED_PROXIES RETENTION_EXPOSURES_DAYS RETENTION_CONVERSIONS_DAYS
  RETENTION_AUDIT_DAYS RETENTION_WEBHOOK_DELIVERIES_DAYS HF_SNAPSHOT_REPO HF_TOKEN HF_SNAPSHOT_INTERVAL_SECONDS`
  .trim()
  .split(/\s+/)

describe('readConfig', () => {
  it('needs nothing', () => {
    const config = readConfig({})

    expect(config).toMatchObject({ host: '127.0.0.1', port: 8008, environment: 'local', isProduction: false })
    expect(config.storage.databasePath).toMatch(/data\/projects\.sqlite3$/)
    expect(config.storage.eventsPath).toMatch(/data\/events\.duckdb$/)
    expect(config.storage.sqliteSynchronous).toBe('FULL')
    expect(config.limits).toMatchObject({
      isEnabled: true,
      general: { requests: 240, windowSeconds: 60 },
      maxRequestBodyBytes: 1_048_576,
    })
  })

  it('puts both planes under AB_DATA_DIR', () => {
    const { storage } = readConfig({ AB_DATA_DIR: '/srv/verdict', AB_EVENTS_PATH: '/fast/e.duckdb' })

    expect(storage.databasePath).toBe('/srv/verdict/projects.sqlite3')
    expect(storage.eventsPath).toBe('/fast/e.duckdb')
  })

  it('takes the file from a sqlite URL', () => {
    expect(readConfig({ AB_DATABASE_URL: 'sqlite:////srv/p.sqlite3' }).storage.databasePath).toBe('/srv/p.sqlite3')
    expect(readConfig({ AB_DATABASE_URL: 'sqlite:///p.sqlite3', AB_DATA_DIR: '/d' }).storage.databasePath).toBe(
      '/d/p.sqlite3',
    )
  })

  it('puts events into ClickHouse where its address is set', () => {
    const url = 'https://u:p@h:8443'

    expect(readConfig({}).storage.clickhouse).toBeNull()
    expect(readConfig({ AB_CLICKHOUSE_URL: url }).storage.clickhouse).toEqual({
      url,
      database: 'verdict',
      cluster: null,
    })
    expect(readConfig({ AB_CLICKHOUSE_URL: url, AB_CLICKHOUSE_CLUSTER: 'c1' }).storage.clickhouse?.cluster).toBe('c1')
  })

  it('counts an empty variable as unset', () => {
    expect(readConfig({ AB_API_TOKEN: '', AB_PORT: ' ' })).toMatchObject({ port: 8008, auth: { writeToken: null } })
  })

  it.each([
    [{ AB_PORT: 'x' }, 'AB_PORT'],
    [{ AB_PORT: '65536' }, 'AB_PORT'],
    [{ AB_RATE_LIMIT_ENABLED: 'maybe' }, 'AB_RATE_LIMIT_ENABLED'],
    [{ AB_API_TOKEN: 'short' }, 'AB_API_TOKEN'],
    [{ AB_SQLITE_SYNCHRONOUS: 'sometimes' }, 'AB_SQLITE_SYNCHRONOUS'],
    [{ AB_TRUSTED_PROXIES: '10.0.0.0/8' }, 'AB_TRUSTED_PROXIES'],
    [{ AB_TRUSTED_PROXIES: 'proxy', AB_TRUSTED_PROXY_HOPS: '1' }, 'AB_TRUSTED_PROXIES'],
    [{ AB_ENV: 'production', AB_API_TOKEN: 'a'.repeat(24) }, 'AB_DATABASE_URL'],
    [{ AB_ENV: 'production', AB_DATABASE_URL: 'postgres://h/d', AB_API_TOKEN: 'twelve-chars' }, 'AB_API_TOKEN'],
    [{ AB_DATABASE_URL: 'mysql://u:twelve@h/d' }, 'AB_DATABASE_URL'],
    [{ AB_CORS_ORIGINS: ',' }, 'AB_CORS_ORIGINS'],
    [{ AB_RATE_LIMIT_WINDOW_SECONDS: '0.5' }, 'AB_RATE_LIMIT_WINDOW_SECONDS'],
    [{ AB_MAX_REQUEST_BODY_BYTES: '10' }, 'AB_MAX_REQUEST_BODY_BYTES'],
    [{ AB_MAX_WORKSPACE_BODY_BYTES: '1024' }, 'AB_MAX_WORKSPACE_BODY_BYTES'],
    [{ AB_COMPUTE_ACQUIRE_TIMEOUT_MS: '-1' }, 'AB_COMPUTE_ACQUIRE_TIMEOUT_MS'],
    [{ AB_LLM_TIMEOUT_SECONDS: '0' }, 'AB_LLM_TIMEOUT_SECONDS'],
    [{ AB_LLM_BACKOFF_MULTIPLIER: '0.5' }, 'AB_LLM_BACKOFF_MULTIPLIER'],
    [{ AB_SEED_DEMO_ON_STARTUP: 'perhaps' }, 'AB_SEED_DEMO_ON_STARTUP'],
    [{ AB_WORKSPACE_SIGNING_KEY: 'too-short' }, 'AB_WORKSPACE_SIGNING_KEY'],
    [{ AB_RETENTION_AUDIT_DAYS: 'week' }, 'AB_RETENTION_AUDIT_DAYS'],
    [{ AB_DATABASE_URL: 'mysql://h/d' }, 'AB_DATABASE_URL'],
    [{ AB_CLICKHOUSE_URL: 'tcp://u:twelve@h:9000' }, 'AB_CLICKHOUSE_URL'],
    [{ AB_CLICKHOUSE_URL: 'twelve' }, 'AB_CLICKHOUSE_URL'],
    [{ AB_CLICKHOUSE_CLUSTER: 'c' }, 'AB_CLICKHOUSE_CLUSTER'],
    [{ AB_CLICKHOUSE_URL: 'http://h:8123', AB_CLICKHOUSE_CLUSTER: "c'; drop" }, 'AB_CLICKHOUSE_CLUSTER'],
    [{ AB_CLICKHOUSE_URL: 'http://h:8123', AB_CLICKHOUSE_DATABASE: 'a b' }, 'AB_CLICKHOUSE_DATABASE'],
  ])('refuses %j and names the variable, never its secret', (env, variable) => {
    expect(() => readConfig(env)).toThrow(variable)
    for (const value of Object.values(env))
      if (value.includes('twelve')) expect(() => readConfig(env)).not.toThrow(value)
  })

  it.each(Object.values(SETTING_GROUPS).flatMap(group => Object.entries(group)))(
    'names %s when it is wrong, where it can be',
    (variable, { rule, fallback, read }) => {
      expect(() => read({}, variable)).not.toThrow()
      expect(() => read({ [variable]: fallback }, variable)).not.toThrow()
      if (/^(whole|above|true|1 or)/.test(rule)) expect(() => read({ [variable]: 'x' }, variable)).toThrow(variable)
    },
  )

  it('knows every variable of the contract', () => {
    const known = Object.values(SETTING_GROUPS).flatMap(group => Object.keys(group))

    expect(CONTRACT.filter(name => !known.includes(`AB_${name}`))).toEqual([])
  })

  it('tells which variables are not carried over', () => {
    expect(readConfig({ AB_HF_TOKEN: 'hf_secret', AB_HF_SNAPSHOT_REPO: '' }).leftBehind).toEqual(['AB_HF_TOKEN'])
  })

  it('needs a token or a key that may write in production', () => {
    const production = readConfig({ AB_ENV: 'production', AB_DATABASE_URL: 'postgres://h/d' })

    expect(() => requireAuthInProduction(production, false)).toThrow('AB_API_TOKEN')
    expect(() => requireAuthInProduction(production, true)).not.toThrow()
    for (const more of [
      { AB_ADMIN_TOKEN: 'x'.repeat(24) },
      { AB_ALLOW_INSECURE_PRODUCTION: 'yes' },
      { AB_ENV: 'local' },
    ]) {
      expect(() =>
        requireAuthInProduction(readConfig({ AB_ENV: 'prod', AB_DATABASE_URL: 'postgres://h/d', ...more }), false),
      ).not.toThrow()
    }
  })

  it('says the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }

    expect(VERSION).toBe(version)
  })
})
