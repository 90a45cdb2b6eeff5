import { betaExceedance, normalSurvival } from '@verdict/stats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../http/language.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from '../projects/analysis-example.ts'

const RATES = { control_conversions: 120, control_users: 1000, treatment_conversions: 150, treatment_users: 1000 }
const MEANS = {
  control_mean: 10,
  control_std: 4,
  control_n: 400,
  treatment_mean: 10.4,
  treatment_std: 5,
  treatment_n: 500,
}

let test: TestApp
let rates: string
let means: string
let bare: string
let archived: string
let unread: string
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  rates = await project('Rates', {}, { metric_type: 'binary', binary: RATES })
  means = await project('Means', { days: 60, size: 5000 }, { metric_type: 'continuous', continuous: MEANS })
  bare = await project('Bare', { days: 10, size: 900 })
  archived = await project('Archived')
  await test.send('POST', `/api/v1/projects/${archived}/archive`)
  unread = await test.createProject()
})
afterAll(() => test.close())

interface Plan {
  readonly days?: number
  readonly size?: number
}

async function project(name: string, plan: Plan = {}, results?: object, readable?: object): Promise<string> {
  const analysis = results && (await test.send('POST', '/api/v1/results', { ...results, ...readable })).body
  const observed_results = results && { request: results, analysis }
  const isMean = JSON.stringify(results ?? {}).includes('continuous')
  const id = await test.createProject(payload => {
    payload.project.project_name = name
    Object.assign(payload, { additional_context: { observed_results: observed_results ?? null } })
    if (isMean) Object.assign(payload.metrics, { metric_type: 'continuous', baseline_value: 10, std_dev: 4 })
  })
  await test.send('POST', `/api/v1/projects/${id}/analysis`, analysisOf(name, plan, isMean))
  return id
}

function analysisOf(name: string, { days = 41, size = 293_284 }: Plan, isMean: boolean) {
  const { calculations, report } = EXAMPLE_ANALYSIS
  const plan = { ...calculations.calculation_summary, ...(isMean ? MEAN_PLAN : {}) }
  const results = { ...calculations.results, estimated_duration_days: days, total_sample_size: size }
  const warning = (code: string, severity: string) => ({ code, severity, message: code, source: 'rules_engine' })
  return {
    ...EXAMPLE_ANALYSIS,
    calculations: {
      ...calculations,
      calculation_summary: plan,
      results,
      assumptions: ['shared', `only ${name}`],
      warnings: [warning('LONG_DURATION', 'high'), warning('LONG_DURATION', 'high'), warning(`OF_${name}`, 'low')],
    },
    report: {
      ...report,
      risks: { statistical: ['s1', 's2'], product: ['p1'], technical: [`t ${name}`], operational: ['o1'] },
      recommendations: { before_launch: ['check'], during_test: [`watch ${name}`], after_test: ['decide'] },
    },
  }
}
const MEAN_PLAN = { metric_type: 'continuous', baseline_value: 10, mde_pct: 3, mde_absolute: 0.3 }

const many = (ids: unknown, query = '', headers: Record<string, string> = {}) =>
  test.send('POST', `/api/v1/projects/compare${query}`, { project_ids: ids }, headers)
const pair = (query: string) => test.send('GET', `/api/v1/projects/compare?${query}`)

