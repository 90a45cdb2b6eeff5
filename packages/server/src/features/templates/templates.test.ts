import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'

const PATH = '/api/v1/templates'
const OWN = { name: 'Ours', description: 'As we do it', payload: EXAMPLE_PROJECT }

let test: TestApp
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterEach(() => test.close())

const create = (change: object = {}) => test.send('POST', PATH, { ...OWN, ...change })
const names = async () => (await test.send('GET', PATH)).body.templates.map(({ name }: { name: string }) => name)

describe('built-in templates', () => {
  it('are eleven, each a design that can be sized', async () => {
    const { body } = await test.send('GET', PATH)

    expect(body.total).toBe(11)
    expect(body.templates.map(({ id }: { id: string }) => id).sort()).toEqual([
      'ad_ctr_ratio',
      'app_onboarding_drop_off',
      'checkout_conversion',
      'email_campaign',
      'feature_adoption',
      'latency_impact',
      'onboarding_completion',
      'pricing_sensitivity',
      'push_notification_reactivation',
      'search_ranking_ctr',
      'trial_to_paid',
    ])
    for (const { payload } of body.templates) {
      const { status, body: design } = await test.send('POST', '/api/v1/design', payload)
      expect([status, design.calculations.sample_size_per_variant > 0]).toEqual([200, true])
    }
  })

  it('can not be deleted', async () => {
    const { status, body } = await test.send('DELETE', `${PATH}/checkout_conversion`)

    expect([status, body.error_code]).toEqual([403, 'template_delete_forbidden'])
  })

  it('count their uses, two at one time too', async () => {
    const used = await Promise.all([1, 2, 3].map(() => test.send('POST', `${PATH}/latency_impact/use`)))

    expect(used.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await test.send('GET', `${PATH}/latency_impact`)).body.usage_count).toBe(3)
    expect((await names())[0]).toBe('Latency impact')
  })
})

describe('a template of your own', () => {
  it('is kept, read, used and deleted, and each is written down', async () => {
    const { status, body } = await create({ tags: ['a', 'b'], category: 'Shop' })
    const used = await test.send('POST', `${PATH}/${body.id}/use`)
    const deleted = await test.send('DELETE', `${PATH}/${body.id}`)

    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Ours', category: 'Shop', tags: ['a', 'b'], built_in: false, usage_count: 0 })
    expect(body.payload.constraints.n_looks).toBe(1)
    expect(used.body.usage_count).toBe(1)
    expect(deleted.body).toEqual({ id: body.id, deleted: true })
    expect((await test.send('GET', `${PATH}/${body.id}`)).body.error_code).toBe('not_found')
    const rows = await test.db.selectFrom('audit_log').select('action').orderBy('id').execute()
    expect(rows.map(({ action }) => action)).toEqual(['template.create', 'template.use', 'template.delete'])
  })

  it('stands after the built-in ones, by use and then by name whatever its case', async () => {
    const [b] = [await create({ name: 'bee' }), await create({ name: 'Ant' })]
    await create({ name: 'cat' })
    await test.send('POST', `${PATH}/${b!.body.id}/use`)

    expect((await names()).slice(11)).toEqual(['bee', 'Ant', 'cat'])
  })

  it.each([
    ['no name', { name: '' }, ['body', 'name'], 'string_too_short'],
    ['a long name', { name: 'x'.repeat(121) }, ['body', 'name'], 'string_too_long'],
    ['nine tags', { tags: Array.from('123456789') }, ['body', 'tags'], 'too_long'],
    ['a tag that is a number', { tags: [1] }, ['body', 'tags', 0], 'string_type'],
    ['an unknown key', { id: 'mine' }, ['body', 'id'], 'extra_forbidden'],
    ['no design', { payload: null }, ['body', 'payload'], 'dict_type'],
  ])('is refused with %s', async (_name, change, loc, type) => {
    const { status, body } = await create(change)

    expect([status, body.detail[0].loc, body.detail[0].type]).toEqual([422, loc, type])
    expect(await names()).toHaveLength(11)
  })

  it('is refused with a design that breaks a rule, naming its place', async () => {
    const payload = structuredClone(EXAMPLE_PROJECT)
    payload.setup.traffic_split = [50, 30, 20]

    const { status, body } = await create({ payload })

    expect(status).toBe(422)
    expect(body.detail[0].loc.slice(0, 2)).toEqual(['body', 'payload'])
  })

  it.each(['GET', 'DELETE'] as const)('that is not there is 404 for %s', async method => {
    const { status, body } = await test.send(method, `${PATH}/%27%20or%201%3D1`)

    expect([status, body.error_code]).toEqual([404, 'not_found'])
  })
})
