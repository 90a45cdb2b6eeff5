import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isoTime } from '../../clock.ts'
import { SecretBox } from '../../database/secret-box.ts'
import { Outbound } from '../../http/outbound.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import type { DeliveryDeps } from './deliver.ts'
import { DeliveryWorker } from './delivery-worker.ts'
import { WebhookDeliveriesRepository } from './webhook-deliveries-repository.ts'
import { WebhookSubscriptionsRepository } from './webhook-subscriptions-repository.ts'

const PATH = '/api/v1/webhooks'
const ADMIN = { authorization: 'Bearer an-admin-token' }
const SECRET = 'a very secret text'

interface Call {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let test: TestApp
let receiver: Server
let url: string
let calls: Call[]
/** Statuses of the next answers; 200 after them. */
let answers: number[]
let errors: unknown[]
let worker: DeliveryWorker
let deps: DeliveryDeps

beforeEach(async () => {
  calls = []
  answers = []
  errors = []
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      const status = answers.shift() ?? 200
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('heard')
    })
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', AB_ADMIN_TOKEN: 'an-admin-token' })
  deps = {
    subscriptions: new WebhookSubscriptionsRepository(test.db, new SecretBox(['a key of the tests'])),
    deliveries: new WebhookDeliveriesRepository(test.db),
    outbound: new Outbound({ allowsLocal: true }),
    clock: test.clock,
    random: () => 0,
  }
  worker = new DeliveryWorker(deps, error => errors.push(error))
})
afterEach(async () => {
  await worker.close()
  await deps.outbound.close()
  await test.close()
  await new Promise(resolve => receiver.close(resolve))
})

const send: TestApp['send'] = (method, path, body, headers = {}) =>
  test.send(method, path, body, { ...ADMIN, ...headers })
const subscribe = async (change: object = {}) => {
  const fields = { name: 'Channel', target_url: url, secret: SECRET, format: 'generic', scope: 'global' }
  return send('POST', PATH, { ...fields, ...change })
}
const archive = async (): Promise<string> => {
  const { body } = await send(
    'POST',
    '/api/v1/projects',
    (await import('../projects/project-example.ts')).EXAMPLE_PROJECT,
  )
  await send('POST', `/api/v1/projects/${body.id}/archive`)
  return body.id
}
/** Lets the worker go on until nothing is due now. */
async function work(): Promise<void> {
  for (;;) {
    const before = calls.length
    await worker.run()
    for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setTimeout(resolve, 5))
    if (calls.length === before) return
  }
}
const deliveries = async (id: string) => (await send('GET', `${PATH}/${id}/deliveries`)).body.deliveries

