import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const positive = fc.double({ min: 0, max: 1e300, minExcluded: true, noNaN: true })
const usual = fc.double({ min: 0.01, max: 1000, noNaN: true })
const fraction = fc.oneof(
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
)
const split = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 10 })

const plan = split.chain(parts =>
  fc.record(
    {
      metric_type: fc.constantFrom('binary', 'continuous', 'ratio', 'count'),
      planned_test: fc.constantFrom(null, 'z_test', 'fisher_exact', 'mann_whitney', 'tost'),
      equivalence_margin_pct: fc.oneof(usual, positive),
      exposure_per_user: fc.oneof(usual, positive),
      dispersion: fc.double({ min: 1, max: 100, noNaN: true }),
      baseline_value: fc.oneof(fraction, usual, positive),
      std_dev: fc.oneof(usual, positive),
      mde_pct: fc.oneof(usual, positive),
      alpha: fraction,
      power: fraction,
      expected_daily_traffic: fc.integer({ min: 1, max: 1e15 }),
      audience_share_in_test: fraction,
      traffic_split: fc.constant(parts),
      variants_count: fc.constant(parts.length),
      direction: fc.constantFrom('increase', 'decrease'),
      n_looks: fc.integer({ min: 1, max: 12 }),
      analysis_mode: fc.constantFrom('frequentist', 'bayesian'),
      desired_precision: fc.oneof(usual, positive),
      credibility: fc.double({ min: 0.51, max: 0.999, noNaN: true }),
      cuped_pre_experiment_std: fc.oneof(usual, positive),
      cuped_correlation: fc.double({ min: -0.99, max: 0.99, noNaN: true }),
      randomization_unit: fc.constantFrom('user', 'cluster'),
      avg_cluster_size: fc.double({ min: 1, max: 1e6, noNaN: true }),
      icc: fc.double({ min: 0, max: 1, noNaN: true }),
      holdout_fraction: fc.double({ min: 0, max: 0.99, noNaN: true }),
    },
    {
      requiredKeys: [
        'metric_type',
        'baseline_value',
        'mde_pct',
        'alpha',
        'power',
        'expected_daily_traffic',
        'audience_share_in_test',
        'traffic_split',
        'variants_count',
      ],
    },
  ),
)

describe('POST /calculate, whatever it is asked', () => {
  // The test application checks each answer against its schema, so a NaN that became null is found too.
  it('answers by its schema, or refuses; it never fails', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async request => {
        const { status, body } = await test.send('POST', '/api/v1/calculate', request)

        expect([200, 400, 422]).toContain(status)
        if (status === 200) expect(body.results.sample_size_per_variant).toBeGreaterThan(0)
      }),
      { numRuns: 600, seed: 20_261_123 },
    )
  })
})
