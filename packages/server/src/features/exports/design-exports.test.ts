import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../http/language.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_REPORT } from './export-example.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

describe('a design report as Markdown', () => {
  it('has every part of the report, and says where a list is empty', async () => {
    const { status, body } = await test.send('POST', '/api/v1/export/markdown', EXAMPLE_REPORT)

    expect(status).toBe(200)
    for (const said of ['42,000', '84,000', 'One page instead of three', 'Check the tracking.', '- None listed'])
      expect(body.content).toContain(said)
    expect(body.content).toContain('| refunds | Rate \\(binary\\) | 3% | 0.33 |'.replaceAll('\\', ''))
  })

  it('escapes what would be markup', async () => {
    const report = { ...EXAMPLE_REPORT, open_questions: ['a | b <script>alert(1)</script> *c* [d](javascript:e)'] }

    const { body } = await test.send('POST', '/api/v1/export/markdown', report)

    expect(body.content).toContain('- a \\| b &lt;script&gt;alert(1)&lt;/script&gt; \\*c\\* \\[d\\](javascript:e)')
  })

  it('takes a report without guardrails and optional sizes', async () => {
    const { guardrail_metrics: _, calculations, ...rest } = EXAMPLE_REPORT
    const { design_effect: __, clusters_per_variant: ___, ...sizes } = calculations

    const { status } = await test.send('POST', '/api/v1/export/markdown', { ...rest, calculations: sizes })

    expect(status).toBe(200)
  })

  it.each(LANGUAGES)('speaks %s', async language => {
    const headers = { 'accept-language': language }

    const { body } = await test.send('POST', '/api/v1/export/markdown', EXAMPLE_REPORT, headers)

    expect(body.content.includes('## Executive summary')).toBe(language === 'en')
  })

  it('refuses what is no report', async () => {
    const answers = await Promise.all(
      [{}, { ...EXAMPLE_REPORT, executive_summary: 1 }, { ...EXAMPLE_REPORT, risks: { statistical: 'x' } }].flatMap(
        body => [test.send('POST', '/api/v1/export/markdown', body), test.send('POST', '/api/v1/export/html', body)],
      ),
    )

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422])
  })
})

describe('a design report as HTML', () => {
  it('prints the guardrails that the earlier system left blank', async () => {
    const { body } = await test.send('POST', '/api/v1/export/html', EXAMPLE_REPORT)

    expect(body.content).toContain('<bdi>refunds</bdi>')
    expect(body.content).toContain('<bdi>0.33</bdi>')
  })

  it('is right-to-left in Arabic', async () => {
    const { body } = await test.send('POST', '/api/v1/export/html', EXAMPLE_REPORT, { 'accept-language': 'ar' })

    expect(body.content).toContain('<html lang="ar" dir="rtl">')
  })
})

describe('the standalone report', () => {
  const url = '/api/v1/export/html-standalone'
  const bare = { project_name: 'Checkout', calculation: {}, design: {} }

  it('prints whatever of the answers of the API is there', async () => {
    const project = await test.createProject()
    const { body: record } = await test.send('GET', `/api/v1/projects/${project}`)
    const { body: analysis } = await test.send('POST', '/api/v1/analyze', record.payload)
    const grid = { metric_type: 'binary', baseline_rate: 4.2, mde_values: [5, 10], power_values: [0.8, 0.9] }
    const { body: sensitivity } = await test.send('POST', '/api/v1/sensitivity', grid)
    const rates = { control_conversions: 120, control_users: 1000, treatment_conversions: 150, treatment_users: 1000 }
    const { body: results } = await test.send('POST', '/api/v1/results', { metric_type: 'binary', binary: rates })
    const advice = { available: true, advice: { brief_assessment: 'Sound.', key_risks: ['Novelty'] } }

    const answer = await post({
      ...{ project_name: 'Checkout', hypothesis: 'Fewer steps', calculation: analysis.calculations },
      ...{ design: analysis.report.experiment_design, sensitivity, results, ai_advice: advice },
    })

    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Checkout-report.html"; filename*=UTF-8''Checkout-report.html`,
    )
    expect(answer.body.match(/<svg/g)).toHaveLength(2)
    for (const said of ['Fewer steps', 'Novelty', 'Sound.', '+3', 'Power curve']) expect(answer.body).toContain(said)
  })

  it('keeps a name that is not Latin, and none that means something to a file system', async () => {
    const names = ['结账', '../../x', 'a<b>:"c', 'x'.repeat(1000), '', '\u202egpj.exe', '👍\r\nSet-Cookie: a=1']

    const answers = await Promise.all(names.map(project_name => post({ ...bare, project_name })))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(names.length).fill(200))
    const dispositions = answers.map(({ headers }) => String(headers['content-disposition']))
    expect(dispositions[0]).toContain("filename*=UTF-8''%E7%BB%93%E8%B4%A6-report.html")
    for (const disposition of dispositions)
      expect(disposition).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%~-]+$/)
    expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true)
    expect(dispositions.join()).not.toMatch(/\/|\\|filename="\./)
  })

  it('passes over objects of a strange shape', async () => {
    const strange = {
      calculation: { results: [], warnings: [1, null, {}], assumptions: [{}, 3], calculation_summary: 'x' },
      design: { variants: { length: 5 }, traffic_split: ['a'], constructor: { name: 1 }, toString: 2 },
      sensitivity: { cells: [{ mde: 'x' }, { mde: 1e308, power: -1, duration_days: 1e308 }, null] },
      results: { p_value: 2, ci_lower: null, observed_effect: 'x' },
      ai_advice: { advice: [], raw_text: '<b>' },
    }

    const answer = await post({ ...bare, ...strange })

    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })

  it('refuses what it does not know', async () => {
    const answers = await Promise.all(
      [{ ...bare, surprise: 1 }, { ...bare, calculation: 'x' }, { project_name: 1 }, { ...bare, hypothesis: 5 }].map(
        post,
      ),
    )

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  })

  function post(payload: object) {
    return test.app.inject({ method: 'POST', url, payload })
  }
})
