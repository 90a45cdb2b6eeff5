import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from './routes.ts'
import { newTestApp, type TestApp } from './test-app.ts'

type Guard = 'public' | 'local' | 'read' | 'credential' | 'write' | 'admin'

/** Who may call what, as the contract says it; never read from the routes. `credential`: read, but no visitors of a demo. */
const GUARDS: Readonly<Record<Guard, string>> = {
  public: 'GET /health, GET /livez, GET /slack/install, GET /slack/oauth/callback',
  local: 'GET /metrics',
  read: `
    GET /readyz, GET /api/v1/diagnostics, GET /api/v1/slack/status,
    POST /api/v1/calculate, POST /api/v1/sensitivity, POST /api/v1/srm-check, POST /api/v1/multiple-testing,
    POST /api/v1/results, POST /api/v1/results/categorical, POST /api/v1/results/paired, POST /api/v1/results/omnibus,
    POST /api/v1/results/survival, POST /api/v1/results/ratio, POST /api/v1/simulate/bandit,
    POST /api/v1/assignment/preview, POST /api/v1/design, POST /api/v1/analyze, POST /api/v1/llm/advice,
    POST /api/v1/hypotheses/generate, POST /api/v1/export/markdown, POST /api/v1/export/html,
    POST /api/v1/export/comparison, POST /api/v1/export/html-standalone, POST /api/v1/projects/compare,
    GET /api/v1/projects, GET /api/v1/projects/compare, GET /api/v1/projects/{}, GET /api/v1/projects/{}/history,
    GET /api/v1/projects/{}/revisions, GET /api/v1/projects/{}/report/pdf, GET /api/v1/projects/{}/report/csv,
    GET /api/v1/projects/{}/report/xlsx, GET /api/v1/templates, GET /api/v1/templates/{},
    GET /api/v1/experiments/{}/ingestion, GET /api/v1/experiments/{}/live-stats, GET /api/v1/experiments/{}/decision,
    GET /api/v1/experiments/{}/timeseries, GET /api/v1/experiments/{}/slices, GET /api/v1/experiments/{}/persons/{},
    GET /api/v1/experiments/{}/report/{}, GET /api/v1/experiments/{}/decision-record,
    GET /api/v1/sdk/config, GET /api/v1/jobs/{}, DELETE /api/v1/jobs/{}`,
  credential: 'GET /api/v1/audit, GET /api/v1/workspace/export',
  write: `
    POST /api/v1/admin/retention/purge, GET /api/v1/audit/export, POST /api/v1/projects, PUT /api/v1/projects/{},
    DELETE /api/v1/projects/{}, POST /api/v1/projects/{}/archive, POST /api/v1/projects/{}/restore,
    POST /api/v1/projects/{}/analysis, POST /api/v1/projects/{}/exports, POST /api/v1/templates,
    POST /api/v1/templates/{}/use, DELETE /api/v1/templates/{}, POST /api/v1/workspace/validate,
    POST /api/v1/workspace/import, POST /api/v1/experiments/{}/assign, POST /api/v1/experiments/{}/exposures,
    POST /api/v1/experiments/{}/conversions, POST /api/v1/experiments/{}/pre-period,
    PUT /api/v1/experiments/{}/pre-period, POST /api/v1/experiments/{}/strata, PUT /api/v1/experiments/{}/strata,
    POST /api/v1/experiments/{}/holdout, POST /api/v1/experiments/{}/identities,
    POST /api/v1/experiments/{}/exclusions, DELETE /api/v1/experiments/{}/exclusions/{},
    POST /api/v1/experiments/{}/events, POST /api/v1/events, DELETE /api/v1/experiments/{}/persons/{},
    POST /api/v1/assign, POST /api/v1/projects/{}/revisions/{}/restore`,
  admin: `
    GET /api/v1/keys, POST /api/v1/keys, POST /api/v1/keys/{}/revoke, DELETE /api/v1/keys/{}, GET /api/v1/webhooks,
    POST /api/v1/webhooks, GET /api/v1/webhooks/{}, PATCH /api/v1/webhooks/{}, DELETE /api/v1/webhooks/{},
    POST /api/v1/webhooks/{}/test, GET /api/v1/webhooks/{}/deliveries`,
}

/** The POSTs that a read session may call: part 2.3 of the contract, exactly. */
const READING_POSTS = GUARDS.read
  .split(',')
  .map(entry => entry.trim())
  .filter(entry => entry.startsWith('POST'))

