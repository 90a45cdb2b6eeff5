import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const analyze = (metricType: string, blocks: Record<string, unknown>) =>
  test.send('POST', '/api/v1/results', { metric_type: metricType, ...blocks })

const RATES = { control_conversions: 120, control_users: 1000, treatment_conversions: 150, treatment_users: 1000 }
const FEW = { control_conversions: 3, control_users: 20, treatment_conversions: 11, treatment_users: 22 }
const MEANS = {
  control_mean: 10,
  control_std: 3,
  control_n: 200,
  treatment_mean: 10.8,
  treatment_std: 3.4,
  treatment_n: 180,
}
const RANKS = {
  control_values: [1.2, 2.3, 3.1, 4.8, 5.5, 6.1, 7.7],
  treatment_values: [2.9, 4.1, 5.9, 6.6, 8.2, 9.3, 10.4, 3.3],
}
const COUNTS = { control_events: 30, control_exposure: 1000, treatment_events: 48, treatment_exposure: 1100 }

describe('POST /results gives what a client of the earlier system saw', () => {
  // Odds ratios are treatment over control; the Welch p is the exact one (the earlier system printed .015987).
  const golden: [string, Record<string, unknown>, Record<string, number>][] = [
    [
      'binary',
      { binary: RATES },
      {
        observed_effect: 3,
        observed_effect_relative: 25,
        ci_lower: 0.0014,
        ci_upper: 6.0008,
        p_value: 0.04964,
        test_statistic: 1.963,
        power_achieved: 0.501,
      },
    ],
    [
      'fisher_exact',
      { binary: FEW },
      { observed_effect: 35, ci_lower: 6.4623, ci_upper: 56.6092, p_value: 0.023209, power_achieved: 0.748 },
    ],
    ['boschloo_exact', { binary: FEW }, { p_value: 0.020656 }],
    ['barnard_exact', { binary: FEW }, { p_value: 0.019951 }],
    [
      'continuous',
      { continuous: MEANS },
      {
        observed_effect: 0.8,
        ci_lower: 0.1501,
        ci_upper: 1.4499,
        p_value: 0.015988,
        test_statistic: 2.4207,
        power_achieved: 0.675,
      },
    ],
    [
      'equivalence',
      { continuous: { ...MEANS, equivalence_margin: 1.5 } },
      {
        ci_lower: 0.255,
        ci_upper: 1.345,
        ci_level: 0.9,
        p_value: 0.017427,
        test_statistic: -2.1181,
        power_achieved: 0.996,
        effect_size: 0.2503,
      },
    ],
    [
      'mann_whitney',
      { ranked: RANKS },
      {
        observed_effect: 1.8,
        ci_lower: -1.5,
        ci_upper: 5.1,
        p_value: 0.189277,
        test_statistic: 1.3309,
        effect_size: 0.4286,
      },
    ],
    [
      'trimmed_t',
      { ranked: { ...RANKS, trim: 0.2 } },
      { observed_effect: 1.8733, ci_lower: -1.6205, ci_upper: 5.3672, p_value: 0.255226, test_statistic: 1.2169 },
    ],
    [
      'count',
      { count: COUNTS },
      { observed_effect: 0.013636, ci_lower: -0.002723, ci_upper: 0.029996, p_value: 0.113138, test_statistic: 1.4545 },
    ],
  ]

  it.each(golden)('%s', async (metricType, blocks, expected) => {
    const { status, body } = await analyze(metricType, blocks)

    expect(status).toBe(200)
    expect(body).toMatchObject({ metric_type: metricType, ...expected })
  })

  it('odds ratios the right way round', async () => {
    const { body } = await analyze('fisher_exact', { binary: FEW })

    expect(body.effect_size).toBeCloseTo(1 / 0.1765, 2)
    expect(body.effect_size_ci_lower).toBeCloseTo(1 / 0.7819, 2)
    expect(body.effect_size_ci_upper).toBeCloseTo(1 / 0.0344, 0)
    expect(body.test_statistic).toBe(body.effect_size)
  })

  it('resampling: the estimate, and intervals near the ones that depend on the generator', async () => {
    const bootstrap = await analyze('bootstrap', { ranked: RANKS })
    const quantile = await analyze('quantile', { ranked: { ...RANKS, quantile: 0.5 } })

    expect(bootstrap.body).toMatchObject({ observed_effect: 1.9518, test_statistic: 1.4827, effect_size: 0.7564 })
    expect(bootstrap.body.ci_lower).toBeCloseTo(-0.4, 0)
    expect(bootstrap.body.p_value).toBeCloseTo(0.178, 1)
    expect(quantile.body.observed_effect).toBe(1.45)
    expect(quantile.body.p_value).toBeCloseTo(0.538, 1)
  })

  it('and the same again for the same request', async () => {
    const [first, second] = await Promise.all([
      analyze('bootstrap', { ranked: RANKS }),
      analyze('bootstrap', { ranked: RANKS }),
    ])

    expect(first.body).toEqual(second.body)
  })
})

