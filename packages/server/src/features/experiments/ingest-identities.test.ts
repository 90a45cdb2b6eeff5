import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const post = (id: string, route: string, body: unknown) => test.send('POST', `/api/v1/experiments/${id}/${route}`, body)

type Pair = readonly [anonymousId: string, canonicalId: string]

const link = (id: string, ...pairs: readonly Pair[]) =>
  post(id, 'identities', { identities: pairs.map(([anonymous_id, canonical_id]) => ({ anonymous_id, canonical_id })) })
const expose = (id: string, user_id: string, variation_index: number, occurred_at: string) =>
  post(id, 'exposures', { exposures: [{ user_id, variation_index, occurred_at }] })
const stats = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body

describe('POST /identities', () => {
  it('records, deduplicates and refuses, and the counts add up', async () => {
    const id = await test.createProject()

    const { status, body } = await link(
      id,
      ['cookie', 'ann'],
      ['cookie', 'ann'],
      ['ann', 'ann'],
      ['phone', 'cookie'],
      ['ann', 'bob'],
      ['cookie', 'bob'],
    )

    expect(status).toBe(200)
    expect(body).toEqual({
      received: 6,
      recorded: 1,
      deduplicated: 2,
      refused: [
        { index: 2, user_id: 'ann', reason: 'self_link' },
        { index: 3, user_id: 'phone', reason: 'would_chain' },
        { index: 4, user_id: 'ann', reason: 'would_chain' },
      ],
    })
    expect((await stats(id)).population.conflicts.identity).toBe(1)
  })

  it('makes the arm of a person sticky under each of its ids', async () => {
    const id = await test.createProject()
    await expose(id, 'cookie', 1, '2026-05-01T09:00:00Z')
    await expose(id, 'ann', 0, '2026-05-01T09:00:01Z')

    await link(id, ['cookie', 'ann'], ['phone', 'ann'])

    for (const user_id of ['ann', 'cookie', 'phone']) {
      expect((await post(id, 'assign', { user_id })).body).toMatchObject({ variation_index: 1, sticky: true })
    }
  })

  it('reads the same whether it comes before the events or after them', async () => {
    const send = async (id: string) => {
      await expose(id, 'cookie', 1, '2026-05-01T09:00:00Z')
      await expose(id, 'ann', 0, '2026-05-01T09:00:01Z')
      await expose(id, 'bob', 0, '2026-05-01T09:00:01Z')
      await post(id, 'conversions', { conversions: [{ user_id: 'ann', metric: 'purchase' }] })
    }
    const [early, late] = [await test.createProject(), await test.createProject()]
    await link(early, ['cookie', 'ann'])
    await send(early)
    await send(late)
    await link(late, ['cookie', 'ann'])

    const [one, other] = [await stats(early), await stats(late)]

    expect(one.comparisons[0]).toMatchObject({
      control: { exposed_users: 1, converted_users: 0 },
      treatment: { exposed_users: 1, converted_users: 1 },
    })
    expect({ ...other, experiment_id: early, data_version: '' }).toEqual({ ...one, data_version: '' })
  })

  it('tells what was folded, and who was in conflict', async () => {
    const id = await test.createProject()
    await expose(id, 'cookie', 1, '2026-05-01T09:00:00Z')
    await expose(id, 'ann', 0, '2026-05-01T09:00:01Z')
    await expose(id, 'phone', 0, '2026-05-01T09:00:00Z')
    await post(id, 'holdout', { holdout: [{ user_id: 'bob', occurred_at: '2026-05-02' }] })
    await post(id, 'conversions', { conversions: [{ user_id: 'cookie', metric: 'purchase' }] })
    await post(id, 'strata', {
      strata: [
        { user_id: 'ann', stratum: 'x' },
        { user_id: 'cookie', stratum: 'y' },
      ],
    })
    await post(id, 'pre-period', {
      pre_period_values: [
        { user_id: 'bob', value: 1 },
        { user_id: 'phone', value: 2 },
      ],
    })

    await link(id, ['cookie', 'ann'], ['phone', 'bob'])

    const { identity_resolution, population } = await stats(id)
    expect(identity_resolution).toEqual({
      status: 'active',
      linked_identities: 2,
      canonicalized_events: 3,
      merged_users: 2,
    })
    expect(population).toMatchObject({
      treated_users: 2,
      holdout_users: 0,
      linked_identities: 2,
      conflicts: { several_arms: 1, treated_and_held_out: 1, several_strata: 1, covariate: 1, identity: 0 },
    })
    expect(population.fingerprint).toBe(
      'analytical_population_v1|metric=purchase|treated=2|holdout=0|excluded=0|manual=0|spike=0|links=2',
    )
  })

  it('tells that nothing is linked', async () => {
    const { identity_resolution, population } = await stats(await test.createProject())

    expect(identity_resolution).toEqual({
      status: 'inactive',
      linked_identities: 0,
      canonicalized_events: 0,
      merged_users: 0,
    })
    expect(Object.values(population.conflicts)).toEqual([0, 0, 0, 0, 0])
  })

  it('keeps hostile ids apart', async () => {
    const id = await test.createProject()
    const ids = [
      "'; drop table identities; --",
      '__proto__',
      'constructor',
      'a\u0000b',
      'a',
      '\u{1f469}',
      ' ',
      '🙂'.repeat(200),
    ]

    const { body } = await link(id, ...ids.map((own, at): Pair => [own, `person-${at}`]))
    await expose(id, ids[3]!, 1, '2026-05-01')

    expect(body).toMatchObject({ recorded: 8, refused: [] })
    expect((await post(id, 'assign', { user_id: 'person-3' })).body).toMatchObject({ variation_index: 1, sticky: true })
    expect((await post(id, 'assign', { user_id: 'person-4' })).body).toMatchObject({ sticky: false })
  })

  it('is refused for a project that is archived or does not exist', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await link(id, ['a', 'b'])).body.error_code).toBe('project_archived')
    expect((await link('nowhere', ['a', 'b'])).body.error_code).toBe('project_not_found')
  })
})