describe('POST /projects/compare', () => {
  it('tells what all have, what one has, and the ranges', async () => {
    const { status, body } = await many([` ${rates} `, means, bare])

    expect(status).toBe(200)
    expect(body.projects.map((item: { id: string }) => item.id)).toEqual([rates, means, bare])
    expect(body.shared_warnings[0]).toBe('LONG_DURATION')
    expect(body.shared_warnings[1]).toContain('different types')
    expect(body.shared_risks).toEqual(['s1', 's2', 'p1', 'o1'])
    expect(body.shared_assumptions).toEqual(['shared'])
    expect(body.unique_per_project[means]).toEqual({
      warnings: ['OF_Means'],
      risks: ['t Means'],
      assumptions: ['only Means'],
    })
    expect(body.sample_size_range).toEqual({ min: 900, max: 293_284, median: 5000 })
    expect(body.duration_range).toEqual({ min: 10, max: 60, median: 41 })
    expect(body.metric_types_used).toEqual(['binary', 'continuous'])
    expect(body.recommendation_highlights.slice(0, 3)).toEqual([
      'check (3 of 3 projects)',
      'decide (3 of 3 projects)',
      'watch Rates (1 of 3 projects)',
    ])
    expect(body.recommendation_highlights).toHaveLength(5)
    expect([body.monte_carlo_distribution, body.monte_carlo_seed]).toEqual([null, null])
  })

  it('takes the middle of two for the median', async () => {
    const { body } = await many([rates, bare])

    expect(body.duration_range.median).toBe(25.5)
  })

  it('describes each project by its newest analysis', async () => {
    const { body } = await many([rates, bare])

    expect(body.projects[0]).toMatchObject({
      project_name: 'Rates',
      metric_type: 'binary',
      primary_metric: 'purchase',
      warnings_count: 2,
      warning_codes: ['LONG_DURATION', 'OF_Rates'],
      warning_severity: 'high',
      risk_highlights: ['s1', 's2', 'p1', 't Rates'],
      recommendation_highlights: ['check', 'watch Rates', 'decide'],
      advice_available: false,
    })
    expect(body.projects[0].observed_results).toMatchObject({ metric_type: 'binary', observed_effect: 3 })
    expect(body.projects[1].observed_results).toBeNull()
  })

  it('sizes around the plan, as /sensitivity does, at the traffic of the analysis', async () => {
    const { body } = await many([rates, means])
    const grid = body.projects[0].sensitivity

    expect([grid.current_mde, grid.current_power]).toEqual([5, 0.8])
    const { body: asked } = await test.send('POST', '/api/v1/sensitivity', {
      metric_type: 'binary',
      baseline_rate: 4.2,
      daily_traffic: 7200,
      mde_values: [0.1, 0.5, 1, 2, 5],
      power_values: [0.7, 0.8, 0.9, 0.95],
    })
    expect(grid.cells).toEqual(asked.cells)
    const effects = (body.projects[1].sensitivity.cells as { mde: number }[]).map(({ mde }) => mde)
    expect([...new Set(effects)]).toEqual([0.1, 0.3, 0.5, 1, 2])
  })

  it.each([
    ['one', () => [rates]],
    ['six', () => Array.from({ length: 6 }, (_, at) => `${at}`)],
    ['one twice', () => [rates, ` ${rates}`]],
    ['an empty id', () => [rates, ' ']],
    ['a number', () => [rates, 1]],
    ['no list', () => rates],
  ])('refuses %s', async (_name, ids) => {
    expect((await many(ids())).status).toBe(422)
  })

  it.each([
    '?monte_carlo_simulations=999',
    '?monte_carlo_simulations=50001',
    '?monte_carlo_seed=-1',
    '?monte_carlo_seed=x',
    '?include_monte_carlo=perhaps',
  ])('refuses %s', async query => {
    expect((await many([rates, bare], query)).status).toBe(422)
  })

  it('refuses keys it does not know', async () => {
    const body = { project_ids: [rates, bare], extra: 1 }
    expect((await test.send('POST', '/api/v1/projects/compare', body)).status).toBe(422)
  })

  it('finds neither archived projects nor those without an analysis', async () => {
    expect((await many([rates, archived])).body).toMatchObject({ status_code: 404, detail: 'Project not found' })
    expect((await many([rates, 'none'])).body).toMatchObject({ status_code: 404, detail: 'Project not found' })
    expect((await many([rates, unread])).body).toMatchObject({
      status_code: 404,
      detail: 'Project analysis snapshot not found',
    })
  })

  it('counts as heavy traffic, and may be asked by who may only read', async () => {
    const env = { AB_READONLY_API_TOKEN: 'may-read', AB_HEAVY_RATE_LIMIT_REQUESTS: '1' }
    const guarded = await newTestApp(env)
    const headers = { authorization: 'Bearer may-read' }
    const ask = () => guarded.send('POST', '/api/v1/projects/compare', { project_ids: ['a', 'b'] }, headers)

    expect([(await ask()).status, (await ask()).status]).toEqual([404, 429])
    await guarded.close()
  })
})