describe('a subscription', () => {
  it('is made, shown without its secret, changed and deleted, and each is written down', async () => {
    const made = await subscribe({ event_filter: [' project.create ', '', 'project.archive'] })
    const read = await send('GET', `${PATH}/${made.body.id}`)
    const changed = await send('PATCH', `${PATH}/${made.body.id}`, { enabled: false, event_filter: null })
    const listed = await send('GET', PATH)
    const gone = await send('DELETE', `${PATH}/${made.body.id}`)

    expect(made.body).toMatchObject({
      secret: SECRET,
      event_filter: ['project.create', 'project.archive'],
      enabled: true,
    })
    expect(read.body.secret).toBeNull()
    expect(changed.body).toMatchObject({ enabled: false, event_filter: ['project.create', 'project.archive'] })
    expect(listed.body).toMatchObject({ total: 1, subscriptions: [{ secret: null }] })
    expect(gone.body).toEqual({ id: made.body.id, deleted: true })
    const rows = await test.db.selectFrom('audit_log').selectAll().orderBy('id').execute()
    expect(rows.map(({ action }) => action)).toEqual(['webhook.create', 'webhook.update', 'webhook.delete'])
    expect(JSON.stringify(rows)).not.toContain(SECRET)
    expect(JSON.parse(rows[1]!.payload_diff!).enabled).toEqual([true, false])
  })

  it('keeps its secret encrypted', async () => {
    await subscribe()

    const [row] = await test.db.selectFrom('webhook_subscriptions').selectAll().execute()

    expect(row!.secret_sealed).toMatch(/^v1\./)
    expect(JSON.stringify(row)).not.toContain(SECRET)
  })

  it.each([
    ['http to another machine', 'http://example.com/hook'],
    ['no URL', 'hook'],
    ['a file', 'file:///etc/passwd'],
    ['a password', 'https://me:secret@example.com/'],
  ])('is refused for %s', async (_name, target_url) => {
    const { status, body } = await subscribe({ target_url })

    expect([status, body.error_code]).toEqual([400, 'bad_request'])
    expect((await send('GET', PATH)).body.total).toBe(0)
  })

  it.each([
    ['a key that is missing', { scope: 'api_key' }, 422],
    ['a key that is not asked for', { api_key_id: 'k' }, 422],
    ['a key that does not exist', { scope: 'api_key', api_key_id: 'k' }, 404],
    ['an unknown format', { format: 'xml' }, 422],
    ['an empty secret', { secret: '' }, 422],
    ['an unknown field', { enabled: true }, 422],
  ])('is refused with %s', async (_name, change, expected) => {
    const { status, body } = await subscribe(change)

    expect(status).toBe(expected)
    if (expected === 404) expect(body.error_code).toBe('api_key_not_found')
  })

  it('that is not there is 404, for its test by a code of its own', async () => {
    const codes = [
      await send('GET', `${PATH}/x`),
      await send('PATCH', `${PATH}/x`, {}),
      await send('DELETE', `${PATH}/x`),
      await send('GET', `${PATH}/x/deliveries`),
      await send('POST', `${PATH}/x/test`),
    ].map(({ status, body }) => [status, body.error_code])

    expect(codes).toEqual([...Array(4).fill([404, 'not_found']), [404, 'webhook_not_found']])
  })
})

