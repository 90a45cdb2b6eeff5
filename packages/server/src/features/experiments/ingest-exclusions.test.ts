import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const post = (id: string, route: string, body: unknown) => test.send('POST', `/api/v1/experiments/${id}/${route}`, body)
const exclude = (id: string, ...users: readonly string[]) =>
  post(id, 'exclusions', { exclusions: users.map(user_id => ({ user_id })) })
const lift = async (id: string, user: string) => {
  const url = `/api/v1/experiments/${id}/exclusions/${encodeURIComponent(user)}`
  const answer = await test.app.inject({ method: 'DELETE', url })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}
const stats = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body
const audit = (id: string) =>
  test.db
    .selectFrom('audit_log')
    .selectAll()
    .where('project_id', '=', id)
    .where('action', '=', 'exclusion.lift')
    .execute()

async function expose(id: string, arm: number, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, at) => ({ userId: `${arm}-${at}`, arm, occurredAt: null }))
  await test.events.append({ experimentId: id, receivedAt: 0, kind: 'exposures', items })
}

describe('POST /exclusions', () => {
  it('leaves persons out, once each, and counts them', async () => {
    const id = await test.createProject()
    await expose(id, 0, 3)
    await expose(id, 1, 3)

    const first = await exclude(id, '1-0', '1-1', '1-0', 'nobody')
    const again = await exclude(id, '1-1')

    expect(first.body).toEqual({ received: 4, recorded: 3, deduplicated: 1, refused: [] })
    expect(again.body).toEqual({ received: 1, recorded: 0, deduplicated: 1, refused: [] })
    const { exclusions, population, srm } = await stats(id)
    expect(exclusions).toEqual({ status: 'active', total_filtered: 2, manual_filtered: 2, rate_spike_filtered: 0 })
    expect(population).toMatchObject({
      treated_users: 4,
      excluded_users: 2,
      manual_excluded: 2,
      rate_spike_excluded: 0,
    })
    expect(srm.observed_counts).toEqual([3, 1])
  })

  it('tests each filter for imbalance, the manual one against everybody and the rates against who remains', async () => {
    const id = await test.createProject()
    await expose(id, 0, 100)
    await expose(id, 1, 100)
    await exclude(id, ...Array.from({ length: 20 }, (_, at) => `1-${at}`))
    const bots = ['0-0', '0-1', '1-0', '1-40']
    const items = bots.flatMap(userId =>
      Array(101).fill({ userId, metric: 'purchase', value: 1, idempotencyKey: null, occurredAt: null }),
    )
    await test.events.append({ experimentId: id, receivedAt: 0, kind: 'conversions', items })

    const { population, exclusions } = await stats(id)

    expect(exclusions).toMatchObject({ total_filtered: 23, manual_filtered: 20, rate_spike_filtered: 3 })
    // Of 20 and 0 against 100 and 100: chi-square 20 on one degree of freedom; of 2 and 1 against 100 and 80: 0.15.
    expect(population.filters).toEqual([
      { reason: 'manual', by_arm: [0, 20], imbalance_p_value: 0.000008, imbalance_p_value_log10: -5.111023 },
      { reason: 'rate_spike', by_arm: [2, 1], imbalance_p_value: 0.698535, imbalance_p_value_log10: -0.155812 },
    ])
  })

  it('excludes a person by any of its ids', async () => {
    const id = await test.createProject()
    await expose(id, 0, 2)
    await exclude(id, 'cookie')

    await post(id, 'identities', { identities: [{ anonymous_id: 'cookie', canonical_id: '0-0' }] })

    expect((await stats(id)).population).toMatchObject({ treated_users: 1, manual_excluded: 1 })
  })

  it('leaves persons in the holdout out as well', async () => {
    const id = await test.createProject()
    await post(id, 'holdout', { holdout: [{ user_id: 'a' }, { user_id: 'b' }, { user_id: 'c' }] })

    await exclude(id, 'a')

    const { population, holdout } = await stats(id)
    expect(population).toMatchObject({ holdout_users: 2, manual_excluded: 0 })
    expect(holdout).toMatchObject({ holdout_users_total: 2, holdout: { exposed_users: 2 } })
  })
})

describe('DELETE /exclusions/{user_id}', () => {
  it('counts the user again, and is written to the audit log', async () => {
    const id = await test.createProject()
    await expose(id, 0, 2)
    await exclude(id, '0-0')

    const { status, body } = await lift(id, '0-0')

    expect([status, body]).toEqual([204, null])
    expect((await stats(id)).population).toMatchObject({ treated_users: 2, manual_excluded: 0 })
    const [entry, ...others] = await audit(id)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ action: 'exclusion.lift', project_id: id, actor: 'anonymous' })
    expect(JSON.parse(entry!.payload_diff!)).toEqual({ user_id: ['0-0', null] })
  })

  it('is 404 for a user who is not excluded, and writes nothing down', async () => {
    const id = await test.createProject()
    await exclude(id, 'ann')
    await lift(id, 'ann')
    const version = await test.events.dataVersion(id)

    const [again, stranger] = [await lift(id, 'ann'), await lift(id, 'stranger')]

    expect([again.status, stranger.status]).toEqual([404, 404])
    expect(again.body.error_code).toBe('exclusion_not_found')
    expect(await audit(id)).toHaveLength(1)
    expect(await test.events.dataVersion(id)).toBe(version)
  })

  it.each(['a/b?c#d', '%2F', '../..', "'; drop table exclusions; --", '👩‍👩‍👧', 'é', ' ', 'x'.repeat(200)])(
    'finds the user %s',
    async user => {
      const id = await test.createProject()
      await exclude(id, user)

      expect((await lift(id, user)).status).toBe(204)
    },
  )

  it('is refused for ids that nobody can have', async () => {
    const id = await test.createProject()

    expect((await lift(id, 'x'.repeat(201))).status).toBe(422)
    expect((await lift(id, 'x'.repeat(5000))).status).toBe(404)
    expect((await lift(id, '')).status).toBe(422)
  })

  it('is refused for a project that is archived or does not exist', async () => {
    const id = await test.createProject()
    await exclude(id, 'ann')
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await lift(id, 'ann')).body.error_code).toBe('project_archived')
    expect((await lift('nowhere', 'ann')).body.error_code).toBe('project_not_found')
  })

  it('asks for the write scope', async () => {
    const guarded = await newTestApp({ AB_API_TOKEN: 'may-write', AB_READONLY_API_TOKEN: 'may-read' })
    const call = (token: string) =>
      guarded.app.inject({
        method: 'DELETE',
        url: '/api/v1/experiments/x/exclusions/ann',
        headers: { authorization: `Bearer ${token}` },
      })

    const statuses = [
      (await call('may-read')).statusCode,
      (await call('may-write')).statusCode,
      (await call('no')).statusCode,
    ]

    expect(statuses).toEqual([403, 404, 401])
    await guarded.close()
  })
})