describe('the simulated uplift', () => {
  const simulated = async (query = '', ids = [rates, means, bare]) =>
    (await many(ids, `?include_monte_carlo=true&monte_carlo_simulations=50000${query}`)).body
  // Five standard errors of a share of 50,000 draws.
  const SLACK = 5 * Math.sqrt(0.25 / 50_000)

  it('of rates is positive as often as one Beta variable exceeds the other', async () => {
    const { monte_carlo_distribution: found } = await simulated()

    const exact = betaExceedance({ a: 151, b: 851 }, { a: 121, b: 881 }).lower

    expect(Object.keys(found)).toEqual([rates, means])
    expect(found[rates].num_simulations).toBe(50_000)
    expect(Math.abs(found[rates].probability_uplift_positive - exact)).toBeLessThan(SLACK)
  })

  it('of means is relative to control, by the normal distribution', async () => {
    const { monte_carlo_distribution: found } = await simulated()
    const { probability_uplift_above_threshold: above, percentiles } = found[means]

    expect(Object.keys(above).sort()).toEqual(Array.from({ length: 10 }, (_, at) => ((at + 1) / 100).toFixed(2)))
    for (const [threshold, share] of Object.entries(above as Record<string, number>)) {
      const k = Number(threshold)
      const error = Math.sqrt(25 / 500 + (1 + k) ** 2 * (16 / 400))
      expect(Math.abs(share - normalSurvival(((1 + k) * 10 - 10.4) / error))).toBeLessThan(SLACK)
    }
    expect(Object.keys(percentiles)).toEqual(['5', '25', '50', '75', '95'])
    expect(percentiles['50']).toBeCloseTo(0.04, 2)
  })

  it('is summarised: at most 200 quantiles, in order, around the percentiles', async () => {
    const { monte_carlo_distribution: found } = await simulated()
    const { simulated_uplifts: uplifts, percentiles } = found[rates]

    expect(uplifts).toHaveLength(200)
    expect(uplifts).toEqual([...uplifts].sort((a: number, b: number) => a - b))
    expect(uplifts[99]).toBeLessThanOrEqual(percentiles['50'])
    expect(uplifts[100]).toBeGreaterThanOrEqual(percentiles['50'])
  })

  it('repeats, whoever is compared and in whatever order, until another seed is asked for', async () => {
    const first = await simulated('', [rates, means])
    const again = await simulated('', [means, rates])
    const stated = await simulated(`&monte_carlo_seed=${first.monte_carlo_seed}`, [rates, bare])
    const other = await simulated('&monte_carlo_seed=7', [rates, means])

    expect(again.monte_carlo_seed).toBe(first.monte_carlo_seed)
    expect(again.monte_carlo_distribution).toEqual(first.monte_carlo_distribution)
    expect(stated.monte_carlo_distribution[rates]).toEqual(first.monte_carlo_distribution[rates])
    expect(other.monte_carlo_seed).toBe(7)
    expect(other.monte_carlo_distribution[rates]).not.toEqual(first.monte_carlo_distribution[rates])
  })

  it('of a control of nothing is left out', async () => {
    const nothing = { control_mean: 1e-320, control_std: 1e-320, control_n: 2 }
    const results = { metric_type: 'continuous', continuous: { ...MEANS, ...nothing } }
    const id = await project('Nothing', {}, results, { continuous: MEANS })

    expect(Object.keys((await simulated('', [id, rates])).monte_carlo_distribution)).toEqual([rates])
  })
})

