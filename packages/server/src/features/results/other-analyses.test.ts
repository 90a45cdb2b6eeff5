import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const post = (path: string, body: unknown) => test.send('POST', `/api/v1/results/${path}`, body)

const TABLE = [
  [30, 20, 10],
  [15, 25, 30],
]
const PAIRS = { control_values: [5, 6, 7, 8, 6, 5, 9, 4], treatment_values: [6, 8, 7, 9, 8, 5, 11, 6] }
const GROUPS = [
  [1, 2, 3, 4],
  [2, 3, 4, 6],
  [5, 6, 7, 9],
]
const flags = (text: string) => text.split(' ').map(flag => flag === '1')
const SURVIVAL = {
  control_arm: { durations: [1, 3, 5, 7, 9, 11], events_observed: flags('1 1 0 1 1 0') },
  treatment_arm: { durations: [2, 6, 8, 10, 12, 14], events_observed: flags('1 0 1 1 0 1') },
}
const RATIO = {
  control_arm: { numerators: [1, 2, 0, 3, 1], denominators: [10, 12, 8, 15, 9] },
  treatment_arm: { numerators: [2, 3, 1, 4, 2], denominators: [11, 13, 9, 14, 10] },
}

function mcnemar(gained: number, lost: number, pairs: number) {
  const differs = gained + lost
  const control = Array.from({ length: pairs }, (_, at) => (at >= gained && at < differs ? 1 : 0))
  const treatment = Array.from({ length: pairs }, (_, at) => (at < gained ? 1 : 0))
  return { test_type: 'mcnemar', control_values: control, treatment_values: treatment }
}

describe('the other analyses give what a client of the earlier system saw', () => {
  const golden: [string, string, unknown, Record<string, unknown>][] = [
    [
      'chi-square',
      'categorical',
      { table: TABLE },
      { chi_square: 14.8743, p_value: 0.000589, cramers_v: 0.3383, degrees_of_freedom: 2, low_expected_warning: false },
    ],
    [
      'G',
      'categorical',
      { table: TABLE, test_type: 'g_test' },
      { chi_square: 15.3486, p_value: 0.000465, cramers_v: 0.3436 },
    ],
    [
      'paired t',
      'paired',
      { test_type: 'paired_t', ...PAIRS },
      {
        effect: 1.25,
        ci_lower: 0.5089,
        ci_upper: 1.9911,
        p_value: 0.005266,
        test_statistic: 3.9886,
        effect_size: 1.4102,
      },
    ],
    [
      'McNemar',
      'paired',
      mcnemar(10, 3, 40),
      {
        effect: 0.175,
        ci_lower: 0.006861,
        ci_upper: 0.343139,
        p_value: 0.092285,
        method: 'exact',
        effect_size: 3.3333,
        n_discordant: 13,
        discordant_positive: 10,
        discordant_negative: 3,
      },
    ],
    [
      'Welch ANOVA',
      'omnibus',
      { test_type: 'welch_anova', groups: GROUPS },
      { test_statistic: 7.1189, df_numerator: 2, df_denominator: 5.8824, p_value: 0.026864, effect_size: 0.6291 },
    ],
    [
      'Kruskal-Wallis',
      'omnibus',
      { test_type: 'kruskal_wallis', groups: GROUPS },
      { test_statistic: 6.8555, p_value: 0.03246, effect_size: 0.6232, df_denominator: null },
    ],
    [
      'log-rank',
      'survival',
      SURVIVAL,
      {
        chi_square: 0.7823,
        p_value: 0.376445,
        expected_control: 2.8665,
        expected_treatment: 5.1335,
        hazard_ratio: null,
      },
    ],
    [
      'Fleming-Harrington',
      'survival',
      { ...SURVIVAL, test_type: 'fleming_harrington' },
      { chi_square: 0.8937, p_value: 0.344489, fh_rho: 1, fh_gamma: 0 },
    ],
    [
      'Cox',
      'survival',
      { ...SURVIVAL, test_type: 'cox' },
      {
        hazard_ratio: 0.5091,
        hazard_ratio_ci_lower: 0.1111,
        hazard_ratio_ci_upper: 2.3326,
        log_hazard_ratio: -0.675173,
        log_hazard_ratio_se: 0.77663,
        p_value: 0.384649,
      },
    ],
    [
      'ratio',
      'ratio',
      RATIO,
      {
        metric_type: 'ratio',
        observed_effect: 0.080897,
        observed_effect_relative: 62.41,
        ci_lower: -0.004004,
        ci_upper: 0.165798,
        p_value: 0.061829,
        test_statistic: 1.8675,
      },
    ],
  ]

  it.each(golden)('%s', async (_name, path, body, expected) => {
    const answer = await post(path, body)

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject(expected)
  })

  it('Wilcoxon: zeros dropped in estimate, interval and test alike', async () => {
    const { body } = await post('paired', { test_type: 'wilcoxon', ...PAIRS })

    expect(body).toMatchObject({ n_zero_differences: 2, test_statistic: 0, effect_size: 1, n_pairs: 8 })
    expect(body.effect).toBeGreaterThan(1)
  })

  it('ranks are summed up by rank, means by mean', async () => {
    const [means, ranks] = await Promise.all(
      ['welch_anova', 'kruskal_wallis'].map(type => post('omnibus', { test_type: type, groups: GROUPS })),
    )

    expect(means!.body.group_summaries[0]).toMatchObject({ n: 4, mean: 2.5, mean_rank: null, median: null })
    expect(ranks!.body.group_summaries[0]).toMatchObject({ n: 4, mean: null, median: 2.5 })
  })

  it('curves hold event times only, within bounds', async () => {
    const { body } = await post('survival', { ...SURVIVAL, additional_arms: [SURVIVAL.control_arm] })

    expect(body.control_curve.map((point: { time: number }) => point.time)).toEqual([1, 3, 7, 9])
    expect(body.additional_arm_curves).toHaveLength(1)
    expect(body.degrees_of_freedom).toBe(2)
    for (const point of body.treatment_curve) {
      expect(point.ci_lower).toBeLessThanOrEqual(point.survival)
      expect(point.ci_upper).toBeGreaterThanOrEqual(point.survival)
    }
  })
})

