import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const srm = (body: unknown) => test.send('POST', '/api/v1/srm-check', body)
const preview = (body: unknown) => test.send('POST', '/api/v1/assignment/preview', body)

describe('POST /srm-check', () => {
  it('gives what a client of the earlier system saw', async () => {
    const { body } = await srm({ observed_counts: [5000, 5300], expected_fractions: [0.5, 0.5] })

    expect(body).toMatchObject({ chi_square: 8.7379, p_value: 0.003117, is_srm: false, expected_counts: [5150, 5150] })
  })

  it('finds a mismatch however small its p-value prints', async () => {
    const { body } = await srm({ observed_counts: [821_588, 715_482], expected_fractions: [0.5, 0.5] })

    expect(body).toMatchObject({ p_value: 0, is_srm: true })
    expect(body.p_value_log10).toBeLessThan(-1000)
  })

  it.each([
    [{ observed_counts: [1, 2], expected_fractions: [1] }, 422],
    [{ observed_counts: [1, 2, 3], expected_fractions: [0.5, 0.5] }, 422],
    [{ observed_counts: [0, 0], expected_fractions: [0.5, 0.5] }, 422],
    [{ observed_counts: [1, 2], expected_fractions: [0.5, 0.6] }, 422],
    [{ observed_counts: [1, -2], expected_fractions: [0.5, 0.5] }, 422],
    [{ observed_counts: [1.5, 2], expected_fractions: [0.5, 0.5] }, 422],
    [{ observed_counts: [1, 2], expected_fractions: [0.5, 0.505] }, 400],
    [{ observed_counts: [1, 2], expected_fractions: [0, 1] }, 400],
  ])('refuses %j with %i', async (body, status) => {
    expect((await srm(body)).status).toBe(status)
  })
})

describe('POST /assignment/preview', () => {
  it('counts arms, and shows the first 25 users', async () => {
    const { body } = await preview({
      seed: 's',
      num_variations: 3,
      coverage: 0.9,
      weights: [0.5, 0.3, 0.2],
      sample_size: 20_000,
    })

    expect(body.distribution.map((bucket: { variation_index: number }) => bucket.variation_index)).toEqual([
      -1, 0, 1, 2,
    ])
    expect(body.in_experiment_fraction).toBeCloseTo(0.9, 2)
    expect(body.distribution[1].fraction).toBeCloseTo(0.45, 1)
    expect(body.sample_assignments).toHaveLength(25)
    expect(body.sample_assignments[0].user_id).toBe('user-0')
  })

  it('falls back to equal weights when the given ones do not fit', async () => {
    const equal = await preview({ seed: 's', num_variations: 2 })
    const wrong = await preview({ seed: 's', num_variations: 2, weights: [0.9, 0.9] })

    expect(wrong.body).toEqual(equal.body)
  })

  it.each([
    { seed: '', num_variations: 2 },
    { seed: 's', num_variations: 1 },
    { seed: 's', num_variations: 2, sample_size: 100_001 },
    { seed: 's', num_variations: 2, hash_version: 3 },
    { seed: 's', num_variations: 2, coverage: 1.1 },
  ])('refuses %j', async body => {
    expect((await preview(body)).status).toBe(422)
  })
})

describe('POST /sensitivity', () => {
  const grid = (body: unknown) => test.send('POST', '/api/v1/sensitivity', body)

  it('sizes as /calculate does, effects first', async () => {
    const { body } = await grid({
      metric_type: 'binary',
      baseline_rate: 4.2,
      daily_traffic: 12_000,
      audience_share: 0.6,
      mde_values: [5, 10],
      power_values: [0.8, 0.9],
    })

    expect(body.cells.map((cell: { mde: number; power: number }) => [cell.mde, cell.power])).toEqual([
      [5, 0.8],
      [5, 0.9],
      [10, 0.8],
      [10, 0.9],
    ])
    expect(body.cells[0]).toMatchObject({ sample_size_per_variant: 146_642, duration_days: 41 })
    expect(body).toMatchObject({ current_mde: null, current_power: null })
  })

  it('takes absolute effects for means', async () => {
    const { body } = await grid({
      metric_type: 'continuous',
      baseline_mean: 45,
      std_dev: 12,
      mde_values: [1.8],
      power_values: [0.8],
    })

    expect(body.cells[0].sample_size_per_variant).toBe(698)
  })

  it('takes relative effects for counts, and more users for dispersed ones', async () => {
    const count = { metric_type: 'count', baseline_mean: 0.3, mde_values: [20], power_values: [0.8] }
    const planned = { metric_type: 'count', baseline_value: 0.3, mde_pct: 20, alpha: 0.05, power: 0.8 }
    const traffic = {
      expected_daily_traffic: 1000,
      audience_share_in_test: 1,
      traffic_split: [1, 1],
      variants_count: 2,
    }

    const [plain, dispersed] = [await grid(count), await grid({ ...count, dispersion: 3 })]
    const { body } = await test.send('POST', '/api/v1/calculate', { ...planned, ...traffic })

    const size = plain.body.cells[0].sample_size_per_variant
    expect(size).toBe(body.results.sample_size_per_variant)
    expect(dispersed.body.cells[0].sample_size_per_variant / size).toBeCloseTo(3, 2)
  })

  it('takes splits and traffic with fractions', async () => {
    const { status, body } = await grid({
      metric_type: 'binary',
      baseline_rate: 10,
      variants: 3,
      traffic_split: [0.5, 0.25, 0.25],
      daily_traffic: 99.5,
    })

    expect(status).toBe(200)
    expect(body.cells).toHaveLength(20)
  })

  it.each([
    [{ metric_type: 'binary' }, 422],
    [{ metric_type: 'binary', baseline_rate: 100 }, 422],
    [{ metric_type: 'continuous', baseline_mean: 1 }, 422],
    [{ metric_type: 'count' }, 422],
    [{ metric_type: 'binary', baseline_rate: 4, variants: 3, traffic_split: [1, 1] }, 422],
    [{ metric_type: 'binary', baseline_rate: 4, mde_values: Array(101).fill(5) }, 422],
    [{ metric_type: 'binary', baseline_rate: 60, mde_values: [5, 90] }, 400],
  ])('refuses %j with %i', async (body, status) => {
    expect((await grid(body)).status).toBe(status)
  })
})
