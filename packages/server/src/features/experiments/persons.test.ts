import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

const DAY = 86_400_000
const T0 = Date.UTC(2026, 3, 27)

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const urlOf = (id: string, user: string) => `/api/v1/experiments/${id}/persons/${encodeURIComponent(user)}`
const person = (id: string, user: string) => test.send('GET', urlOf(id, user))
const erase = (id: string, user: string, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'DELETE', url: urlOf(id, user), headers })
const post = (id: string, route: string, body: unknown) => test.send('POST', `/api/v1/experiments/${id}/${route}`, body)
const ingestion = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/ingestion`)).body

/** ann in the treatment, seen as a cookie in control the day before. */
async function newExperiment(): Promise<string> {
  const id = await test.createProject(payload => Object.assign(payload.metrics, { attribution_window_days: 2 }))
  const at = (days: number) => new Date(T0 + days * DAY).toISOString()
  await post(id, 'exposures', {
    exposures: [
      { user_id: 'ann', variation_index: 1, occurred_at: at(1) },
      { user_id: 'cookie', variation_index: 0, occurred_at: at(0), cluster_id: 'shop' },
      { user_id: 'bob', variation_index: 1, occurred_at: at(0) },
    ],
  })
  await post(id, 'identities', { identities: [{ anonymous_id: 'cookie', canonical_id: 'ann' }] })
  await post(id, 'conversions', {
    conversions: [
      { user_id: 'ann', metric: 'purchase', value: 1, occurred_at: at(1) },
      { user_id: 'cookie', metric: 'purchase', value: 2, occurred_at: at(-1) },
      { user_id: 'ann', metric: 'purchase', value: 3, occurred_at: at(9) },
      { user_id: 'bob', metric: 'purchase', value: 4, occurred_at: at(0) },
    ],
  })
  return id
}

describe('GET /persons/{user_id}', () => {
  it('tells the arm and why, and which events are left out and why', async () => {
    const id = await newExperiment()

    const { status, body } = await person(id, 'ann')

    expect(status).toBe(200)
    expect(body).toMatchObject({
      person_id: 'ann',
      anonymous_ids: ['cookie'],
      variation_index: 0,
      status: 'counted',
      exposures: [
        { user_id: 'ann', variation_index: 1, decides: false, cluster_id: null },
        {
          user_id: 'cookie',
          variation_index: 0,
          decides: true,
          cluster_id: 'shop',
          occurred_at: '2026-04-27T00:00:00.000Z',
        },
      ],
      events: [
        { value: 1, standing: 'counted' },
        { value: 2, standing: 'before_exposure' },
        { value: 3, standing: 'after_window' },
      ],
      events_total: 3,
    })
    expect((await person(id, 'cookie')).body).toEqual({ ...body, user_id: 'cookie' })
  })

  it('tells why a person is not counted', async () => {
    const id = await newExperiment()
    await post(id, 'exclusions', { exclusions: [{ user_id: 'bob', exclusion_reason: 'staff' }] })
    await post(id, 'holdout', { holdout: [{ user_id: 'held' }] })
    await post(id, 'strata', { strata: [{ user_id: 'guest', stratum: 'new' }] })
    const busy = Array.from({ length: 101 }, () => ({ user_id: 'busy', metric: 'purchase', value: 1 }))
    await post(id, 'exposures', { exposures: [{ user_id: 'busy', variation_index: 0 }] })
    await post(id, 'conversions', { conversions: busy })

    const people = await Promise.all(['bob', 'held', 'guest', 'busy'].map(user => person(id, user)))

    expect(people.map(({ body }) => [body.status, body.variation_index])).toEqual([
      ['excluded', 1],
      ['held_out', -1],
      ['not_exposed', null],
      ['rate_spike', 0],
    ])
    expect(people[0]!.body.exclusions).toEqual([{ user_id: 'bob', exclusion_reason: 'staff' }])
  })

  it('is 404 for who is not known, and for an unknown experiment', async () => {
    const id = await newExperiment()

    expect((await person(id, 'nobody')).body).toMatchObject({ status_code: 404, error_code: 'person_not_found' })
    expect((await person('none', 'ann')).status).toBe(404)
    expect((await person(id, 'x'.repeat(201))).status).toBe(422)
  })

  it('finds ids with slashes, spaces and signs of SQL', async () => {
    const id = await newExperiment()
    const odd = "a/b c'; drop table users; --"
    await post(id, 'exposures', { exposures: [{ user_id: odd, variation_index: 0 }] })

    expect((await person(id, odd)).body).toMatchObject({ person_id: odd, status: 'counted' })
  })
})

describe('DELETE /persons/{user_id}', () => {
  it('erases every id of the person, keeps the others, and a retry does not bring it back', async () => {
    const id = await newExperiment()

    const { statusCode } = await erase(id, 'cookie')
    const again = await post(id, 'exposures', {
      exposures: [
        { user_id: 'ann', variation_index: 1 },
        { user_id: 'cookie', variation_index: 0 },
      ],
    })

    expect(statusCode).toBe(204)
    expect(again.body).toMatchObject({ recorded: 0, deduplicated: 2 })
    expect((await person(id, 'ann')).status).toBe(404)
    expect(await ingestion(id)).toMatchObject({ exposures_total: 1, conversions_total: 1 })
    expect((await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body).toMatchObject({
      exposures_total: 1,
      conversions_total: 1,
      identity_resolution: { linked_identities: 0 },
    })
  })

  it('is written to the audit log, without the id', async () => {
    const id = await newExperiment()

    await erase(id, 'bob')

    const [entry] = await test.db
      .selectFrom('audit_log')
      .selectAll()
      .where('project_id', '=', id)
      .where('action', '=', 'person.erase')
      .execute()
    expect(entry!.payload_diff).toContain('person_sha256')
    expect(JSON.stringify(entry)).not.toContain('bob')
  })

  it('is 404 the second time, and writes nothing', async () => {
    const id = await newExperiment()
    await erase(id, 'bob')

    const again = await erase(id, 'bob')

    expect(again.statusCode).toBe(404)
    const entries = await test.db
      .selectFrom('audit_log')
      .select('id')
      .where('project_id', '=', id)
      .where('action', 'not like', 'ingest.%')
      .execute()
    expect(entries).toHaveLength(2)
  })

  it('works on an archived experiment, and needs the write scope', async () => {
    const id = await newExperiment()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await erase(id, 'bob')).statusCode).toBe(204)

    const guarded = await newTestApp({ AB_API_TOKEN: 'may-write', AB_READONLY_API_TOKEN: 'may-read' })
    const headers = { authorization: 'Bearer may-read' }
    const refused = await guarded.app.inject({ method: 'DELETE', url: urlOf('any', 'bob'), headers })
    expect(refused.statusCode).toBe(403)
    await guarded.close()
  })
})
