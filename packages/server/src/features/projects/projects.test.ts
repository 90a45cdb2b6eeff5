import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from './analysis-example.ts'
import { EXAMPLE_PROJECT } from './project-example.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const example = (name = 'Checkout') => ({
  ...EXAMPLE_PROJECT,
  project: { ...EXAMPLE_PROJECT.project, project_name: name },
})

async function auditOf(id: string) {
  return test.db.selectFrom('audit_log').selectAll().where('project_id', '=', id).orderBy('id').execute()
}

describe('a project', () => {
  it('is created with every key, defaults filled in', async () => {
    const { status, body } = await test.send('POST', '/api/v1/projects', EXAMPLE_PROJECT)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      project_name: 'Checkout redesign',
      payload_schema_version: 1,
      is_archived: false,
      archived_at: null,
    })
    expect(body).toMatchObject({
      revision_count: 1,
      last_analysis_at: null,
      has_analysis_snapshot: false,
      last_exported_at: null,
    })
    expect(body.payload.decision_policy).toMatchObject({
      estimator: 'unadjusted',
      monitoring: 'auto',
      minimum_worthwhile_effect: null,
    })
    expect(body.payload.constraints).toMatchObject({
      n_looks: 1,
      credibility: 0.95,
      rate_spike: { max_events: 100, window_minutes: 60 },
    })
  })

  it('reads as it was written', async () => {
    const { body: created } = await test.send('POST', '/api/v1/projects', EXAMPLE_PROJECT)

    expect((await test.send('GET', `/api/v1/projects/${created.id}`)).body).toEqual(created)
  })

  it('keeps a revision and an audit entry of each change', async () => {
    const id = await test.createProject()
    test.clock.at += 1000
    const { body } = await test.send('PUT', `/api/v1/projects/${id}`, example('Renamed'))

    expect(body).toMatchObject({ project_name: 'Renamed', revision_count: 2 })
    const [created, updated] = await auditOf(id)
    expect(created).toMatchObject({ action: 'project.create', actor: 'anonymous', ip_address: '127.0.0.1' })
    expect(updated).toMatchObject({ action: 'project.update', project_name: 'Renamed' })
    expect(JSON.parse(updated!.payload_diff!)).toEqual({ 'project.project_name': ['Checkout redesign', 'Renamed'] })
  })

  it('hides when archived, and comes back', async () => {
    const id = await test.createProject()
    const first = await test.send('POST', `/api/v1/projects/${id}/archive`)
    test.clock.at += 5000
    const second = await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect(second.body).toEqual(first.body)
    expect((await test.send('GET', `/api/v1/projects/${id}`)).status).toBe(404)
    expect((await test.send('PUT', `/api/v1/projects/${id}`, example())).body.error_code).toBe('project_archived')
    expect((await test.send('POST', `/api/v1/projects/${id}/restore`)).body).toMatchObject({ is_archived: false })
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'project.create',
      'project.archive',
      'project.archive',
      'project.restore',
    ])
  })

  it('moves updated_at only when its archive mark really changed', async () => {
    const id = await test.createProject()
    const { body: before } = await test.send('GET', `/api/v1/projects/${id}`)
    test.clock.at += 5000

    const { body: after } = await test.send('POST', `/api/v1/projects/${id}/restore`)

    expect(after.updated_at).toBe(before.updated_at)
  })

  it.each([
    ['GET', '', 'not_found'],
    ['PUT', '', 'project_not_found'],
    ['POST', '/archive', 'not_found'],
    ['POST', '/restore', 'not_found'],
  ] as const)('that does not exist: %s %s is 404 %s', async (method, suffix, code) => {
    const body = method === 'PUT' ? example() : undefined
    const answer = await test.send(method, `/api/v1/projects/nowhere${suffix}`, body)

    expect(answer.status).toBe(404)
    expect(answer.body.error_code).toBe(code)
  })
})

describe('a design is refused', () => {
  type Change = (payload: Record<string, Record<string, unknown>>) => void
  const cases: [string, Change, (string | number)[]][] = [
    [
      'with a namespace the wrong way round',
      ({ setup }) => Object.assign(setup!, { namespace: { id: 'n', range_start: 0.5, range_end: 0.5 } }),
      ['body', 'setup', 'namespace', 'range_end'],
    ],
    [
      'with `in` and no list',
      ({ setup }) => Object.assign(setup!, { targeting_rules: [{ attribute: 'a', operator: 'in', value: 'x' }] }),
      ['body', 'setup', 'targeting_rules', 0, 'value'],
    ],
    [
      'with `gt` and a list',
      ({ setup }) => Object.assign(setup!, { targeting_rules: [{ attribute: 'a', operator: 'gt', value: [1] }] }),
      ['body', 'setup', 'targeting_rules', 0, 'value'],
    ],
    [
      'as a ratio without parts',
      ({ metrics }) => Object.assign(metrics!, { metric_type: 'ratio' }),
      ['body', 'metrics', 'numerator_metric_name'],
    ],
    [
      'with a mean and no spread',
      ({ metrics }) => Object.assign(metrics!, { metric_type: 'continuous' }),
      ['body', 'metrics', 'std_dev'],
    ],
    [
      'with a guardrail without baseline',
      ({ metrics }) => Object.assign(metrics!, { guardrail_metrics: [{ name: 'g', metric_type: 'binary' }] }),
      ['body', 'metrics', 'guardrail_metrics', 0, 'baseline_rate'],
    ],
    [
      'with four guardrails',
      ({ metrics }) =>
        Object.assign(metrics!, {
          guardrail_metrics: Array(4).fill({ name: 'g', metric_type: 'binary', baseline_rate: 1 }),
        }),
      ['body', 'metrics', 'guardrail_metrics'],
    ],
    [
      'in bayesian mode without precision',
      ({ constraints }) => Object.assign(constraints!, { analysis_mode: 'bayesian' }),
      ['body', 'constraints', 'desired_precision'],
    ],
    [
      'with two smallest effects',
      payload =>
        Object.assign(payload, { decision_policy: { minimum_worthwhile_effect: 1, minimum_worthwhile_effect_pct: 1 } }),
      ['body', 'decision_policy', 'minimum_worthwhile_effect_pct'],
    ],
    [
      'with an unknown policy',
      payload => Object.assign(payload, { decision_policy: { estimator: 'magic' } }),
      ['body', 'decision_policy', 'estimator'],
    ],
    ['without a section', payload => Reflect.deleteProperty(payload, 'hypothesis'), ['body', 'hypothesis']],
  ]

  it.each(cases)('%s', async (_name, change, loc) => {
    const payload = structuredClone(EXAMPLE_PROJECT) as Record<string, Record<string, unknown>>
    change(payload)

    const answer = await test.send('POST', '/api/v1/projects', payload)

    expect(answer.status).toBe(422)
    expect(answer.body.detail).toContainEqual(expect.objectContaining({ loc }))
  })
})

