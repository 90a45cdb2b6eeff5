import { createHash, createHmac } from 'node:crypto'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../http/language.ts'
import { type ExamplePayload, newTestApp, type TestApp } from '../../test-app.ts'
import { canonicalJson } from './record/canonical-json.ts'

const KEY = 'a-signing-key-of-a-workspace'
const FORMATS = ['markdown', 'html', 'pdf', 'csv', 'xlsx'] as const

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', AB_WORKSPACE_SIGNING_KEY: KEY })
})
afterAll(() => test.close())

type Change = (payload: ExamplePayload) => void

const RATIO = {
  metric_type: 'ratio',
  ...{ baseline_value: 0.4, std_dev: 1.1, numerator_metric_name: 'purchase', denominator_metric_name: 'visits' },
}

const DESIGNS: readonly [name: string, arms: number, change: Change][] = [
  ['a rate', 2, () => undefined],
  ['a mean', 3, ({ metrics }) => Object.assign(metrics, { metric_type: 'continuous', baseline_value: 2, std_dev: 2 })],
  ['a count', 2, ({ metrics }) => Object.assign(metrics, { metric_type: 'count', baseline_value: 2 })],
  ['a ratio', 2, ({ metrics }) => Object.assign(metrics, RATIO)],
  ['ten arms and three looks', 10, ({ constraints }) => Object.assign(constraints, { n_looks: 3 })],
  [
    'guardrails and secondary metrics',
    2,
    ({ metrics }) =>
      Object.assign(metrics, {
        secondary_metrics: ['visits'],
        guardrail_metrics: [{ name: 'refunds', metric_type: 'binary', baseline_rate: 3 }],
      }),
  ],
  [
    'a Bayesian design',
    2,
    ({ constraints }) => Object.assign(constraints, { analysis_mode: 'bayesian', desired_precision: 0.1 }),
  ],
  [
    'clusters',
    2,
    ({ setup }) => Object.assign(setup, { randomization_unit: 'cluster', avg_cluster_size: 4, icc: 0.1 }),
  ],
]

describe('the report of an experiment', () => {
  it.each(DESIGNS)('prints %s in every format', async (_, arms, change) => {
    const id = await recorded(arms, change)

    for (const format of FORMATS) {
      const answer = await read(id, format)
      expect([format, answer.statusCode]).toEqual([format, 200])
      if (!['pdf', 'xlsx'].includes(format)) expect(answer.body).not.toMatch(/NaN|Infinity|undefined|\{\{/)
    }
  })

  it('prints an experiment that nobody has seen yet', async () => {
    const id = await test.createProject()

    const answers = await Promise.all(FORMATS.map(format => read(id, format)))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
    expect(answers[0]!.body).toContain('Keep running')
  })

  it('prints the numbers of live-stats and decision as they are', async () => {
    const id = await recorded(2, () => undefined)
    const { body: stats } = await test.send('GET', `/api/v1/experiments/${id}/live-stats`)
    const { body: decision } = await test.send('GET', `/api/v1/experiments/${id}/decision`)

    const sheets = await readWorkbook((await read(id, 'xlsx')).rawPayload)
    const { body: csv } = await read(id, 'csv')

    const [, effects] = sheetOf(sheets, 'Effects against control')
    const { analysis, always_valid: always } = stats.comparisons[0]
    expect(effects!.slice(1, 4)).toEqual([analysis.observed_effect, analysis.ci_lower, analysis.ci_upper])
    expect(effects![6]).toBe(analysis.p_value)
    expect(effects![8]).toBeCloseTo(always.ci_sequence_lower * 100, 8)
    expect(csv).toContain(`Data version,${stats.data_version}`)
    expect(csv).toContain(
      { ship: 'Ship', no_ship: 'Do not ship', keep_running: 'Keep running' }[decision.verdict as 'ship'],
    )
  })

  it('says when it was made, by the clock of the server, in UTC', async () => {
    const id = await recorded(2, () => undefined)

    const { body } = await read(id, 'markdown')

    expect(body).toContain('- Generated: 2026-05-01 09:00 UTC')
  })

  it.each(LANGUAGES)('speaks %s', async language => {
    const id = await recorded(2, () => undefined)

    const { body, headers } = await read(id, 'html', language)
    const pdf = await read(id, 'pdf', language)

    expect(headers['content-language']).toBe(language)
    expect(body).toContain(`<html lang="${language}"`)
    expect(body.includes('The verdict')).toBe(language === 'en')
    expect(pdf.statusCode).toBe(200)
  })

  it('reads archived experiments, and does not find missing ones', async () => {
    const id = await recorded(2, () => undefined)
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    const [archived, missing, odd] = await Promise.all([read(id, 'pdf'), read('nobody', 'pdf'), read(id, 'docx')])

    expect(archived!.statusCode).toBe(200)
    expect([missing!.statusCode, missing!.json().error_code]).toEqual([404, 'not_found'])
    expect([odd!.statusCode, odd!.json().detail[0].loc]).toEqual([422, ['path', 'format']])
  })

  it('gives each of many at the same time its own report', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(number => test.createProject(named(`Experiment ${number}`))))

    const answers = await Promise.all(ids.map(id => read(id, 'pdf')))

    const titles = answers.map(({ rawPayload }) => /\((Experiment \d)\)/.exec(rawPayload.toString('latin1'))?.[1])
    expect(titles).toEqual(['Experiment 1', 'Experiment 2', 'Experiment 3', 'Experiment 4'])
  })
})