describe('an event', () => {
  it('reaches those who want it, signed in both ways, with what the audit log says', async () => {
    const all = await subscribe()
    await subscribe({ event_filter: ['project.delete'] })
    const id = await archive()
    await work()

    expect(calls.map(({ body }) => JSON.parse(body).event_type)).toEqual([
      'webhook.create',
      'webhook.create',
      'project.create',
      'project.archive',
    ])
    const { headers, body } = calls[3]!
    expect(JSON.parse(body)).toMatchObject({
      event_type: 'project.archive',
      actor: 'admin_token',
      payload: { project_id: id, project_name: 'Checkout redesign', key_id: null },
    })
    expect(headers['x-ab-signature']).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`)
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`)
    expect(Number(headers['webhook-timestamp'])).toBe(Math.floor(test.clock.now() / 1000))
    expect(await deliveries(all.body.id)).toMatchObject(
      Array(4).fill({ status: 'delivered', attempt_count: 1, response_code: 200, response_body: 'heard' }),
    )
  })

  it('is a message for Slack, in which a name is no markup', async () => {
    await subscribe({ format: 'slack', event_filter: ['project.create'] })
    const { EXAMPLE_PROJECT } = await import('../projects/project-example.ts')
    const payload = structuredClone(EXAMPLE_PROJECT)
    payload.project.project_name = '<!channel> <http://evil|click> & *bold*'
    await send('POST', '/api/v1/projects', payload)
    await work()

    const { text, blocks } = JSON.parse(calls[0]!.body)
    expect(text).toBe('project.create: &lt;!channel&gt; &lt;http://evil|click&gt; &amp; ∗bold∗')
    expect(blocks).toHaveLength(2)
    expect(calls[0]!.headers['x-ab-signature']).toBeUndefined()
  })

  it('is tried again after 1, 5, 30, 300 and 1800 seconds, and then given up', async () => {
    const { body } = await subscribe({ event_filter: ['project.archive'] })
    await archive()
    answers = Array(6).fill(503)
    const waits: number[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await work()
      const [last] = await deliveries(body.id)
      if (last.next_attempt_at !== null) waits.push((Date.parse(last.next_attempt_at) - test.clock.now()) / 1000)
      test.clock.at = last.next_attempt_at === null ? test.clock.at : Date.parse(last.next_attempt_at)
    }

    expect(waits).toEqual([1, 5, 30, 300, 1800])
    expect(await deliveries(body.id)).toMatchObject([{ status: 'failed', attempt_count: 6, response_code: 503 }])
    expect((await send('GET', `${PATH}/${body.id}`)).body.last_error_at).toBe(isoTime(test.clock.now()))
  })

  it.each([400, 404, 302])('that is answered with %i has failed at once', async status => {
    const { body } = await subscribe({ event_filter: ['project.archive'] })
    await archive()
    answers = [status]
    await work()

    expect(await deliveries(body.id)).toMatchObject([{ status: 'failed', attempt_count: 1, response_code: status }])
    expect(calls).toHaveLength(1)
  })

  it('waits for the one before it, and no other subscription waits', async () => {
    const first = await subscribe({ event_filter: ['project.create', 'project.archive'] })
    const second = await subscribe({ event_filter: ['project.archive'] })
    await archive()
    answers = [500]
    await work()

    expect((await deliveries(first.body.id)).map(({ status }: { status: string }) => status)).toEqual([
      'pending',
      'retrying',
    ])
    expect(await deliveries(second.body.id)).toMatchObject([{ status: 'delivered' }])
    test.clock.at += 1000
    await work()
    expect((await deliveries(first.body.id)).map(({ status }: { status: string }) => status)).toEqual([
      'delivered',
      'delivered',
    ])
  })

  it('is not sent to a subscription that was disabled meanwhile', async () => {
    const { body } = await subscribe({ event_filter: ['project.archive'] })
    await archive()
    await send('PATCH', `${PATH}/${body.id}`, { enabled: false })
    await work()

    expect(calls).toEqual([])
    expect(await deliveries(body.id)).toMatchObject([
      { status: 'failed', error_message: 'The subscription is disabled' },
    ])
  })

  it('is taken by one worker, and by another when its lease has ended', async () => {
    await subscribe({ event_filter: ['project.archive'] })
    await archive()
    const now = isoTime(test.clock.now())
    const until = isoTime(test.clock.now() + 60_000)

    const claims = await Promise.all([1, 2, 3].map(() => deps.deliveries.claimDue(now, until, 10)))
    const later = await deps.deliveries.claimDue(until, isoTime(test.clock.now() + 120_000), 10)

    expect(claims.map(({ length }) => length).sort()).toEqual([0, 0, 1])
    expect(later).toHaveLength(1)
  })
})

describe('a test of a subscription', () => {
  it('is one attempt, whose end is told, and nobody else hears of it', async () => {
    const { body } = await subscribe()
    await subscribe({ name: 'another' })
    await work()
    calls.length = 0
    await send('PATCH', `${PATH}/${body.id}`, { enabled: false })
    calls.length = 0

    const good = await send('POST', `${PATH}/${body.id}/test`)
    answers = [503]
    const bad = await send('POST', `${PATH}/${body.id}/test`)

    expect(good.body).toMatchObject({ status: 'delivered', response_code: 200 })
    expect(bad.body).toMatchObject({ status: 'failed', response_code: 503 })
    expect(calls.map(({ body }) => JSON.parse(body).event_type)).toEqual(['webhook.test', 'webhook.test'])
    await new Promise(resolve => receiver.close(resolve))
    receiver.closeAllConnections()
    expect((await send('POST', `${PATH}/${body.id}/test`)).body).toMatchObject({
      status: 'failed',
      response_code: null,
    })
  })
})
