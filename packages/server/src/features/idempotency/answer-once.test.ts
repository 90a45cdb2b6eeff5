import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from '../projects/analysis-example.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { answerOnce } from './answer-once.ts'

let test: TestApp
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterEach(() => test.close())

const DAY = 86_400_000
const create = (key: string, body: unknown = EXAMPLE_PROJECT, headers: Record<string, string> = {}) =>
  test.send('POST', '/api/v1/projects', body, { 'idempotency-key': key, ...headers })
const total = async () => (await test.send('GET', '/api/v1/projects')).body.total
const keys = async () => (await test.db.selectFrom('idempotent_answers').selectAll().execute()).length

describe('an Idempotency-Key', () => {
  it('gets the first answer again, whole, though the project has changed since', async () => {
    const first = await create('k1')
    await test.send('PUT', `/api/v1/projects/${first.body.id}`, EXAMPLE_PROJECT)
    const again = await create('k1')

    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(again.headers).toMatchObject({ etag: '"1"', 'idempotency-replayed': 'true' })
    expect(first.headers['idempotency-replayed']).toBeUndefined()
    expect(await total()).toBe(1)
  })

  it('serves one request: another body is refused', async () => {
    await create('k1')
    const other = await create('k1', { ...EXAMPLE_PROJECT, decision_policy: {} })

    expect([other.status, other.body.error_code]).toEqual([409, 'idempotency_key_reused'])
    expect(await total()).toBe(1)
  })

  it('creates once for all who send it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('k1')))

    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await total()).toBe(1)
  })

  it('is known for 24 hours, and then forgotten', async () => {
    await create('k1')
    test.clock.at += DAY
    expect((await create('k1')).headers['idempotency-replayed']).toBe('true')
    test.clock.at += 1
    expect((await create('k1')).headers['idempotency-replayed']).toBeUndefined()

    expect([await total(), await keys()]).toEqual([2, 1])
  })

  it('is used up by nothing that was refused', async () => {
    const missing = await test.send('POST', '/api/v1/projects/none/analysis', EXAMPLE_ANALYSIS, {
      'idempotency-key': 'k1',
    })
    const unfitting = await create('k1', {})

    expect([missing.status, unfitting.status, await keys()]).toEqual([404, 422, 0])
    expect((await create('k1')).status).toBe(200)
  })

  it('is of one operation, one project and one caller', async () => {
    const { body: one } = await create('k1')
    const { body: two } = await create('k2')
    const path = ({ id }: { id: string }) => `/api/v1/projects/${id}/analysis`
    const analyse = (at: string) => test.send('POST', at, EXAMPLE_ANALYSIS, { 'idempotency-key': 'k1' })

    const answers = [await analyse(path(one)), await analyse(path(two)), await analyse(path(two))]

    expect(answers.map(({ body }) => body.id)).toEqual([one.id, two.id, two.id])
    expect(answers.map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, undefined, 'true'])
    const { body } = await test.send('GET', `/api/v1/projects/${two.id}/history`)
    expect(body.analysis_total).toBe(1)
  })

  it('of one caller is not that of another', async () => {
    const guarded = await newTestApp({ AB_API_TOKEN: 'may-write', AB_ADMIN_TOKEN: 'may-everything' })
    const as = (token: string) =>
      guarded.send('POST', '/api/v1/projects', EXAMPLE_PROJECT, {
        authorization: `Bearer ${token}`,
        'idempotency-key': 'k1',
      })

    const ids = [(await as('may-write')).body.id, (await as('may-everything')).body.id, (await as('may-write')).body.id]

    expect(ids[1]).not.toBe(ids[0])
    expect(ids[2]).toBe(ids[0])
    await guarded.close()
  })

  it.each(['', 'a b', 'ключ', 'x'.repeat(201), 'tab\tbed'])('is 1 to 200 visible characters, not %j', async key => {
    const answer = await create(Buffer.from(key).toString('latin1'))

    expect(answer.status).toBe(422)
    expect(answer.body.detail[0]).toMatchObject({ type: 'value_error', loc: ['header', 'Idempotency-Key'] })
    expect(await total()).toBe(0)
  })

  it('and what was sent with it are stored as digests', async () => {
    await create('a-secret-key')

    const [row] = await test.db.selectFrom('idempotent_answers').selectAll().execute()

    expect(row!.key).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(row)).not.toContain('a-secret-key')
  })
})

describe('answering once', () => {
  const request = {
    session: { scope: 'write', source: 'open', actor: 'anonymous', keyId: null },
    header: () => 'k1',
    bodyDigest: () => 'same',
  } as const

  it('keeps no change without its answer: what fails after the work takes the work back', async () => {
    const work = async () => ({ status: 200, body: { loop: null as unknown }, headers: {} })
    const failing = answerOnce(request, test, { operationId: 'test' }, async () => {
      const reply = await work()
      reply.body.loop = reply
      return reply
    })

    await expect(failing).rejects.toThrow('circular')
    expect(await keys()).toBe(0)
  })

  it('leaves out of the kept answer what must not be stored', async () => {
    const kept = (body: unknown) => ({ ...(body as object), plaintext_key: null })
    const ask = () =>
      answerOnce(request, test, { operationId: 'test', kept }, async () => ({
        status: 200,
        body: { id: 1, plaintext_key: 'abk_secret' },
        headers: {},
      }))

    const [first, again] = [await ask(), await ask()]

    expect(first.body).toEqual({ id: 1, plaintext_key: 'abk_secret' })
    expect(again.body).toEqual({ id: 1, plaintext_key: null })
  })
})
