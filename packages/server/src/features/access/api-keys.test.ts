import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

const ADMIN = { authorization: 'Bearer admin-token-3' }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

let test: TestApp
beforeEach(async () => {
  test = await newTestApp({ AB_ADMIN_TOKEN: 'admin-token-3' })
})
afterEach(() => test.close())

const create = (body: object = {}) => test.send('POST', '/api/v1/keys', { name: 'k', scope: 'write', ...body }, ADMIN)
const list = (token: string) => test.send('GET', '/api/v1/projects', undefined, bearer(token))
const audited = () => test.db.selectFrom('audit_log').selectAll().orderBy('id').execute()

describe('an API key', () => {
  it('is shown once; only its digest is stored', async () => {
    const { status, body, headers } = await create({ name: 'checkout', rate_limit_requests: 5 })
    const { key_hash, ...row } = await test.db.selectFrom('api_keys').selectAll().executeTakeFirstOrThrow()
    const shown = await test.send('GET', '/api/v1/keys', undefined, ADMIN)

    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(body.plaintext_key).toMatch(/^abk_[A-Za-z0-9_-]{43}$/)
    expect(key_hash).toBe(createHash('sha256').update(body.plaintext_key).digest('hex'))
    expect(JSON.stringify([row, shown.body, await audited()])).not.toContain(body.plaintext_key)
    expect(shown.body).toMatchObject({ total: 1, keys: [{ ...row, scope: 'write', revoked_at: null }] })
  })

  it('opens what its scope allows, as Bearer and as X-API-Key', async () => {
    const [write, read] = [(await create()).body, (await create({ scope: 'read' })).body]
    const post = (headers: Record<string, string>) => test.send('POST', '/api/v1/projects', {}, headers)

    expect((await list(read.plaintext_key)).status).toBe(200)
    expect((await post(bearer(read.plaintext_key))).body.error_code).toBe('forbidden')
    expect((await post({ 'x-api-key': write.plaintext_key })).status).toBe(422)
    expect((await test.send('GET', '/api/v1/keys', undefined, bearer(write.plaintext_key))).body.error_code).toBe(
      'admin_token_required',
    )
  })

  it('ends at once when it is revoked; a second call keeps the time', async () => {
    const { id, plaintext_key: key } = (await create()).body
    const revoke = () => test.send('POST', `/api/v1/keys/${id}/revoke`, undefined, ADMIN)
    expect((await list(key)).status).toBe(200)

    const first = await revoke()
    test.clock.at += 5000
    const second = await revoke()

    expect(first.body.revoked_at).toBe('2026-05-01T09:00:00.000Z')
    expect(second.body).toEqual({ ...first.body, last_used_at: second.body.last_used_at })
    expect((await list(key)).status).toBe(401)
    expect((await audited()).filter(({ action }) => action === 'api_key_revoked')).toHaveLength(1)
  })

  it('can be deleted once it is revoked, and then is not there', async () => {
    const { id } = (await create()).body
    const remove = () => test.send('DELETE', `/api/v1/keys/${id}`, undefined, ADMIN)

    expect((await remove()).body.error_code).toBe('api_key_not_revoked')
    await test.send('POST', `/api/v1/keys/${id}/revoke`, undefined, ADMIN)
    expect((await remove()).body).toEqual({ id, deleted: true })
    expect(await remove()).toMatchObject({ status: 404, body: { error_code: 'not_found' } })
    expect(await test.send('POST', `/api/v1/keys/${id}/revoke`, undefined, ADMIN)).toMatchObject({ status: 404 })
  })

  it('leaves the subscriptions to it behind, that then hear of nothing', async () => {
    const { id } = (await create()).body
    const subscription = {
      ...{ name: 'a', format: 'generic', scope: 'api_key', api_key_id: id },
      ...{ target_url: 'http://127.0.0.1:9/hook', secret: 'a secret of sixteen' },
    }
    const made = await test.send('POST', '/api/v1/webhooks', subscription, ADMIN)
    expect(made.status).toBe(200)
    const heard = async () =>
      (await test.send('GET', `/api/v1/webhooks/${made.body.id}`, undefined, ADMIN)).body.api_key_id

    await test.send('POST', `/api/v1/keys/${id}/revoke`, undefined, ADMIN)
    expect(await heard()).toBe(id)
    await test.send('DELETE', `/api/v1/keys/${id}`, undefined, ADMIN)
    expect(await heard()).toBeNull()
  })

  it('leaves an audit entry of each change, in the name of the admin token', async () => {
    const { id } = (await create({ name: 'checkout' })).body
    await test.send('POST', `/api/v1/keys/${id}/revoke`, undefined, ADMIN)
    await test.send('DELETE', `/api/v1/keys/${id}`, undefined, ADMIN)

    expect(await audited()).toMatchObject([
      { action: 'api_key_created', actor: 'admin_token', key_id: id },
      { action: 'api_key_revoked', actor: 'admin_token', key_id: id },
      { action: 'api_key_deleted', actor: 'admin_token', key_id: id },
    ])
  })

  it('is not made when its audit entry can not be written', async () => {
    await test.db.schema.dropTable('audit_log').execute()

    expect((await create()).status).toBe(500)
    expect(await test.db.selectFrom('api_keys').select('id').execute()).toEqual([])
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 7 }, 'name'],
    [{ scope: 'admin' }, 'scope'],
    [{ rate_limit_requests: 0 }, 'rate_limit_requests'],
    [{ rate_limit_requests: '5' }, 'rate_limit_requests'],
    [{ rate_limit_requests: 3_000_000_000 }, 'rate_limit_requests'],
    [{ rate_limit_window_seconds: 1.5 }, 'rate_limit_window_seconds'],
    [{ key_hash: 'mine' }, 'key_hash'],
    [{ id: 'mine' }, 'id'],
  ])('of %j is refused, and nothing is written', async (wrong, field) => {
    const { status, body } = await create(wrong)

    expect(status).toBe(422)
    expect(body.detail[0].loc).toEqual(['body', field])
    expect(await test.db.selectFrom('api_keys').select('id').execute()).toEqual([])
  })
})

