import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const post = (id: string, route: string, body: unknown) => test.send('POST', `/api/v1/experiments/${id}/${route}`, body)

describe('POST /holdout', () => {
  it('records exposures to variation -1, once', async () => {
    const id = await test.createProject()
    const body = { holdout: [{ user_id: 'a' }, { user_id: 'b' }, { user_id: 'a' }] }

    const first = await post(id, 'holdout', body)
    const again = await post(id, 'holdout', body)

    expect(first.body).toEqual({ received: 3, recorded: 2, deduplicated: 1, refused: [] })
    expect(again.body).toEqual({ received: 3, recorded: 0, deduplicated: 3, refused: [] })
    const { body: stored } = await test.send('GET', `/api/v1/experiments/${id}/ingestion`)
    expect(stored.exposure_counts).toEqual([{ variation_index: -1, count: 2 }])
  })

  it('holds a user out of the assignment, and leaves one who saw an arm in it', async () => {
    const id = await test.createProject()
    await post(id, 'exposures', { exposures: [{ user_id: 'seen', variation_index: 1 }] })

    const { body } = await post(id, 'holdout', { holdout: [{ user_id: 'seen' }, { user_id: 'held' }] })

    expect(body).toMatchObject({ recorded: 1, deduplicated: 1 })
    expect((await post(id, 'assign', { user_id: 'held' })).body).toMatchObject({ variation_index: -1, holdout: true })
    expect((await post(id, 'assign', { user_id: 'seen' })).body).toMatchObject({ variation_index: 1, holdout: false })
  })

  it('takes a client time, by which events before it are left out', async () => {
    const id = await test.createProject()
    await post(id, 'holdout', { holdout: ['a', 'b', 'c'].map(user_id => ({ user_id, occurred_at: '2026-05-01' })) })
    await post(id, 'conversions', {
      conversions: [
        { user_id: 'a', metric: 'purchase', occurred_at: '2026-04-30T23:59:59Z' },
        { user_id: 'b', metric: 'purchase', occurred_at: '2026-05-01T00:00:01Z' },
      ],
    })

    const { body } = await test.send('GET', `/api/v1/experiments/${id}/live-stats`)

    expect(body.holdout).toMatchObject({ holdout: { exposed_users: 3, converted_users: 1 } })
  })

  it('is refused for a project that is archived or does not exist', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await post(id, 'holdout', { holdout: [{ user_id: 'a' }] })).status).toBe(400)
    expect((await post('nowhere', 'holdout', { holdout: [{ user_id: 'a' }] })).body).toMatchObject({
      error_code: 'project_not_found',
    })
  })
})