describe('the decision record', () => {
  it('is canonical, and sealed with digest and signature', async () => {
    const id = await recorded(2, () => undefined)

    const { body, headers } = await test.app.inject({ method: 'GET', url: recordPath(id) })

    const sealed = JSON.parse(body)
    const text = canonicalJson(sealed.record)
    expect(body).toBe(canonicalJson(sealed))
    expect(sealed.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(sealed.hmac_sha256).toBe(createHmac('sha256', KEY).update(text).digest('hex'))
    expect(body).not.toContain(KEY)
    expect(headers['content-disposition']).toContain('filename="checkout-redesign-decision-record.json"')
  })

  it('holds the design, the data version, the numbers and the reasons', async () => {
    const id = await recorded(2, () => undefined)
    const { body: decision } = await test.send('GET', `/api/v1/experiments/${id}/decision`)

    const { body } = await test.send('GET', recordPath(id))

    const { record } = body
    expect(record.design.metrics.alpha).toBe(0.05)
    expect(record.data_version).toBe(decision.data_version)
    expect(record.reasons).toEqual(decision.reasons)
    expect(record.decision.verdict).toBe(decision.verdict)
    expect(record.generated_at).toBe('2026-05-01T09:00:00.000Z')
  })

  it('is the same in every language', async () => {
    const id = await recorded(2, () => undefined)

    const [english, arabic] = await Promise.all(
      ['en', 'ar'].map(language => test.send('GET', recordPath(id), undefined, { 'accept-language': language })),
    )

    expect(arabic!.body).toEqual(english!.body)
  })

  it('has no signature without a key, and is not found without an experiment', async () => {
    const plain = await newTestApp()
    const id = await plain.createProject()

    const [whole, missing] = await Promise.all([plain.send('GET', recordPath(id)), plain.send('GET', recordPath('x'))])

    expect(whole!.body.hmac_sha256).toBeNull()
    expect(missing!.status).toBe(404)
    await plain.close()
  })
})

function named(project_name: string): Change {
  return ({ project }) => Object.assign(project, { project_name })
}

function recordPath(id: string): string {
  return `/api/v1/experiments/${id}/decision-record`
}

function read(id: string, format: string, language = 'en') {
  const url = `/api/v1/experiments/${id}/report/${format}`
  return test.app.inject({ method: 'GET', url, headers: { 'accept-language': language } })
}

function sheetOf(sheets: Awaited<ReturnType<typeof readWorkbook>>, name: string) {
  return sheets.find(({ sheet }) => sheet === name)!.data
}

/** An experiment with persons in every arm, their values, visits and clusters. */
async function recorded(arms: number, change: Change): Promise<string> {
  const id = await test.createProject(payload => {
    Object.assign(payload.setup, { variants_count: arms, traffic_split: Array(arms).fill(1) })
    change(payload)
  })
  const base = `/api/v1/experiments/${id}`
  const users = Array.from({ length: 60 * arms }, (_, index) => ({ user_id: `u${index}`, index }))
  await test.send('POST', `${base}/exposures`, {
    exposures: users.map(({ user_id, index }) => ({
      user_id,
      variation_index: index % arms,
      cluster_id: `c${index % (6 * arms)}`,
    })),
  })
  const conversions = users.flatMap(({ user_id, index }) => [
    { user_id, metric: 'visits', value: 1 + (index % 5) },
    ...((index * 7) % 10 < 3 + (index % arms) ? [{ user_id, metric: 'purchase', value: 1 + (index % 3) }] : []),
    ...(index % 11 === 0 ? [{ user_id, metric: 'refunds', value: 1 }] : []),
  ])
  await test.send('POST', `${base}/conversions`, { conversions: conversions.slice(0, 900) })
  return id
}