describe('GET /projects', () => {
  let list: TestApp
  beforeAll(async () => {
    list = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
    for (const name of ['Alpha 100%', 'beta', 'Ёлка', 'delta_x']) {
      list.clock.at += 1000
      await list.createProject(payload => Object.assign(payload.project, { project_name: name }))
    }
    const { body } = await list.send('GET', '/api/v1/projects?q=delta')
    await list.send('POST', `/api/v1/projects/${(body.projects as { id: string }[])[0]!.id}/archive`)
  })
  afterAll(() => list.close())

  const names = async (query: string) =>
    ((await list.send('GET', `/api/v1/projects${query}`)).body.projects as { project_name: string }[]).map(
      item => item.project_name,
    )

  it.each([
    ['', ['Ёлка', 'beta', 'Alpha 100%']],
    ['?status=archived', ['delta_x']],
    ['?include_archived=true&sort_by=name&sort_dir=asc', ['Alpha 100%', 'beta', 'delta_x', 'Ёлка']],
    ['?q=%D1%91%D0%BB', ['Ёлка']],
    ['?q=%25', ['Alpha 100%']],
    ['?q=_', []],
    ['?q=FEWER%20steps', ['Ёлка', 'beta', 'Alpha 100%']],
    ['?metric_type=count', []],
    ['?sort_by=created_at&sort_dir=asc&limit=1&offset=1', ['beta']],
    ['?sort_by=duration_days', ['Ёлка', 'beta', 'Alpha 100%']],
  ])('%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  it('sorts by duration, unknown ones last in both directions, ties the newest first', async () => {
    const { body } = await list.send('GET', '/api/v1/projects?sort_by=name&sort_dir=asc')
    const [alpha, beta] = (body.projects as { id: string }[]).map(({ id }) => id)
    const { report } = EXAMPLE_ANALYSIS
    const lasting = (days: number) => ({
      ...EXAMPLE_ANALYSIS,
      report: { ...report, calculations: { ...report.calculations, estimated_duration_days: days } },
    })
    await list.send('POST', `/api/v1/projects/${alpha}/analysis`, lasting(7))
    await list.send('POST', `/api/v1/projects/${beta}/analysis`, lasting(30))

    expect(await names('?sort_by=duration_days')).toEqual(['beta', 'Alpha 100%', 'Ёлка'])
    expect(await names('?sort_by=duration_days&sort_dir=asc')).toEqual(['Alpha 100%', 'beta', 'Ёлка'])
    await list.send('POST', `/api/v1/projects/${alpha}/analysis`, lasting(30))
    expect(await names('?sort_by=duration_days&sort_dir=asc')).toEqual(['beta', 'Alpha 100%', 'Ёлка'])
  })

  it('says how many there are, and whether more follow', async () => {
    const { body } = await list.send('GET', '/api/v1/projects?limit=2')

    expect(body).toMatchObject({ total: 3, offset: 0, limit: 2, has_more: true })
    expect((body.projects as unknown[])[0]).toMatchObject({
      metric_type: 'binary',
      hypothesis: 'Fewer steps raise the purchase rate',
    })
  })

  it('knows how many a search finds, behind the last page too', async () => {
    const totals = await Promise.all(
      ['?q=fewer', '?q=fewer&offset=2&limit=1', '?q=fewer&offset=50', '?q=nowhere', '?q=%20'].map(
        async query => (await list.send('GET', `/api/v1/projects${query}`)).body.total,
      ),
    )

    expect(totals).toEqual([3, 3, 3, 0, 3])
  })

  it.each(['?limit=0', '?limit=201', '?offset=-1', '?status=gone', '?sort_by=id;drop', '?limit=x'])(
    'refuses %s',
    async query => {
      const answer = await list.send('GET', `/api/v1/projects${query}`)

      expect(answer.status).toBe(422)
      expect((answer.body.detail as { loc: string[] }[])[0]!.loc[0]).toBe('query')
    },
  )
})

describe('a number of a query', () => {
  it.each(['Infinity', '-Infinity', '1e400'])('%s is none', async limit => {
    const test = await newTestApp()

    const { status, body } = await test.send('GET', `/api/v1/projects?limit=${limit}`)

    expect([status, body.detail[0].loc]).toEqual([422, ['query', 'limit']])
    await test.close()
  })
})
