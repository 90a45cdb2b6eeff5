import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExamplePayload, newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'

let app: TestApp

beforeAll(async () => {
  app = await newTestApp()
})

afterAll(async () => {
  await app.close()
})

function design(change: (payload: ExamplePayload) => void = () => undefined): ExamplePayload {
  const payload = structuredClone(EXAMPLE_PROJECT) as ExamplePayload
  change(payload)
  return payload
}

const GUARDRAILS = [
  { name: 'refunds', metric_type: 'binary', baseline_rate: 3, direction: 'increase_is_bad' },
  { name: 'latency', metric_type: 'continuous', baseline_mean: 200, std_dev: 80, direction: 'increase_is_bad' },
]

describe('the report of a design', () => {
  it('agrees with the calculation of the same design', async () => {
    const payload = design()
    const { metrics, setup } = payload
    const { body: calculation } = await app.send('POST', '/api/v1/calculate', {
      ...{ metric_type: metrics.metric_type, baseline_value: metrics.baseline_value, mde_pct: metrics.mde_pct },
      ...{ alpha: metrics.alpha, power: metrics.power, traffic_split: setup.traffic_split },
      ...{ expected_daily_traffic: setup.expected_daily_traffic, variants_count: setup.variants_count },
      audience_share_in_test: setup.audience_share_in_test,
    })

    const { status, body } = await app.send('POST', '/api/v1/design', payload)

    expect(status).toBe(200)
    expect(body.calculations.sample_size_per_variant).toBe(calculation.results.sample_size_per_variant)
    expect(body.calculations.estimated_duration_days).toBe(calculation.results.estimated_duration_days)
    expect(body.executive_summary).toContain(payload.project.project_name)
  })

  it('names the variants A, B, C and gives the change to all but the control', async () => {
    const payload = design(each => {
      Object.assign(each.setup, { variants_count: 3, traffic_split: [1, 1, 1] })
    })

    const { body } = await app.send('POST', '/api/v1/design', payload)

    const { variants } = body.experiment_design
    expect(variants.map((variant: { name: string }) => variant.name)).toEqual(['A', 'B', 'C'])
    expect(variants[1].description).toBe(payload.hypothesis.change_description)
    expect(variants[0].description).not.toBe(payload.hypothesis.change_description)
  })

  it('says what each guardrail can show at the size of the test', async () => {
    const payload = design(each => {
      Object.assign(each.metrics, { guardrail_metrics: GUARDRAILS })
    })

    const { body } = await app.send('POST', '/api/v1/design', payload)

    const [refunds, latency] = body.guardrail_metrics
    const size = body.calculations.sample_size_per_variant
    const planned = await app.send('POST', '/api/v1/calculate', {
      ...{ metric_type: 'binary', baseline_value: 0.03, mde_pct: (100 * refunds.detectable_mde_pp) / 3 },
      ...{ alpha: payload.metrics.alpha, power: payload.metrics.power, expected_daily_traffic: 1000 },
      ...{ audience_share_in_test: 1, traffic_split: [1, 1], variants_count: 2 },
    })
    expect(Math.abs(planned.body.results.sample_size_per_variant / size - 1)).toBeLessThan(0.01)
    expect(refunds.detectable_mde_absolute).toBeNull()
    expect(latency.detectable_mde_pp).toBeNull()
    expect(latency.detectable_mde_absolute).toBeCloseTo((1.959964 + 0.841621) * 80 * Math.sqrt(2 / size), 3)
  })

  it('says so when no change of a guardrail can be seen', async () => {
    const payload = design(each => {
      Object.assign(each.metrics, { mde_pct: 900, baseline_value: 0.05 })
      Object.assign(each.metrics, { guardrail_metrics: [{ ...GUARDRAILS[0], baseline_rate: 99.9 }] })
    })

    const { status, body } = await app.send('POST', '/api/v1/design', payload)

    expect(status).toBe(200)
    expect(body.guardrail_metrics[0].detectable_mde_pp).toBeNull()
    expect(body.guardrail_metrics[0].note).toContain('no change')
  })

  it('lists the warnings as statistical risks, and says so when there are none', async () => {
    const risky = design(each => {
      Object.assign(each.constraints, { seasonality_present: true })
    })
    const calm = design(each => {
      Object.assign(each.setup, { expected_daily_traffic: 1_000_000 })
      Object.assign(each.constraints, { seasonality_present: false, active_campaigns_present: false, n_looks: 1 })
    })

    const [first, second] = await Promise.all([risky, calm].map(body => app.send('POST', '/api/v1/design', body)))

    expect(first!.body.risks.statistical.join(' ')).toContain('Seasonality')
    expect(second!.body.risks.statistical).toEqual(['No statistical risk was found in the design.'])
  })

  it('refuses a ratio without its spread, with a plain sentence', async () => {
    const payload = design(each => {
      const names = { numerator_metric_name: 'clicks', denominator_metric_name: 'views' }
      Object.assign(each.metrics, { metric_type: 'ratio', baseline_value: 0.4, std_dev: null, ...names })
    })

    const { status, body } = await app.send('POST', '/api/v1/design', payload)

    expect(status).toBe(422)
    expect(body).toMatchObject({ error_code: 'http_error', detail: expect.stringContaining('std_dev') })
  })

  it('refuses what has no finite size, and what is no design', async () => {
    const impossible = design(each => {
      Object.assign(each.metrics, { baseline_value: 0.9, mde_pct: 50 })
    })

    const answers = await Promise.all([
      app.send('POST', '/api/v1/design', impossible),
      app.send('POST', '/api/v1/design', { project: {} }),
      app.send('POST', '/api/v1/design', { ...design(), surprise: 1 }),
    ])

    expect(answers.map(({ status }) => status)).toEqual([400, 422, 422])
  })

  it('speaks the language that is asked for', async () => {
    const german = await app.send('POST', '/api/v1/design', design(), { 'accept-language': 'de' })

    expect(german.body.experiment_design.variants[0].description).toContain('Kontrolle')
  })
})

describe('the analysis of a design', () => {
  it('holds the calculation, the report, and no advice', async () => {
    const { status, body } = await app.send('POST', '/api/v1/analyze', design())
    const report = await app.send('POST', '/api/v1/design', design())

    expect(status).toBe(200)
    expect(body.report).toEqual(report.body)
    expect(body.calculations.results.sample_size_per_variant).toBe(body.report.calculations.sample_size_per_variant)
    expect(body.advice).toMatchObject({ available: false, advice: null, error_code: 'request_error' })
  })

  it('tells a reader of a public demo that advice needs a key', async () => {
    const demo = await newTestApp({ AB_PUBLIC_DEMO: 'true', AB_API_TOKEN: 'write-token-1' })

    const { body } = await demo.send('POST', '/api/v1/analyze', design())

    expect(body.advice).toMatchObject({ provider: 'none', model: 'none', error_code: 'public_demo_llm_requires_key' })
    await demo.close()
  })
})
