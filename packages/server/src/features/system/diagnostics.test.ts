import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Environment } from '../../config-readers.ts'
import { MIGRATIONS } from '../../database/database.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'

const TOKENS = {
  AB_API_TOKEN: 'write-token-1',
  AB_READONLY_API_TOKEN: 'read-token-22',
  AB_ADMIN_TOKEN: 'admin-token-3',
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const NEWEST = Number.parseInt(Object.keys(MIGRATIONS).at(-1)!, 10)

let test: TestApp
afterEach(() => test.close())

async function read(env: Environment = {}, headers: Record<string, string> = {}) {
  test = await newTestApp(env)
  return diagnostics(headers)
}

async function diagnostics(headers: Record<string, string> = {}) {
  return (await test.send('GET', '/api/v1/diagnostics', undefined, headers)).body
}

describe('GET /api/v1/diagnostics', () => {
  it('tells an open server everything but a session', async () => {
    const body = await read({ AB_ENV: 'staging', AB_BUILD_SHA: 'abc', AB_RETENTION_AUDIT_DAYS: '30' })

    expect(body).toMatchObject({
      ...{ status: 'ok', environment: 'staging', app_git_sha: 'abc', uptime_seconds: 0 },
      storage: {
        db_path: '/nonexistent/projects.sqlite3',
        schema_version: NEWEST,
        journal_mode: 'MEMORY',
        synchronous: 'FULL',
        write_probe_ok: true,
      },
      llm: { provider: 'local_orchestrator', base_url: 'http://127.0.0.1:9', timeout_seconds: 60, max_attempts: 1 },
      auth: { enabled: false, mode: 'open', session_scope: null, session_source: null, session_can_write: true },
      guards: { rate_limit_requests: 240, rate_limit_window_seconds: 60, max_slack_body_bytes: 65_536 },
      network: { direct_peer: '127.0.0.1', resolved_client: '127.0.0.1', resolved_from: 'direct_peer' },
      webhooks: { pending: 0, retrying: 0, delivered: 0, failed: 0, oldest_due_age_seconds: null },
      topology: { supported: 'single_instance', rate_limit_state: 'in_process' },
      retention: { audit_days: 30, auto_purge_enabled: true },
    })
  })

  it('counts what is stored', async () => {
    await read()
    const id = await test.createProject()
    await test.createProject()
    test.clock.at += 1500
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect(await diagnostics()).toMatchObject({
      uptime_seconds: 1.5,
      storage: {
        ...{ projects_total: 1, archived_projects_total: 1, project_revisions_total: 2, analysis_runs_total: 0 },
        latest_project_updated_at: '2026-05-01T09:00:01.500Z',
      },
    })
  })

  it('counts deliveries, and how long the oldest one waits', async () => {
    await read()
    await storeDeliveries()

    expect((await diagnostics()).webhooks).toEqual({
      ...{ pending: 2, retrying: 1, delivered: 1, failed: 1 },
      oldest_due_age_seconds: 90,
    })
  })

  it('counts what this process answered', async () => {
    await read({ AB_MAX_REQUEST_BODY_BYTES: '1024' })
    await test.send('POST', '/api/v1/projects', `"${'x'.repeat(2000)}"`)
    await test.send('GET', '/api/v1/keys')
    const { runtime } = await diagnostics()

    expect(runtime).toMatchObject({
      ...{ total_requests: 3, success_responses: 1, client_error_responses: 2, server_error_responses: 0 },
      ...{ auth_rejections: 1, request_body_rejections: 1, rate_limited_responses: 0, process_time_ms_count: 3 },
      ...{ last_error_code: 'admin_token_not_configured', error_rate: 0.666667 },
      last_error_at: '2026-05-01T09:00:00.000Z',
    })
    expect(runtime.process_time_ms_max).toBeGreaterThanOrEqual(runtime.process_time_ms_avg)
  })

  it('counts refused calls of the limits', async () => {
    await read({ AB_RATE_LIMIT_REQUESTS: '2' })
    await test.send('GET', '/api/v1/projects')
    await test.send('GET', '/api/v1/projects')
    test.clock.at += 60_001

    expect((await diagnostics()).runtime).toMatchObject({ rate_limited_responses: 1, last_error_code: 'rate_limited' })
  })

  it.each([
    ['admin-token-3', 'admin', 'admin_token', true],
    ['write-token-1', 'write', 'legacy', true],
    ['read-token-22', 'read', 'legacy', false],
  ])('shows the machine to who may write: %s', async (token, scope, source, isOperator) => {
    const body = await read({ ...TOKENS, AB_TRUSTED_PROXY_HOPS: '1', AB_TRUSTED_PROXIES: '127.0.0.0/8' }, bearer(token))
    const hidden = [body.storage.db_path, body.storage.db_parent_path, body.storage.disk_free_bytes]
    const more = [body.frontend.dist_path, body.llm.base_url, body.network.trusted_proxies]

    expect([...hidden, ...more].map(value => value !== null)).toEqual(Array(6).fill(isOperator))
    expect(body.auth).toMatchObject({
      ...{ enabled: true, mode: 'dual_token', session_scope: scope, session_source: source },
      ...{ session_can_write: isOperator, session_admin_authenticated: scope === 'admin', admin_token_enabled: true },
    })
    expect(JSON.stringify(body)).not.toMatch(/write-token|read-token|admin-token-/)
  })

  it.each([
    [{ AB_API_TOKEN: 'write-token-1' }, 'token'],
    [{ AB_API_TOKEN: 'write-token-1', AB_READONLY_API_TOKEN: 'read-token-22' }, 'dual_token'],
    [{ AB_API_TOKEN: 'write-token-1', AB_ADMIN_TOKEN: 'admin-token-3' }, 'token'],
  ])('%j is the mode %s', async (env, mode) => {
    expect((await read(env, bearer('write-token-1'))).auth.mode).toBe(mode)
  })

  it('names the modes with stored keys, and the session of a key', async () => {
    await read({ AB_ADMIN_TOKEN: 'admin-token-3' })
    const { body } = await test.send('POST', '/api/v1/keys', { name: 'k', scope: 'read' }, bearer('admin-token-3'))

    expect((await diagnostics(bearer(body.plaintext_key))).auth).toMatchObject({
      ...{ mode: 'api_keys', api_keys_enabled: true, legacy_tokens_enabled: false },
      ...{ session_scope: 'read', session_source: 'api_key' },
    })
  })

  it('says whose address counts', async () => {
    const body = await read({ AB_TRUSTED_PROXY_HOPS: '1' }, { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' })

    expect(body.network).toMatchObject({
      ...{ direct_peer: '127.0.0.1', forwarded_for_chain: ['6.6.6.6', '203.0.113.9'], trusted_proxy_hops: 1 },
      ...{ resolved_client: '203.0.113.9', resolved_from: 'forwarded_header' },
    })
  })

  it('speaks the language that is asked for', async () => {
    const body = await read({}, { 'accept-language': 'de' })

    expect(body.topology.notes).toContain('Prozess')
  })
})

describe('/readyz', () => {
  it('is not ready when pages shall be served and there are none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verdict-pages-'))
    test = await newTestApp({ AB_SERVE_FRONTEND_DIST: 'true', AB_FRONTEND_DIST_PATH: folder })
    const before = await test.send('GET', '/readyz')
    writeFileSync(join(folder, 'index.html'), '<!doctype html>')
    const after = await test.send('GET', '/readyz')
    rmSync(folder, { recursive: true })

    expect([before.status, after.status]).toEqual([503, 200])
    expect(before.body.checks.map(({ name }: { name: string }) => name)).toEqual([
      ...['sqlite_storage', 'sqlite_schema_version', 'sqlite_journal_mode', 'sqlite_write_probe'],
      ...['event_store', 'frontend_dist', 'llm_config', 'logging_config'],
    ])
  })
})

async function storeDeliveries(): Promise<void> {
  const at = (secondsAgo: number) => new Date(test.clock.at - secondsAgo * 1000).toISOString()
  const subscription = {
    name: 's',
    target_url: 'https://x',
    secret_sealed: '',
    format: 'generic',
    event_filter_json: '[]',
  }
  const times = { created_at: at(0), updated_at: at(0), last_delivered_at: null, last_error_at: null }
  await test.db
    .insertInto('webhook_subscriptions')
    .values({ id: 's', ...subscription, ...times, scope: 'global', api_key_id: null, enabled: 1 })
    .execute()
  const rows = [
    ['pending', at(30)],
    ['pending', at(-60)],
    ['retrying', at(90)],
    ['delivered', at(500)],
    ['failed', null],
  ].map(([status, next], index) => ({
    ...{
      id: String(index),
      subscription_id: 's',
      event_id: index,
      event_json: '{}',
      status: status!,
      attempt_count: 0,
    },
    ...{ created_at: at(0), last_attempt_at: null, delivered_at: null, response_code: null, response_body: null },
    ...{ error_message: null, next_attempt_at: next!, lease_expires_at: null },
  }))
  await test.db.insertInto('webhook_deliveries').values(rows).execute()
}