describe('GET /projects/compare', () => {
  it('is deprecated, and tells the difference of candidate and base', async () => {
    const { status, headers, body } = await pair(`base_id=${rates}&candidate_id=${bare}`)

    expect([status, headers.deprecation]).toEqual([200, 'true'])
    expect(body.deltas).toEqual({
      sample_size_per_variant: 0,
      total_sample_size: 900 - 293_284,
      estimated_duration_days: -31,
      warnings_count: 0,
    })
    expect(body).toMatchObject({
      shared_warning_codes: ['LONG_DURATION'],
      base_only_warning_codes: ['OF_Rates'],
      candidate_only_warning_codes: ['OF_Bare'],
      shared_assumptions: ['shared'],
      base_only_assumptions: ['only Rates'],
      candidate_only_risk_highlights: ['t Bare'],
      metric_alignment_note: 'Both projects read the same metric in the same way.',
      summary: 'Bare is done first. Users in all: 293284 for Rates, 900 for Bare.',
    })
    expect(body.highlights).toHaveLength(4)
  })

  it('compares the runs that are named', async () => {
    const { body: history } = await test.send('GET', `/api/v1/projects/${bare}/history`)
    const run = history.analysis_runs[0].id
    await test.send('POST', `/api/v1/projects/${bare}/analysis`, analysisOf('Bare', { days: 10, size: 900 }, false))
    const { body } = await pair(`base_id=${rates}&candidate_id=${bare}&candidate_run_id=${run}`)

    expect(body.candidate_project).toMatchObject({ analysis_run_id: run })
    expect(body.candidate_project.analysis_run_id).not.toBe(
      (await many([rates, bare])).body.projects[1].analysis_run_id,
    )
  })

  it('names four ways in which metrics go together', async () => {
    const name = (id: string, change: object) =>
      test.send('GET', `/api/v1/projects/${id}`).then(({ body }) => {
        const metrics = { ...body.payload.metrics, ...change }
        return test.send('PUT', `/api/v1/projects/${id}`, { ...body.payload, metrics })
      })
    const note = async (a: string, b: string) =>
      (await pair(`base_id=${a}&candidate_id=${b}`)).body.metric_alignment_note as string
    const notes = [await note(rates, bare), await note(rates, means)]
    await name(bare, { primary_metric_name: 'signup' })
    await name(means, { primary_metric_name: 'revenue' })

    notes.push(await note(rates, bare), await note(rates, means))

    expect(new Set(notes).size).toBe(4)
    await name(bare, { primary_metric_name: 'purchase' })
  })

  it.each([
    ['the same twice', () => `base_id=${rates}&candidate_id=${rates}`, 400, 'Choose two different projects'],
    ['no base', () => `base_id=none&candidate_id=${rates}`, 404, 'Base project not found'],
    ['an archived candidate', () => `base_id=${rates}&candidate_id=${archived}`, 404, 'Candidate project not found'],
    ['no such run', () => `base_id=${rates}&candidate_id=${bare}&base_run_id=x`, 404, 'Base analysis run not found'],
    ['no analysis', () => `base_id=${rates}&candidate_id=${unread}`, 400, 'Both projects need a saved analysis'],
  ])('refuses %s', async (_name, query, status, detail) => {
    expect((await pair(query())).body).toMatchObject({ status_code: status, detail })
  })

  it('needs both ids', async () => {
    expect((await pair(`base_id=${rates}`)).status).toBe(422)
  })

  it.each(LANGUAGES.filter(language => language !== 'en'))('speaks %s', async language => {
    const { headers, body } = await test.send(
      'GET',
      `/api/v1/projects/compare?base_id=${rates}&candidate_id=${means}`,
      undefined,
      { 'accept-language': language },
    )
    const sentences = [body.summary, body.metric_alignment_note, ...body.highlights].join(' ')
    const foreign = sentences.replaceAll(/Rates|Means|[a-z]1/g, '')

    expect(headers['content-language']).toBe(language)
    expect(foreign).not.toMatch(/\b(users|days|warnings|both|risk|metrics?)\b/i)
  })
})

describe('a comparison of analyses that make no sense', () => {
  it('is answered without a grid of sizes', async () => {
    const { calculations } = EXAMPLE_ANALYSIS
    const wild = { ...calculations.calculation_summary, baseline_value: -7, power: 3, mde_pct: 1e308, alpha: 0 }
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/analysis`, {
      ...EXAMPLE_ANALYSIS,
      calculations: { ...calculations, calculation_summary: wild, warnings: [] },
    })

    const { status, body } = await many([id, rates])

    expect(status).toBe(200)
    expect(body.projects[0]).toMatchObject({ sensitivity: null, warning_severity: 'none', warnings_count: 0 })
  })
})
