import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

const BASE = {
  metric_type: 'binary',
  baseline_value: 0.042,
  mde_pct: 5,
  alpha: 0.05,
  power: 0.8,
  expected_daily_traffic: 12_000,
  audience_share_in_test: 0.6,
  traffic_split: [50, 50],
  variants_count: 2,
}
const CONTINUOUS = { metric_type: 'continuous', baseline_value: 45, std_dev: 12, mde_pct: 4 }

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

async function calculate(change: Record<string, unknown> = {}) {
  const { status, body } = await test.send('POST', '/api/v1/calculate', { ...BASE, ...change })
  return { status, body: body }
}

describe('POST /calculate gives what a client of the earlier system saw', () => {
  const golden: [string, Record<string, unknown>, Record<string, number>][] = [
    ['the base request', {}, { n: 146_642, total: 293_284, days: 41 }],
    ['three arms', { traffic_split: [50, 30, 20], variants_count: 3 }, { n: 177_585, total: 532_755, days: 124 }],
    [
      'holdout and exclusion',
      { holdout_fraction: 0.1, mutually_exclusive_experiments: 2 },
      { n: 146_642, total: 293_284, days: 91 },
    ],
    ['four looks', { n_looks: 4 }, { n: 146_642, total: 293_284, days: 41 }],
    ['five looks at alpha .01', { n_looks: 5, alpha: 0.01 }, { n: 218_201, total: 436_402, days: 61 }],
    [
      'clusters',
      { randomization_unit: 'cluster', avg_cluster_size: 20, icc: 0.02 },
      { n: 202_366, total: 404_732, days: 57 },
    ],
    ['a mean', CONTINUOUS, { n: 698, total: 1396, days: 1 }],
    [
      'a ratio',
      { metric_type: 'ratio', baseline_value: 0.12, std_dev: 0.35, mde_pct: 6 },
      { n: 37_095, total: 74_190, days: 11 },
    ],
    ['ranks', { ...CONTINUOUS, planned_test: 'mann_whitney' }, { n: 731, total: 1462, days: 1 }],
    [
      'equivalence',
      { ...CONTINUOUS, planned_test: 'tost', equivalence_margin_pct: 5 },
      { n: 488, total: 976, days: 1 },
    ],
    ['a count', { metric_type: 'count', baseline_value: 0.3, mde_pct: 20 }, { n: 1437, total: 2874, days: 1 }],
    [
      'a count with exposure',
      { metric_type: 'count', baseline_value: 0.3, mde_pct: 20, exposure_per_user: 2.5 },
      { n: 575, total: 1150, days: 1 },
    ],
    [
      "Fisher's test",
      { baseline_value: 0.2, mde_pct: 50, planned_test: 'fisher_exact' },
      { n: 311, total: 622, days: 1 },
    ],
    [
      "Fisher's test, large",
      { baseline_value: 0.05, mde_pct: 10, planned_test: 'fisher_exact' },
      { n: 31_633, total: 63_266, days: 9 },
    ],
    [
      'a weak design',
      {
        power: 0.7,
        expected_daily_traffic: 900,
        long_test_possible: false,
        seasonality_present: true,
        actual_counts: [1000, 1200],
      },
      { n: 115_314, total: 230_628, days: 428 },
    ],
  ]

  it.each(golden)('%s', async (_name, change, { n, total, days }) => {
    const { body } = await calculate(change)

    expect(body.results).toMatchObject({
      sample_size_per_variant: n,
      total_sample_size: total,
      estimated_duration_days: days,
    })
  })

  it('with the exact bounds of four looks', async () => {
    const { body } = await calculate({ n_looks: 4 })

    expect(body.sequential_inflation_factor).toBe(1.0238)
    expect(body.sequential_adjusted_sample_size).toBe(150_139)
    expect(column(body.sequential_boundaries, 'z_boundary')).toEqual([4.0486, 2.8628, 2.3375, 2.0243])
    expect(column(body.sequential_boundaries, 'p_boundary')).toEqual([0.000052, 0.004199, 0.019416, 0.04294])
    expect(column(body.sequential_boundaries, 'cumulative_alpha_spent')).toEqual([0.000052, 0.004221, 0.020912, 0.05])
  })

  it('with the exact bounds of five looks at alpha .01', async () => {
    const { body } = await calculate({ n_looks: 5, alpha: 0.01 })

    expect(body.sequential_inflation_factor).toBe(1.0145)
    expect(body.sequential_adjusted_sample_size).toBe(221_367)
    expect(column(body.sequential_boundaries, 'z_boundary')).toEqual([5.8611, 4.1444, 3.3839, 2.9306, 2.6212])
    expect(column(body.sequential_boundaries, 'cumulative_alpha_spent')).toEqual([
      0, 0.000034, 0.000728, 0.003639, 0.01,
    ])
  })

  it('with the companions of CUPED, clusters and precision', async () => {
    const cuped = await calculate({ ...CONTINUOUS, cuped_pre_experiment_std: 10, cuped_correlation: 0.5 })
    const cluster = await calculate({ randomization_unit: 'cluster', avg_cluster_size: 20, icc: 0.02 })
    const bayes = await calculate({ analysis_mode: 'bayesian', desired_precision: 1, credibility: 0.95 })

    expect(cuped.body).toMatchObject({
      cuped_std: 10.3923,
      cuped_sample_size_per_variant: 524,
      cuped_variance_reduction_pct: 25,
      cuped_theta: 0.6,
    })
    expect(cluster.body).toMatchObject({ design_effect: 1.38, clusters_per_variant: 10_119 })
    expect(bayes.body).toMatchObject({ bayesian_sample_size_per_variant: 3092 })
  })

  it('with the allocated traffic only where something is shared', async () => {
    const shared = await calculate({ holdout_fraction: 0.1, mutually_exclusive_experiments: 2 })
    const alone = await calculate()

    expect(shared.body.results).toMatchObject({ allocated_daily_traffic: 3240 })
    expect(alone.body.results).toMatchObject({ allocated_daily_traffic: null, holdout_fraction: null })
  })
})