describe('the other analyses refuse', () => {
  it.each([
    ['categorical', { table: [[1, 2]] }, 422],
    ['categorical', { table: [[1, 2], [3]] }, 422],
    [
      'categorical',
      {
        table: [
          [1, 2],
          [3, 4, 5],
        ],
      },
      422,
    ],
    [
      'categorical',
      {
        table: [
          [1, -2],
          [3, 4],
        ],
      },
      422,
    ],
    [
      'categorical',
      {
        table: [
          [0, 0],
          [3, 4],
        ],
      },
      400,
    ],
    [
      'categorical',
      {
        table: [
          [5_000_000, 1],
          [1, 1],
        ],
      },
      400,
    ],
    ['paired', { test_type: 'paired_t', control_values: [1, 2], treatment_values: [1] }, 422],
    ['paired', { test_type: 'paired_t', control_values: [1, 2], treatment_values: [2, 3] }, 400],
    ['paired', { test_type: 'wilcoxon', control_values: [1, 2], treatment_values: [1, 2] }, 400],
    ['paired', { test_type: 'mcnemar', control_values: [0, 2], treatment_values: [0, 1] }, 422],
    ['omnibus', { test_type: 'welch_anova', groups: [[1, 2]] }, 422],
    [
      'omnibus',
      {
        test_type: 'welch_anova',
        groups: [
          [1, 1],
          [2, 3],
        ],
      },
      400,
    ],
    [
      'omnibus',
      {
        test_type: 'kruskal_wallis',
        groups: [
          [1, 1],
          [1, 1],
        ],
      },
      400,
    ],
    ['survival', { ...SURVIVAL, test_type: 'cox', additional_arms: [SURVIVAL.control_arm] }, 422],
    ['survival', { ...SURVIVAL, control_arm: { durations: [1], events_observed: [true, false] } }, 422],
    ['survival', { ...SURVIVAL, control_arm: { durations: [-1], events_observed: [true] } }, 422],
    [
      'survival',
      {
        control_arm: { durations: [1], events_observed: [false] },
        treatment_arm: { durations: [1], events_observed: [false] },
      },
      400,
    ],
    ['ratio', { ...RATIO, control_arm: { numerators: [1, 2], denominators: [1] } }, 422],
    ['ratio', { ...RATIO, control_arm: { numerators: [1, 2], denominators: [1, -1] } }, 400],
  ])('%s %j with %i', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status)
  })

  it('answers p 1 when no pair is discordant', async () => {
    const { body } = await post('paired', mcnemar(0, 0, 10))

    expect(body).toMatchObject({ p_value: 1, n_discordant: 0, effect_size: null })
  })
})

describe('values that no number holds what comes of them', () => {
  it.each([
    [
      'a ratio',
      '/api/v1/results/ratio',
      {
        control_arm: { numerators: [1, 2], denominators: [1e-320, 2e-320] },
        treatment_arm: { numerators: [1, 3], denominators: [1e-320, 1e-320] },
      },
    ],
    [
      'a mean',
      '/api/v1/results',
      {
        metric_type: 'continuous',
        continuous: {
          control_mean: 1e-320,
          control_std: 1,
          control_n: 5,
          treatment_mean: 2,
          treatment_std: 1,
          treatment_n: 5,
        },
      },
    ],
  ])('%s is 400, and no null where a number belongs', async (_name, path, body) => {
    const test = await newTestApp()

    const answer = await test.send('POST', path, body)

    expect([answer.status, answer.body.error_code]).toEqual([400, 'bad_request'])
    await test.close()
  })
})
