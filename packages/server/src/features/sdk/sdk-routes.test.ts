import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterEach(() => test.close())

const config = (headers?: Record<string, string>) => test.send('GET', '/api/v1/sdk/config', undefined, headers)
const assignMany = (body: unknown) => test.send('POST', '/api/v1/assign', body)
const assignOne = (id: string, body: unknown) => test.send('POST', `/api/v1/experiments/${id}/assign`, body)

describe('GET /sdk/config', () => {
  it('states what decides about each active experiment, and no text of its design', async () => {
    const id = await test.createProject(payload => {
      payload.setup.traffic_split = [60, 40]
      Object.assign(payload.setup, {
        namespace: { id: 'checkout', range_start: 0, range_end: 0.5 },
        targeting_rules: [{ attribute: 'country', operator: 'in', value: ['DE', 'FR'] }],
      })
      Object.assign(payload.constraints, { holdout_fraction: 0.5 })
    })

    const { status, headers, body } = await config()

    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers.etag).toBe(`"${body.version}"`)
    expect(body.experiments).toEqual([
      {
        id,
        seed: id,
        hashVersion: 2,
        weights: [0.6, 0.4],
        coverage: 0.5,
        holdout_fraction: 0.5,
        ranges: [
          [0, 0.3],
          [0.6, 0.8],
        ],
        namespace: { id: 'checkout', range_start: 0, range_end: 0.5 },
        targeting_rules: [{ attribute: 'country', operator: 'in', value: ['DE', 'FR'] }],
      },
    ])
  })

  it('is empty before the first experiment, and leaves archived ones out until they are restored', async () => {
    const empty = await config()
    const id = await test.createProject()
    const active = await config()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    const archived = await config()

    expect([empty, active, archived].map(({ body }) => body.experiments.length)).toEqual([0, 1, 0])
    expect(archived.headers.etag).toBe(empty.headers.etag)
    expect(active.headers.etag).not.toBe(empty.headers.etag)
  })

  it('answers 304 until something that decides changes', async () => {
    const id = await test.createProject()
    const etag = String((await config()).headers.etag)
    const held = [etag, `W/${etag}`, `"other", ${etag}`, '*'].map(tag => config({ 'if-none-match': tag }))
    const statuses = (await Promise.all(held)).map(({ status }) => status)
    const { body } = await test.send('GET', `/api/v1/projects/${id}`)
    const renamed = structuredClone(body.payload)
    renamed.project.project_name = 'Renamed'
    await test.send('PUT', `/api/v1/projects/${id}`, renamed)
    const afterRename = await config({ 'if-none-match': etag })
    renamed.setup.traffic_split = [90, 10]
    await test.send('PUT', `/api/v1/projects/${id}`, renamed)

    const afterSplit = await config({ 'if-none-match': etag })

    expect(statuses).toEqual([304, 304, 304, 304])
    expect(afterRename.status).toBe(304)
    expect(afterRename.headers.etag).toBe(etag)
    expect(afterSplit.status).toBe(200)
  })

  it.each([
    ['an empty tag', ''],
    ['no tag at all', 'nonsense'],
    ['half a tag', '"'],
    ['a weak star', 'W/*'],
    ['a very long tag', `"${'x'.repeat(5000)}"`],
  ])('takes %s for none of ours', async (_name, tag) => {
    await test.createProject()

    expect((await config({ 'if-none-match': tag })).status).toBe(200)
  })

  it('lists more experiments than a page of the list, the oldest first', async () => {
    const ids: string[] = []
    for (let index = 0; index < 120; index += 1) {
      test.clock.at += 1000
      ids.push(await test.createProject())
    }

    const { body } = await config()

    expect(body.experiments.map(({ id }: { id: string }) => id)).toEqual(ids)
  })
})

