import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const assign = (id: string, body: Record<string, unknown>) =>
  test.send('POST', `/api/v1/experiments/${id}/assign`, body)

describe('POST /assign', () => {
  it('gives the same arm every time, with every field', async () => {
    const id = await test.createProject()

    const first = await assign(id, { user_id: 'u1' })
    const again = await assign(id, { user_id: 'u1' })

    expect(first.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(first.body).toMatchObject({
      experiment_id: id,
      user_id: 'u1',
      seed: id,
      num_variations: 2,
      coverage: 1,
      weights: [0.5, 0.5],
    })
    expect(first.body).toMatchObject({
      hash_version: 2,
      sticky: false,
      holdout: false,
      namespace_excluded: false,
      targeting_excluded: false,
    })
    expect(first.body.growthbook).toMatchObject({
      key: id,
      hashAttribute: 'id',
      hashValue: 'u1',
      inExperiment: true,
      hashUsed: true,
    })
  })

  it('keeps a recorded arm whatever the hash says', async () => {
    const id = await test.createProject()
    const { body } = await assign(id, { user_id: 'u1' })
    const other = 1 - Number(body.variation_index)
    await test.send('POST', `/api/v1/experiments/${id}/exposures`, {
      exposures: [{ user_id: 'u1', variation_index: other }],
    })

    const answer = await assign(id, { user_id: 'u1' })

    expect(answer.body).toMatchObject({ variation_index: other, sticky: true, in_experiment: true, hash: body.hash })
    expect(answer.body.growthbook).toMatchObject({ variationId: other, hashUsed: false })
  })

  it('keeps a held-out user out', async () => {
    const id = await test.createProject()
    const items = [{ userId: 'held', arm: -1, occurredAt: null }]
    await test.events.append({ experimentId: id, receivedAt: 0, kind: 'exposures', items })

    const answer = await assign(id, { user_id: 'held' })

    expect(answer.body).toMatchObject({ variation_index: -1, in_experiment: false, sticky: true, holdout: true })
    expect(answer.body.growthbook).toMatchObject({ inExperiment: false, variationId: 0 })
  })

  it('excludes by targeting before namespace, and by namespace before hash', async () => {
    const rules = [{ attribute: 'country', operator: 'equals', value: 'DE' }]
    const id = await test.createProject(payload => {
      Object.assign(payload.setup, {
        targeting_rules: rules,
        namespace: { id: 'checkout', range_start: 0, range_end: 1e-9 },
      })
    })

    const abroad = await assign(id, { user_id: 'u1', attributes: { country: 'FR' } })
    const outside = await assign(id, { user_id: 'u1', attributes: { country: 'DE' } })

    expect(abroad.body).toMatchObject({ variation_index: -1, targeting_excluded: true, namespace_excluded: false })
    expect(outside.body).toMatchObject({ variation_index: -1, targeting_excluded: false, namespace_excluded: true })
  })

  it('leaves the holdout share out without moving anybody between arms', async () => {
    const open = await test.createProject()
    const { body: payload } = await test.send('GET', `/api/v1/projects/${open}`)
    const before = await Promise.all(users.map(user => assign(open, { user_id: user })))
    const changed = structuredClone(payload.payload) as Record<string, Record<string, unknown>>
    changed.constraints!.holdout_fraction = 0.3
    await test.send('PUT', `/api/v1/projects/${open}`, changed)

    const after = await Promise.all(users.map(user => assign(open, { user_id: user })))

    const moved = after.filter(
      ({ body }, at) => body.variation_index !== -1 && body.variation_index !== before[at]!.body.variation_index,
    )
    expect(moved).toEqual([])
    expect(after.filter(({ body }) => body.variation_index === -1).length).toBeGreaterThan(10)
  })

  it('knows the vectors of the contract', async () => {
    const id = await test.createProject()

    const answer = await assign(id, { user_id: 'ü€😀', hash_version: 1 })

    expect(answer.body.hash).toBeGreaterThanOrEqual(0)
    expect(answer.body.hash_version).toBe(1)
  })

  it.each([
    ['an empty user', { user_id: '' }, 422],
    ['hash version 3', { user_id: 'u', hash_version: 3 }, 422],
    ['attributes that are a list', { user_id: 'u', attributes: [] }, 422],
    ['an unknown key', { user_id: 'u', x: 1 }, 422],
  ])('refuses %s', async (_name, body, status) => {
    const id = await test.createProject()

    expect((await assign(id, body)).status).toBe(status)
  })

  it('answers 404 for an experiment that does not exist, and reads archived ones', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await assign('nowhere', { user_id: 'u' })).body).toMatchObject({
      detail: 'Experiment not found',
      error_code: 'not_found',
    })
    expect((await assign(id, { user_id: 'u' })).status).toBe(200)
  })
})

const users = Array.from({ length: 100 }, (_, index) => `user-${index}`)