describe('POST /calculate warns', () => {
  const cases: [string, Record<string, unknown>, string[]][] = [
    ['of nothing in a plain design', {}, []],
    [
      'of many arms',
      { traffic_split: [50, 30, 20], variants_count: 3 },
      ['LONG_DURATION', 'CONSERVATIVE_MULTIVARIANT_ALPHA'],
    ],
    ['of shared traffic', { holdout_fraction: 0.1, mutually_exclusive_experiments: 2 }, ['LONG_DURATION']],
    ['of looks', { n_looks: 4 }, ['INTERIM_LOOKS_INCREASE_SAMPLE']],
    [
      'of clusters',
      { randomization_unit: 'cluster', avg_cluster_size: 20, icc: 0.02 },
      ['LONG_DURATION', 'CLUSTER_RANDOMIZATION'],
    ],
    ['of campaigns', { active_campaigns_present: true }, ['CAMPAIGN_CONTAMINATION']],
    [
      'of thin traffic over many arms',
      { ...CONTINUOUS, expected_daily_traffic: 5000, traffic_split: [1, 1, 1], variants_count: 3 },
      ['CONSERVATIVE_MULTIVARIANT_ALPHA', 'MANY_VARIANTS_LOW_TRAFFIC'],
    ],
    [
      'in the order of the contract',
      {
        power: 0.7,
        expected_daily_traffic: 900,
        long_test_possible: false,
        seasonality_present: true,
        actual_counts: [1000, 1200],
      },
      [
        'LONG_DURATION',
        'LOW_TRAFFIC',
        'SEASONALITY_PRESENT',
        'UNDERPOWERED_DESIGN',
        'LONG_TEST_NOT_POSSIBLE',
        'SRM_DETECTED',
      ],
    ],
  ]

  it.each(cases)('%s', async (_name, change, codes) => {
    const { body } = await calculate(change)

    expect(column(body.warnings, 'code')).toEqual(codes)
    for (const message of column(body.warnings, 'message')) expect(message).not.toContain('{{')
  })
})

describe('POST /calculate by the split', () => {
  it('keeps the power of every comparison with the smallest total', async () => {
    const { body } = await calculate({ traffic_split: [50, 30, 20], variants_count: 3 })
    const sizes = body.sample_sizes_by_variant as number[]

    expect(sizes).toHaveLength(3)
    expect(sizes[0]! > sizes[1]! && sizes[1]! > sizes[2]!).toBe(true)
    expect(body.total_sample_size_for_split).toBeGreaterThanOrEqual(sizes[0]! + sizes[1]! + sizes[2]! - 3)
  })

  it('equals the plain size in equal arms', async () => {
    const { body } = await calculate()

    expect(body.sample_sizes_by_variant).toEqual([146_642, 146_642])
    expect(body.duration_days_for_split).toBe(41)
  })

  it('sizes for a fall when a fall is good', async () => {
    const up = await calculate()
    const down = await calculate({ direction: 'decrease' })

    expect(size(down.body)).toBeLessThan(size(up.body))
  })
})

