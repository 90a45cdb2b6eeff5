import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const send = (method: 'POST' | 'PUT', id: string, route: string, body: unknown) =>
  test.send(method, `/api/v1/experiments/${id}/${route}`, body)
const strataOf = (...rows: readonly (readonly [string, string])[]) => ({
  strata: rows.map(([user_id, stratum]) => ({ user_id, stratum })),
})
const audit = (id: string, action: string) =>
  test.db.selectFrom('audit_log').selectAll().where('project_id', '=', id).where('action', '=', action).execute()

async function exposed(arms: number, persons: number, change = {}): Promise<string> {
  const id = await test.createProject(payload => Object.assign(payload.metrics, change))
  const items = Array.from({ length: arms * persons }, (_, at) => ({
    userId: `u${at}`,
    arm: at % arms,
    occurredAt: null,
  }))
  await test.events.append({ experimentId: id, receivedAt: 0, kind: 'exposures', items })
  return id
}

describe('PUT /strata', () => {
  it('overwrites what was recorded, each item in its turn, and is written to the audit log', async () => {
    const id = await exposed(2, 2)
    await send('POST', id, 'strata', strataOf(['u0', 'nroth'], ['u1', 'north']))

    const { status, body } = await send('PUT', id, 'strata', strataOf(['u0', 'east'], ['u0', 'north'], ['u2', 'north']))

    const { stratified } = (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body
    expect([status, body]).toEqual([200, { received: 3, recorded: 3, deduplicated: 0, refused: [] }])
    expect(stratified).toMatchObject({ num_strata: 1, stratified_users_total: 3 })
    const [entry] = await audit(id, 'strata.correct')
    expect(JSON.parse(entry!.payload_diff!)).toEqual({ recorded: [null, 3] })
  })

  it('stands against a first write that comes later', async () => {
    const id = await exposed(2, 1)
    await send('PUT', id, 'strata', strataOf(['u0', 'north']))

    const { body } = await send('POST', id, 'strata', strataOf(['u0', 'south'], ['u1', 'north']))

    const { stratified } = (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body
    expect(body).toMatchObject({ recorded: 1, deduplicated: 1 })
    expect(stratified.comparisons[0].strata).toMatchObject([{ stratum: 'north', users: 2 }])
  })
})

describe('PUT /pre-period', () => {
  it('overwrites a covariate, and is written to the audit log', async () => {
    const id = await exposed(2, 3, { metric_type: 'continuous', std_dev: 1, baseline_value: 10 })
    const values = (...own: number[]) => ({ pre_period_values: own.map((value, at) => ({ user_id: `u${at}`, value })) })
    await send('POST', id, 'pre-period', values(1, 2, 3, 4, 5, 600))
    const conversions = Array.from({ length: 6 }, (_, at) => ({ user_id: `u${at}`, metric: 'purchase', value: at + 1 }))
    await send('POST', id, 'conversions', { conversions })

    const { body } = await send('PUT', id, 'pre-period', { pre_period_values: [{ user_id: 'u5', value: 6 }] })

    const { cuped } = (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body
    expect(body).toEqual({ received: 1, recorded: 1, deduplicated: 0, refused: [] })
    expect(cuped).toMatchObject({ theta: 1, variance_reduction_pct: 100 })
    expect(await audit(id, 'pre_period.correct')).toHaveLength(1)
  })
})

describe('a correction', () => {
  const cases: [string, string, unknown, string, (string | number)[]][] = [
    ['nothing', 'strata', { strata: [] }, 'too_short', ['body', 'strata']],
    ['an empty stratum', 'strata', strataOf(['u', '']), 'string_too_short', ['body', 'strata', 0, 'stratum']],
    [
      'a value in quotes',
      'pre-period',
      { pre_period_values: [{ user_id: 'u', value: '1' }] },
      'float_type',
      ['body', 'pre_period_values', 0, 'value'],
    ],
    [
      'an unknown key',
      'pre-period',
      { pre_period_values: [{ user_id: 'u', value: 1, reason: 'typo' }] },
      'extra_forbidden',
      ['body', 'pre_period_values', 0, 'reason'],
    ],
  ]

  it.each(cases)('with %s is refused, and nothing is written', async (_name, route, body, type, loc) => {
    const id = await test.createProject()

    const answer = await send('PUT', id, route, body)

    expect(answer.status).toBe(422)
    expect(answer.body.detail).toContainEqual(expect.objectContaining({ type, loc }))
    expect(await test.events.dataVersion(id)).toBe('0')
    expect(await audit(id, 'strata.correct')).toEqual([])
  })

  it('is refused for a project that is archived or does not exist', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await send('PUT', id, 'strata', strataOf(['u', 'x']))).status).toBe(400)
    expect((await send('PUT', 'nowhere', 'strata', strataOf(['u', 'x']))).status).toBe(404)
  })
})