describe('POST /results with nothing to compare', () => {
  const nothing: [string, Record<string, unknown>][] = [
    [
      'binary',
      { binary: { control_conversions: 0, control_users: 10, treatment_conversions: 0, treatment_users: 10 } },
    ],
    ['mann_whitney', { ranked: { control_values: [1, 1], treatment_values: [1, 1] } }],
    ['trimmed_t', { ranked: { control_values: [1, 1], treatment_values: [1, 1] } }],
    ['bootstrap', { ranked: { control_values: [2, 2, 2], treatment_values: [2, 2, 2] } }],
    ['quantile', { ranked: { control_values: [2, 2, 2], treatment_values: [2, 2, 2] } }],
    ['count', { count: { control_events: 0, control_exposure: 10, treatment_events: 0, treatment_exposure: 10 } }],
  ]

  it.each(nothing)('%s answers the shape of the contract', async (metricType, blocks) => {
    const { status, body } = await analyze(metricType, blocks)

    expect(status).toBe(200)
    expect(body).toMatchObject({ observed_effect: 0, is_significant: false, p_value: 1, power_achieved: 0 })
  })

  it.each([
    [{ control_conversions: 0, control_users: 5, treatment_conversions: 5, treatment_users: 5 }],
    [{ control_conversions: 5, control_users: 5, treatment_conversions: 5, treatment_users: 5 }],
    [{ control_conversions: 0, control_users: 5, treatment_conversions: 0, treatment_users: 5 }],
  ])('exact tests print numbers for empty cells: %j', async binary => {
    for (const metricType of ['fisher_exact', 'boschloo_exact', 'barnard_exact']) {
      const { status, body } = await analyze(metricType, { binary })

      expect(status).toBe(200)
      expect(Number.isFinite(body.test_statistic)).toBe(true)
    }
  })
})

describe('POST /results refuses', () => {
  it.each([
    ['binary', {}, 'binary'],
    ['binary', { binary: RATES, continuous: MEANS }, 'continuous'],
    ['binary', { binary: { ...RATES, control_conversions: 1001 } }, 'control_conversions'],
    ['binary', { binary: { ...RATES, alpha: 0.2 } }, 'alpha'],
    ['continuous', { continuous: { ...MEANS, control_std: 0 } }, 'control_std'],
    ['equivalence', { continuous: MEANS }, 'equivalence_margin'],
    ['quantile', { ranked: { ...RANKS, quantile: 1 } }, 'quantile'],
    ['bootstrap', { ranked: { control_values: [1], treatment_values: [1, 2] } }, 'control_values'],
    ['count', { count: { ...COUNTS, control_exposure: 0 } }, 'control_exposure'],
    ['magic', { binary: RATES }, 'metric_type'],
  ])('%s %j: names %s', async (metricType, blocks, field) => {
    const { status, body } = await analyze(metricType, blocks)

    expect(status).toBe(422)
    expect(body.detail.some((issue: { loc: unknown[] }) => issue.loc.includes(field))).toBe(true)
  })

  it('exact unconditional tests of more users than they can count', async () => {
    const binary = { control_conversions: 1, control_users: 1500, treatment_conversions: 1, treatment_users: 1500 }

    expect((await analyze('barnard_exact', { binary })).status).toBe(400)
  })

  it('but lets a stray count block pass, as the earlier system did', async () => {
    expect((await analyze('binary', { binary: RATES, count: COUNTS })).status).toBe(200)
  })
})