describe('looking a key up', () => {
  it('asks the database once in three seconds, and sees what another process did after that', async () => {
    const { id, plaintext_key: key } = (await create()).body
    await list(key)
    await test.db.updateTable('api_keys').set({ revoked_at: '2026-05-01T09:00:00.000Z' }).where('id', '=', id).execute()

    expect((await list(key)).status).toBe(200)
    test.clock.at += 3000
    expect((await list(key)).status).toBe(401)
  })

  it('closes an open server when another process makes the first key, and counts revoked ones', async () => {
    const open = await newTestApp()
    const read = () => open.send('GET', '/api/v1/projects')
    expect((await read()).status).toBe(200)
    const key = { id: 'k1', name: 'k', key_hash: 'x', scope: 'read', created_at: '2026-05-01T00:00:00.000Z' }
    const limits = { rate_limit_requests: null, rate_limit_window_seconds: null, last_used_at: null }
    await open.db
      .insertInto('api_keys')
      .values({ ...key, ...limits, revoked_at: key.created_at })
      .execute()

    expect((await read()).status).toBe(200)
    open.clock.at += 3000
    expect((await read()).status).toBe(401)
    await open.close()
  })

  it('takes an admin key of the earlier system for a write key', async () => {
    const { id, plaintext_key: key } = (await create()).body
    await test.db.updateTable('api_keys').set({ scope: 'admin' }).where('id', '=', id).execute()

    expect((await test.send('POST', '/api/v1/projects', {}, bearer(key))).status).toBe(422)
    expect((await test.send('GET', '/api/v1/keys', undefined, bearer(key))).status).toBe(403)
  })
})

describe('the use of a key', () => {
  it('is noted once a minute, with an entry under its own name', async () => {
    const { id, plaintext_key: key } = (await create()).body
    for (let call = 0; call < 5; call += 1) await list(key)
    test.clock.at += 59_000
    await list(key)
    const soon = await usesOf()
    test.clock.at += 1001
    await list(key)

    expect(soon).toMatchObject([{ actor: `api_key:${id}`, key_id: id, ip_address: '127.0.0.1' }])
    await expect.poll(async () => (await usesOf()).length).toBe(2)
    const { last_used_at } = await test.db.selectFrom('api_keys').select('last_used_at').executeTakeFirstOrThrow()
    expect(last_used_at).toBe('2026-05-01T09:01:00.001Z')
  })

  it('is not noted twice by two processes', async () => {
    const { plaintext_key: key } = (await create()).body
    await list(key)
    await usesOf()
    await test.db.updateTable('api_keys').set({ last_used_at: '2026-05-01T09:01:30.000Z' }).execute()
    test.clock.at += 91_000
    await list(key)

    expect(await usesOf()).toHaveLength(1)
  })

  it('that can not be noted does not spoil the answer', async () => {
    const { plaintext_key: key } = (await create()).body
    await test.db.schema.alterTable('audit_log').renameTo('gone').execute()

    expect((await list(key)).status).toBe(200)
  })
})

describe('the limits of a key', () => {
  it('are its own where it has some, for events too, and never those of its address', async () => {
    const tight = (await create({ rate_limit_requests: 2, rate_limit_window_seconds: 10 })).body.plaintext_key
    const plain = (await create()).body.plaintext_key
    const assign = () => test.send('POST', '/api/v1/experiments/x/assign', { user_id: 'u' }, bearer(tight))

    expect([(await list(tight)).status, (await assign()).status]).toEqual([200, 404])
    const refused = await list(tight)
    expect(refused).toMatchObject({ status: 429, body: { error_code: 'rate_limited' } })
    expect(refused.headers['retry-after']).toBe('10')
    expect((await assign()).status).toBe(429)
    expect((await list(plain)).status).toBe(200)
    test.clock.at += 10_001
    expect((await list(plain)).status).toBe(200)
  })

  it('without some are the general ones, counted for the key', async () => {
    const small = await newTestApp({ AB_ADMIN_TOKEN: 'admin-token-3', AB_RATE_LIMIT_REQUESTS: '2' })
    const make = () => small.send('POST', '/api/v1/keys', { name: 'k', scope: 'read' }, ADMIN)
    const [one, two] = [(await make()).body.plaintext_key, (await make()).body.plaintext_key]
    const call = async (key: string) => (await small.send('GET', '/api/v1/projects', undefined, bearer(key))).status

    expect([await call(one), await call(one), await call(one)]).toEqual([200, 200, 429])
    expect([await call(two), await call(two), await call(two)]).toEqual([200, 200, 429])
    await small.close()
  })
})

async function usesOf() {
  await new Promise(resolve => setImmediate(resolve))
  return (await audited()).filter(({ action }) => action === 'api_key_used')
}