describe('POST /calculate names its test', () => {
  it.each([
    [{}, 'z_test'],
    [{ planned_test: 'fisher_exact' }, 'fisher_exact'],
    [{ metric_type: 'count', baseline_value: 2 }, 'poisson_rate'],
    [{ ...CONTINUOUS, planned_test: 'mann_whitney' }, 'mann_whitney'],
  ])('%j: %s', async (change, name) => {
    const { body } = await calculate(change)

    expect(body.calculation_summary).toMatchObject({ planned_test: name, equivalence_margin_absolute: null })
  })

  it('and the margin of equivalence in the unit of the metric', async () => {
    const { body } = await calculate({ ...CONTINUOUS, planned_test: 'tost', equivalence_margin_pct: 5 })

    expect(body.calculation_summary).toMatchObject({
      planned_test: 'tost',
      equivalence_margin_pct: 5,
      equivalence_margin_absolute: 2.25,
    })
  })

  it('sizes dispersed counts by their variance', async () => {
    const count = { metric_type: 'count', baseline_value: 0.3, mde_pct: 20 }
    const [plain, dispersed] = [await calculate(count), await calculate({ ...count, dispersion: 2 })]

    expect(size(dispersed.body) / size(plain.body)).toBeCloseTo(2, 2)
  })

  it('refuses a test of another metric', async () => {
    const count = { metric_type: 'count', baseline_value: 2, planned_test: 'z_test' }

    expect((await calculate(count)).status).toBe(422)
  })
})

describe('POST /calculate refuses', () => {
  const faults: [string, Record<string, unknown>, number, string, string][] = [
    ['a baseline in quotes', { baseline_value: '0.042' }, 422, 'baseline_value', 'float_type'],
    ['a baseline of 1', { baseline_value: 1 }, 422, 'baseline_value', 'value_error'],
    ['a whole number with a fraction', { variants_count: 2.5 }, 422, 'variants_count', 'int_from_float'],
    ['an unknown key', { colour: 'red' }, 422, 'colour', 'extra_forbidden'],
    ['a split of the wrong length', { traffic_split: [1, 1, 1] }, 422, 'traffic_split', 'value_error'],
    ['an alpha of 1', { alpha: 1 }, 422, 'alpha', 'less_than'],
    ['a mean without its spread', { metric_type: 'continuous', baseline_value: 3 }, 422, 'std_dev', 'value_error'],
    ['a test that does not fit', { planned_test: 'tost' }, 422, 'planned_test', 'value_error'],
    ['counts of nobody', { actual_counts: [0, 0] }, 422, 'actual_counts', 'value_error'],
    [
      'a given size of one',
      { given_sample_size_per_variant: 1 },
      422,
      'given_sample_size_per_variant',
      'greater_than_equal',
    ],
    [
      'a policy with two effects',
      policy({ minimum_worthwhile_effect: 1, minimum_worthwhile_effect_pct: 1 }),
      422,
      'minimum_worthwhile_effect_pct',
      'value_error',
    ],
    [
      'a spending parameter out of range',
      policy({ spending: 'kim_demets', spending_parameter: -1 }),
      422,
      'spending_parameter',
      'value_error',
    ],
    ['futility beyond the power', policy({ futility: { type: 'pocock', beta: 0.3 } }), 422, 'beta', 'value_error'],
    ['a policy that is unknown', policy({ monitoring: 'sometimes' }), 422, 'monitoring', 'literal_error'],
  ]

  it.each(faults)('%s', async (_name, change, status, field, type) => {
    const answer = await calculate(change)

    expect(answer.status).toBe(status)
    expect(answer.body.error_code).toBe('validation_error')
    expect(answer.body.detail).toContainEqual(
      expect.objectContaining({ type, loc: expect.arrayContaining(['body', field]) }),
    )
  })

  it('a planned rate beyond 1 as bad_request', async () => {
    const { status, body } = await calculate({ baseline_value: 0.9, mde_pct: 20 })

    expect(status).toBe(400)
    expect(body.error_code).toBe('bad_request')
  })

  it('sizes beyond all numbers as bad_request, without null in the answer', async () => {
    const { status } = await calculate({ ...CONTINUOUS, std_dev: 1e300, mde_pct: 1e-300 })

    expect(status).toBe(400)
  })
})

function policy(decision_policy: Record<string, unknown>) {
  return { decision_policy }
}

function column(rows: unknown, key: string): unknown[] {
  return (rows as Record<string, unknown>[]).map(row => row[key])
}

function size(body: { results: { sample_size_per_variant: number } }): number {
  return body.results.sample_size_per_variant
}