const operations = routes
  // Slack signs its calls; the gate does not know them.
  .filter(({ path }) => !/^\/slack\/(commands|interactive|events)$/.test(path))
  .map(({ method, path }) => ({ method, path, name: `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}` }))

type Verdict = 'in' | `${401 | 403} ${string}`

interface Setting {
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  readonly expected: (guard: Guard, method: string) => Verdict
  readonly headers?: Record<string, string>
  /** Keys are stored: two, and a revoked one. */
  readonly hasKeys?: boolean
}
const KEYS = {
  read: { key: `abk_${'r'.repeat(43)}`, scope: 'read', revoked_at: null },
  write: { key: `abk_${'w'.repeat(43)}`, scope: 'write', revoked_at: null },
  revoked: { key: `abk_${'v'.repeat(43)}`, scope: 'write', revoked_at: '2026-05-01T00:00:00.000Z' },
}

const [WRITE, READ, ADMIN] = ['write-token-1', 'read-token-22', 'admin-token-3']
const TOKENS = { AB_API_TOKEN: WRITE, AB_READONLY_API_TOKEN: READ, AB_ADMIN_TOKEN: ADMIN }
const NO_ADMIN = { AB_API_TOKEN: WRITE, AB_READONLY_API_TOKEN: READ }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const open = (guard: Guard): Verdict => (guard === 'admin' ? '401 admin_token_not_configured' : 'in')
const nobody = (guard: Guard): Verdict => (guard === 'public' ? 'in' : '401 unauthorized')
const everything = (): Verdict => 'in'
const isSafe = (method: string) => method === 'GET'
const reader =
  (admin: Verdict) =>
  (guard: Guard, method: string): Verdict => {
    if (guard === 'admin') return isSafe(method) ? admin : '403 forbidden'
    return guard === 'write' ? '403 forbidden' : 'in'
  }
const writer = (admin: Verdict) => (guard: Guard) => (guard === 'admin' ? admin : 'in')
const visitor = (guard: Guard, method: string): Verdict => {
  if (guard === 'admin') return '401 admin_token_not_configured'
  return guard === 'credential' ? '403 forbidden' : reader('in')(guard, method)
}

const settings: readonly Setting[] = [
  { name: 'nothing, on an open server', env: {}, expected: open },
  {
    name: 'any token, on an open server',
    env: {},
    headers: bearer('what-ever-1'),
    expected: guard => (guard === 'admin' ? '401 unauthorized' : 'in'),
  },
  { name: 'nothing', env: TOKENS, expected: nobody },
  {
    name: 'nothing, without an admin token',
    env: NO_ADMIN,
    expected: guard => (guard === 'admin' ? '401 admin_token_not_configured' : nobody(guard)),
  },
  { name: 'nothing, in a public demo', env: { AB_PUBLIC_DEMO: 'true' }, expected: visitor },
  {
    name: 'an unknown token, in a public demo',
    env: { AB_PUBLIC_DEMO: 'true' },
    headers: bearer('guess-0000'),
    expected: nobody,
  },
  { name: 'an unknown token', env: TOKENS, headers: bearer('guess-0000'), expected: nobody },
  { name: 'an unknown key', env: TOKENS, headers: bearer(`abk_${'x'.repeat(43)}`), expected: nobody },
  { name: 'an empty bearer', env: TOKENS, headers: bearer(''), expected: nobody },
  { name: 'another scheme', env: TOKENS, headers: { authorization: `Basic ${WRITE}` }, expected: nobody },
  { name: 'a lower-case scheme', env: TOKENS, headers: { authorization: `bearer ${WRITE}` }, expected: nobody },
  { name: 'the read token', env: TOKENS, headers: bearer(READ), expected: reader('403 admin_token_required') },
  {
    name: 'the read token, without an admin token',
    env: NO_ADMIN,
    headers: bearer(READ),
    expected: reader('401 admin_token_not_configured'),
  },
  {
    name: 'the read token, in a public demo',
    env: { ...TOKENS, AB_PUBLIC_DEMO: 'true' },
    headers: bearer(READ),
    expected: reader('403 admin_token_required'),
  },
  { name: 'the write token', env: TOKENS, headers: bearer(WRITE), expected: writer('403 admin_token_required') },
  {
    name: 'the write token, without an admin token',
    env: NO_ADMIN,
    headers: bearer(WRITE),
    expected: writer('401 admin_token_not_configured'),
  },
  { name: 'the admin token', env: TOKENS, headers: bearer(ADMIN), expected: everything },
  { name: 'the admin token alone', env: { AB_ADMIN_TOKEN: ADMIN }, headers: bearer(ADMIN), expected: everything },
  { name: 'the admin token as X-API-Key', env: TOKENS, headers: { 'x-api-key': ADMIN }, expected: everything },
  {
    name: 'the read token as X-API-Key',
    env: TOKENS,
    headers: { 'x-api-key': READ },
    expected: reader('403 admin_token_required'),
  },
  {
    name: 'Bearer read over X-API-Key write',
    env: TOKENS,
    headers: { ...bearer(READ), 'x-api-key': WRITE },
    expected: reader('403 admin_token_required'),
  },
  {
    name: 'Bearer unknown over X-API-Key admin',
    env: TOKENS,
    headers: { ...bearer('guess-0000'), 'x-api-key': ADMIN },
    expected: nobody,
  },
  {
    name: 'a read key',
    env: TOKENS,
    hasKeys: true,
    headers: bearer(KEYS.read.key),
    expected: reader('403 admin_token_required'),
  },
  {
    name: 'a read key as X-API-Key',
    env: TOKENS,
    hasKeys: true,
    headers: { 'x-api-key': KEYS.read.key },
    expected: reader('403 admin_token_required'),
  },
  {
    name: 'a write key',
    env: TOKENS,
    hasKeys: true,
    headers: bearer(KEYS.write.key),
    expected: writer('403 admin_token_required'),
  },
  {
    name: 'a write key, the only credential',
    env: {},
    hasKeys: true,
    headers: bearer(KEYS.write.key),
    expected: writer('401 admin_token_not_configured'),
  },
  {
    name: 'a read key, the only credential',
    env: {},
    hasKeys: true,
    headers: bearer(KEYS.read.key),
    expected: reader('401 admin_token_not_configured'),
  },
  { name: 'a revoked key', env: TOKENS, hasKeys: true, headers: bearer(KEYS.revoked.key), expected: nobody },
  {
    name: 'nothing, where a key is stored',
    env: {},
    hasKeys: true,
    expected: guard => (guard === 'admin' ? '401 admin_token_not_configured' : nobody(guard)),
  },
]

