import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, VERSION } from './config.ts'

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
    [{ AB_ENV: 'production', AB_DATABASE_URL: 'postgres://h/d' }, 'AB_API_TOKEN'],
    [{ AB_ENV: 'production', AB_DATABASE_URL: 'postgres://h/d', AB_API_TOKEN: 'twelve-chars' }, 'AB_API_TOKEN'],
    [{ AB_DATABASE_URL: 'mysql://u:twelve@h/d' }, 'AB_DATABASE_URL'],
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

  it('says the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }

    expect(VERSION).toBe(version)
  })
})