describe('POST /assign', () => {
  it('answers for every active experiment what the single route answers', async () => {
    const ids = [await test.createProject(), await test.createProject()]
    const archived = await test.createProject()
    await test.send('POST', `/api/v1/projects/${archived}/archive`)
    const user = { user_id: 'u1', attributes: { country: 'DE' } }
    const single = await Promise.all(ids.map(async id => (await assignOne(id, user)).body))

    const { status, body } = await assignMany(user)

    expect(status).toBe(200)
    expect(body).toHaveLength(2)
    expect(body).toEqual(expect.arrayContaining(single))
  })

  it('answers those asked for, in their order, archived ones too', async () => {
    const [first, second] = [await test.createProject(), await test.createProject()]
    await test.createProject()
    await test.send('POST', `/api/v1/projects/${first}/archive`)

    const { body } = await assignMany({ user_id: 'u1', experiment_ids: [second, first] })

    expect(body.map(({ experiment_id: id }: { experiment_id: string }) => id)).toEqual([second, first])
  })

  it('keeps a recorded arm, each experiment by itself', async () => {
    const [exposed, fresh] = [await test.createProject(), await test.createProject()]
    const other = 1 - Number((await assignOne(exposed, { user_id: 'u1' })).body.variation_index)
    const exposures = [{ user_id: 'u1', variation_index: other }]
    await test.send('POST', `/api/v1/experiments/${exposed}/exposures`, { exposures })

    const { body } = await assignMany({ user_id: 'u1', experiment_ids: [exposed, fresh] })

    expect(body).toMatchObject([{ variation_index: other, sticky: true }, { sticky: false }])
  })

  it('answers an empty list for no experiment', async () => {
    await test.createProject()

    expect((await assignMany({ user_id: 'u1', experiment_ids: [] })).body).toEqual([])
  })

  it('answers 404 when one of them does not exist', async () => {
    const id = await test.createProject()

    const { status, body } = await assignMany({ user_id: 'u1', experiment_ids: [id, "nowhere' OR 1=1 --"] })

    expect(status).toBe(404)
    expect(body).toMatchObject({ detail: 'Experiment not found', error_code: 'not_found' })
  })

  it.each([
    ['no user', { attributes: {} }],
    ['an empty user', { user_id: '' }],
    ['a user that is a number', { user_id: 42 }],
    ['a user of 201 characters', { user_id: 'u'.repeat(201) }],
    ['a lone surrogate', '{"user_id":"\\ud800"}'],
    ['attributes that are a list', { user_id: 'u', attributes: [] }],
    ['ids that are a text', { user_id: 'u', experiment_ids: 'all' }],
    ['an id that is a number', { user_id: 'u', experiment_ids: [1] }],
    ['more than 1,000 ids', { user_id: 'u', experiment_ids: new Array(1001).fill('x') }],
    ['an unknown key', { user_id: 'u', experiments: [] }],
    ['no JSON', '{'],
  ])('refuses %s', async (_name, body) => {
    expect((await assignMany(body)).status).toBe(422)
  })

  it('reads attributes as data, whatever their names', async () => {
    const id = await test.createProject(payload => {
      Object.assign(payload.setup, {
        targeting_rules: [{ attribute: 'constructor', operator: 'equals', value: 'x' }],
      })
    })

    const { status, body } = await assignMany('{"user_id":"u","attributes":{"__proto__":{"constructor":"x"}}}')

    expect(status).toBe(200)
    expect(body).toMatchObject([{ experiment_id: id, targeting_excluded: true }])
  })
})

describe('who may ask', () => {
  it('reads the configuration with the read token, and assigns with the write token only', async () => {
    const [read, write] = ['a-token-that-reads', 'a-token-that-writes']
    const guarded = await newTestApp({ AB_API_TOKEN: write, AB_READONLY_API_TOKEN: read })
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

    const answers = [
      await guarded.send('GET', '/api/v1/sdk/config'),
      await guarded.send('GET', '/api/v1/sdk/config', undefined, bearer(read)),
      await guarded.send('POST', '/api/v1/assign', { user_id: 'u' }, bearer(read)),
      await guarded.send('POST', '/api/v1/assign', { user_id: 'u' }, bearer(write)),
    ]
    await guarded.close()

    expect(answers.map(({ status }) => status)).toEqual([401, 200, 403, 200])
  })
})