it('the table knows every operation, each once', () => {
  const known = Object.values(GUARDS).flatMap(list => list.split(',').map(entry => entry.trim()))

  expect(operations.map(({ name }) => name).filter(name => !known.includes(name))).toEqual([])
  expect(new Set(known).size).toBe(known.length)
})

it('a read session may call these POSTs and no other', () => {
  const posts = routes.filter(({ method, scope }) => method === 'POST' && scope === 'read')

  expect(READING_POSTS).toHaveLength(21)
  expect(posts.map(({ path }) => `POST ${path}`).filter(name => !READING_POSTS.includes(name))).toEqual([])
})

describe.each(settings)('$name', ({ env, headers = {}, hasKeys, expected }) => {
  let test: TestApp
  beforeAll(async () => {
    test = await newTestApp({ ...env, AB_RATE_LIMIT_ENABLED: 'false' })
    if (hasKeys) await storeKeys(test)
  })
  afterAll(() => test.close())

  it.each(operations)('$name', async ({ method, path, name }) => {
    const url = path.replaceAll(/\{[^}]+\}/g, 'nothing')
    const answer = await test.app.inject({ method, url, headers })
    const code = answer.statusCode === 401 || answer.statusCode === 403 ? answer.json().error_code : null

    expect(code === null ? 'in' : `${answer.statusCode} ${code}`).toBe(expected(guardOf(name), method))
    expect(answer.headers['www-authenticate']).toBe(answer.statusCode === 401 ? 'Bearer' : undefined)
    expect(answer.statusCode).not.toBe(500)
  })
})

function guardOf(name: string): Guard {
  const found = Object.entries(GUARDS).find(([, list]) => list.split(',').some(entry => entry.trim() === name))
  if (found === undefined) throw new Error(`${name} is not in the table`)
  return found[0] as Guard
}

async function storeKeys({ db }: TestApp): Promise<void> {
  const rest = { created_at: '2026-05-01T00:00:00.000Z', last_used_at: null }
  const limits = { rate_limit_requests: null, rate_limit_window_seconds: null }
  const rows = Object.entries(KEYS).map(([id, { key, ...stored }]) => ({
    ...{ id, name: id, key_hash: createHash('sha256').update(key).digest('hex') },
    ...stored,
    ...rest,
    ...limits,
  }))
  await db.insertInto('api_keys').values(rows).execute()
}
