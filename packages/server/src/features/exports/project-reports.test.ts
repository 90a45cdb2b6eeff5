import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../http/language.ts'
import { type ExamplePayload, newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const FORMATS = ['pdf', 'csv', 'xlsx'] as const
const MEDIA = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Change = (payload: ExamplePayload) => void

const DESIGNS: readonly [name: string, change: Change][] = [
  ['a rate', () => undefined],
  ['a mean', ({ metrics }) => Object.assign(metrics, { metric_type: 'continuous', baseline_value: 20, std_dev: 5 })],
  ['a ratio', ({ metrics }) => Object.assign(metrics, RATIO)],
  ['a count', ({ metrics }) => Object.assign(metrics, { metric_type: 'count', baseline_value: 2, dispersion: 1.5 })],
  ['ten arms', ({ setup }) => Object.assign(setup, { variants_count: 10, traffic_split: Array(10).fill(1) })],
  ['clusters', ({ setup }) => Object.assign(setup, { randomization_unit: 'cluster', avg_cluster_size: 20, icc: 0.02 })],
  [
    'a Bayesian design',
    ({ constraints }) => Object.assign(constraints, { analysis_mode: 'bayesian', desired_precision: 0.01 }),
  ],
  ['five looks', ({ constraints }) => Object.assign(constraints, { n_looks: 5 })],
  [
    'an effect whose double passes 100 %',
    ({ metrics }) => Object.assign(metrics, { baseline_value: 0.6, mde_pct: 40 }),
  ],
  ['a rare rate', ({ metrics }) => Object.assign(metrics, { baseline_value: 0.0005, mde_pct: 0.4 })],
  ['equivalence', ({ metrics }) => Object.assign(metrics, TOST)],
  [
    'three arms without an adjustment',
    payload => {
      Object.assign(payload.setup, { variants_count: 3, traffic_split: [1, 1, 1] })
      Object.assign(payload, { decision_policy: { arm_adjustment: 'none' } })
    },
  ],
  [
    "Fisher's test",
    ({ metrics }) => Object.assign(metrics, { planned_test: 'fisher_exact', baseline_value: 0.3, mde_pct: 50 }),
  ],
  ['a fall', ({ metrics }) => Object.assign(metrics, { direction: 'decrease' })],
]

const RATIO = {
  metric_type: 'ratio',
  ...{ baseline_value: 0.4, std_dev: 1.1, numerator_metric_name: 'clicks', denominator_metric_name: 'views' },
}
const TOST = {
  metric_type: 'continuous',
  ...{ baseline_value: 20, std_dev: 5, planned_test: 'tost', equivalence_margin_pct: 3 },
}

describe('the report of a project', () => {
  it.each(DESIGNS)('prints %s in every format', async (_, change) => {
    const id = await analyzed(change)

    for (const format of FORMATS) {
      const answer = await read(id, format)
      expect([format, answer.statusCode, answer.headers['content-type']]).toEqual([format, 200, MEDIA[format]])
      expect(answer.rawPayload.length).toBeGreaterThan(200)
      if (format === 'csv') expect(answer.body).not.toMatch(/NaN|Infinity|undefined|null/)
    }
  })

  it.each(DESIGNS)('sizes %s in its sensitivity as the analysis does', async (_, change) => {
    const id = await analyzed(change)
    const { body: project } = await test.send('GET', `/api/v1/projects/${id}`)
    const { body: analysis } = await test.send('POST', '/api/v1/analyze', project.payload)
    const { results, calculation_summary: plan } = analysis.calculations

    const { body } = await read(id, 'csv')

    expect(body).toContain(`\n${plan.mde_pct},${results.sample_size_per_variant},${results.estimated_duration_days},`)
  })

  it('leaves a cell empty where twice the effect passes 100 %', async () => {
    const id = await analyzed(({ metrics }) => Object.assign(metrics, { baseline_value: 0.6, mde_pct: 40 }))

    const { body } = await read(id, 'csv')

    const [, ...rows] = body.split('# Sensitivity\n')[1]!.split('\n\n')[0]!.split('\n')
    expect(rows.map(row => row.split(','))).toEqual([
      ['20', expect.stringMatching(/^\d+$/), '1', expect.stringMatching(/^\d+$/), '1'],
      ['40', expect.stringMatching(/^\d+$/), '1', expect.stringMatching(/^\d+$/), '1'],
      ['60', expect.stringMatching(/^\d+$/), '1', expect.stringMatching(/^\d+$/), '1'],
      ['80', '', '', '', ''],
    ])
  })

  it('has the sizes of the calculation, and three sections in its CSV', async () => {
    const id = await analyzed(() => undefined)
    const { body: project } = await test.send('GET', `/api/v1/projects/${id}`)
    const { body: analysis } = await test.send('POST', '/api/v1/analyze', project.payload)

    const { body } = await read(id, 'csv')

    expect(body.match(/^# .*/gm)).toEqual(['# Sizes and duration', '# Sensitivity', '# Guardrail metrics'])
    expect(body).toContain(`\nA,${analysis.calculations.results.sample_size_per_variant},3600,`)
    expect(body).not.toMatch(/\r|^\ufeff/)
  })

  it('writes a workbook that another library opens: typed cells under a guide', async () => {
    const id = await analyzed(() => undefined)

    const sheets = await readWorkbook((await read(id, 'xlsx')).rawPayload)

    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'README',
      'Executive summary',
      'Sizes and duration',
      'Sensitivity',
      'Guardrail metrics',
      'Raw inputs',
    ])
    expect(sheets[2]!.data[1]!.slice(1).every(cell => typeof cell === 'number')).toBe(true)
    expect(sheets[5]!.data).toContainEqual(['setup.traffic_split', '[50,50]'])
    expect(sheets[5]!.data).toContainEqual(['metrics.baseline_value', 0.042])
  })

  it.each(LANGUAGES)('speaks %s', async language => {
    const id = await analyzed(() => undefined)

    const csv = await read(id, 'csv', language)
    const pdf = await read(id, 'pdf', language)

    expect(csv.headers['content-language']).toBe(language)
    expect(csv.body.includes('# Sensitivity')).toBe(language === 'en')
    expect(pdf.rawPayload.toString('latin1')).toContain(`/Lang (${language})`)
  })

  it.each([
    ['Checkout Redesign 2!', 'checkout-redesign-2-report.pdf'],
    ['结账', 'ab-test-report-report.pdf'],
    ['../../x', 'x-report.pdf'],
    ['"; filename=evil.exe\r\nX-Evil: 1', 'filename-evil-exe-x-evil-1-report.pdf'],
    ['y'.repeat(1000), `${'y'.repeat(100)}-report.pdf`],
  ])('is named after the project: %j', async (name, file) => {
    const id = await analyzed(({ project }) => Object.assign(project, { project_name: name }))

    const { headers } = await read(id, 'pdf')

    expect(headers['content-disposition']).toBe(`attachment; filename="${file}"; filename*=UTF-8''${file}`)
    expect(headers['x-evil']).toBeUndefined()
  })

  it('is of the newest analysis, and of archived projects too', async () => {
    const id = await analyzed(() => undefined)
    const { body: project } = await test.send('GET', `/api/v1/projects/${id}`)
    const { body: newer } = await test.send('POST', '/api/v1/analyze', project.payload)
    newer.calculations.results.sample_size_per_variant = 123_457
    test.clock.at += 5000
    await keep(id, newer)
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    const { statusCode, body } = await read(id, 'csv')

    expect(statusCode).toBe(200)
    expect(body).toContain('\nA,123457,')
  })

  it.each(FORMATS)('takes a kept analysis whose numbers can not be: %s', async format => {
    const id = await test.createProject()
    const { body: project } = await test.send('GET', `/api/v1/projects/${id}`)
    const { body: analysis } = await test.send('POST', '/api/v1/analyze', project.payload)
    Object.assign(analysis.calculations.calculation_summary, { metric_type: 'ratio', power: -1.7e194 })
    Object.assign(analysis.calculations.results, { sample_size_per_variant: -56_184 })
    await keep(id, analysis)

    expect(await read(id, format)).toMatchObject({ statusCode: 200 })
  })

  it.each(FORMATS)('is not found without a project, or without an analysis: %s', async format => {
    const bare = await test.createProject()

    const answers = await Promise.all(['nobody', bare].map(id => test.send('GET', path(id, format))))

    expect(answers.map(({ status, body }) => [status, body.error_code, body.detail])).toEqual([
      [404, 'not_found', 'Project not found'],
      [404, 'not_found', 'Project report not found'],
    ])
  })
})

describe('the comparison of projects', () => {
  it('is Markdown, or a PDF in base64', async () => {
    const ids = await Promise.all(DESIGNS.slice(0, 5).map(([, change]) => analyzed(change)))

    const markdown = await compare(ids, 'markdown')
    const pdf = await compare(ids, 'pdf')

    expect(markdown.body.content).toContain('# Checkout redesign')
    expect(markdown.body.content).toContain('The metric types differ')
    expect(Buffer.from(pdf.body.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('tells what all share from what one has alone', async () => {
    const calm = await analyzed(({ constraints }) => Object.assign(constraints, { seasonality_present: false }))
    const seasonal = await analyzed(({ constraints }) => Object.assign(constraints, { seasonality_present: true }))

    const { body } = await compare([calm, seasonal], 'markdown')

    const [shared, own] = [sectionOf(body.content, 'What all have in common'), body.content.split('Only here')[2]!]
    expect(shared).toContain('Two-sided test')
    expect(shared).not.toContain('Seasonality')
    expect(own).toContain('Seasonality is present')
    expect(body.content).toContain('\\(2 of 2 projects\\)'.replaceAll('\\', ''))
  })

  it('refuses ids that are empty, repeated, too few or too many, and formats it does not write', async () => {
    const bodies = [
      { project_ids: ['a', ' a '], format: 'pdf' },
      { project_ids: ['a', ' '], format: 'pdf' },
      { project_ids: ['a'], format: 'pdf' },
      { project_ids: ['a', 'b', 'c', 'd', 'e', 'f'], format: 'pdf' },
      { project_ids: ['a', 'b'], format: 'html' },
      { project_ids: ['a', 'b'], format: 'pdf', surprise: 1 },
    ]

    const answers = await Promise.all(bodies.map(body => test.send('POST', '/api/v1/export/comparison', body)))

    expect(answers.map(({ status, body }) => [status, body.detail[0].loc.join('.')])).toEqual([
      [422, 'body.project_ids.1'],
      [422, 'body.project_ids.1'],
      [422, 'body.project_ids'],
      [422, 'body.project_ids'],
      [422, 'body.format'],
      [422, 'body.surprise'],
    ])
  })

  it('does not find what is missing, archived or not analyzed', async () => {
    const [whole, bare, archived] = [
      await analyzed(() => undefined),
      await test.createProject(),
      await analyzed(() => undefined),
    ]
    await test.send('POST', `/api/v1/projects/${archived}/archive`)

    const answers = await Promise.all(['nobody', bare, archived].map(other => compare([whole, other], 'pdf')))

    expect(answers.map(({ status, body }) => [status, body.detail])).toEqual([
      [404, 'Project not found'],
      [404, 'Project analysis snapshot not found'],
      [404, 'Project not found'],
    ])
  })
})

function compare(ids: readonly string[], format: string) {
  return test.send('POST', '/api/v1/export/comparison', { project_ids: ids, format })
}

function sectionOf(markdown: string, title: string): string {
  return markdown.split(`## ${title}`)[1]!.split('\n## ')[0]!
}

/** A project with an analysis that was kept. */
async function analyzed(change: Change): Promise<string> {
  const id = await test.createProject(change)
  const { body: project } = await test.send('GET', `/api/v1/projects/${id}`)
  const { status, body: analysis } = await test.send('POST', '/api/v1/analyze', project.payload)
  expect(status).toBe(200)
  await keep(id, analysis)
  return id
}

async function keep(id: string, analysis: unknown): Promise<void> {
  expect(await test.send('POST', `/api/v1/projects/${id}/analysis`, analysis)).toMatchObject({ status: 200 })
}

function read(id: string, format: string, language = 'en') {
  return test.app.inject({ method: 'GET', url: path(id, format), headers: { 'accept-language': language } })
}

function path(id: string, format: string): string {
  return `/api/v1/projects/${id}/report/${format}`
}
