import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

type Body = Record<string, unknown>
interface Analyzer {
  readonly path: string
  readonly body: Body
  /** Where its raw values are: dotted paths, control first. */
  readonly values: readonly string[]
  /** Fields that may not be negative, or not 0. */
  readonly positive: readonly string[]
  /** Where alpha is. */
  readonly alpha: string
  /** What all equal values give: the answer of the contract for arms without spread. */
  readonly whenEqual: 200 | 400
}

const SAMPLE = [1.2, 2.3, 3.1, 4.8, 5.5, 6.1, 7.7]
const OTHER = [2.9, 4.1, 5.9, 6.6, 8.2, 9.3, 10.4]
const RATES = { control_conversions: 6, control_users: 40, treatment_conversions: 15, treatment_users: 42 }
const MEANS = {
  control_mean: 10,
  control_std: 3,
  control_n: 50,
  treatment_mean: 11,
  treatment_std: 3.4,
  treatment_n: 60,
}
const COUNTS = { control_events: 30, control_exposure: 1000, treatment_events: 48, treatment_exposure: 1100 }

const rates = (metric_type: string): Analyzer => ({
  path: '/api/v1/results',
  body: { metric_type, binary: RATES },
  values: [],
  positive: ['binary.control_conversions', 'binary.control_users', 'binary.treatment_users'],
  alpha: 'binary.alpha',
  whenEqual: 200,
})
const means = (metric_type: string, extra: Body = {}): Analyzer => ({
  path: '/api/v1/results',
  body: { metric_type, continuous: { ...MEANS, ...extra } },
  values: [],
  positive: ['continuous.control_std', 'continuous.treatment_std', 'continuous.control_n'],
  alpha: 'continuous.alpha',
  whenEqual: 200,
})
const ranked = (metric_type: string): Analyzer => ({
  path: '/api/v1/results',
  body: { metric_type, ranked: { control_values: SAMPLE, treatment_values: OTHER } },
  values: ['ranked.control_values', 'ranked.treatment_values'],
  positive: [],
  alpha: 'ranked.alpha',
  whenEqual: 200,
})
const paired = (test_type: string): Analyzer => ({
  path: '/api/v1/results/paired',
  body: { test_type, control_values: SAMPLE, treatment_values: OTHER },
  values: ['control_values', 'treatment_values'],
  positive: [],
  alpha: 'alpha',
  whenEqual: 400,
})
const omnibus = (test_type: string): Analyzer => ({
  path: '/api/v1/results/omnibus',
  body: { test_type, groups: [SAMPLE, OTHER] },
  values: ['groups.0', 'groups.1'],
  positive: [],
  alpha: 'alpha',
  whenEqual: 400,
})
const arm = (durations: readonly number[]) => ({ durations, events_observed: durations.map((_, i) => i % 3 !== 2) })
const survival = (test_type: string): Analyzer => ({
  path: '/api/v1/results/survival',
  body: { test_type, control_arm: arm(SAMPLE), treatment_arm: arm(OTHER) },
  values: ['control_arm.durations', 'treatment_arm.durations'],
  positive: ['control_arm.durations.0', 'treatment_arm.durations.3'],
  alpha: 'alpha',
  // Equal durations are one risk set, in which both arms do as expected.
  whenEqual: 200,
})
const table = (test_type: string): Analyzer => ({
  path: '/api/v1/results/categorical',
  body: {
    test_type,
    table: [
      [10, 20],
      [30, 15],
    ],
  },
  values: [],
  positive: ['table.0.1'],
  alpha: 'alpha',
  whenEqual: 200,
})

const ANALYZERS: readonly (readonly [string, Analyzer])[] = [
  ['binary', rates('binary')],
  ['fisher_exact', rates('fisher_exact')],
  ['boschloo_exact', rates('boschloo_exact')],
  ['barnard_exact', rates('barnard_exact')],
  ['continuous', means('continuous')],
  ['equivalence', means('equivalence', { equivalence_margin: 1 })],
  ['mann_whitney', ranked('mann_whitney')],
  ['bootstrap', ranked('bootstrap')],
  ['quantile', ranked('quantile')],
  ['trimmed_t', ranked('trimmed_t')],
  [
    'count',
    {
      path: '/api/v1/results',
      body: { metric_type: 'count', count: COUNTS },
      values: [],
      positive: ['count.control_events', 'count.control_exposure', 'count.treatment_exposure'],
      alpha: 'count.alpha',
      whenEqual: 200,
    },
  ],
  [
    'ratio',
    {
      path: '/api/v1/results/ratio',
      body: {
        control_arm: { numerators: SAMPLE, denominators: OTHER },
        treatment_arm: { numerators: OTHER, denominators: [3, 4, 5, 6, 7, 9, 8] },
      },
      values: [
        'control_arm.numerators',
        'control_arm.denominators',
        'treatment_arm.numerators',
        'treatment_arm.denominators',
      ],
      positive: [],
      alpha: 'alpha',
      whenEqual: 400,
    },
  ],
  ['chi_square', table('chi_square')],
  ['g_test', table('g_test')],
  ['paired_t', paired('paired_t')],
  ['wilcoxon', paired('wilcoxon')],
  [
    'mcnemar',
    {
      ...paired('mcnemar'),
      body: { test_type: 'mcnemar', control_values: [0, 1, 1, 0, 0, 1, 0], treatment_values: [1, 1, 0, 1, 1, 0, 1] },
      whenEqual: 200,
    },
  ],
  ['welch_anova', omnibus('welch_anova')],
  ['kruskal_wallis', omnibus('kruskal_wallis')],
  ['log_rank', survival('log_rank')],
  ['fleming_harrington', survival('fleming_harrington')],
  ['cox', survival('cox')],
]

describe.each(ANALYZERS)('%s', (_name, analyzer) => {
  it('answers good input in finite numbers', async () => {
    const { status, body } = await send(analyzer.body)

    expect(status).toBe(200)
    expect(body.p_value_log10).toBeLessThanOrEqual(0)
    expect(body.p_value).toBeCloseTo(10 ** body.p_value_log10, 5)
  })

  it.each(['empty', 'one value'])('refuses %s, and names the field', async kind => {
    const few = kind === 'empty' ? [] : [1]
    // One duration is enough for an arm of survival.
    const fields = analyzer.path.endsWith('survival') && kind === 'one value' ? [] : analyzer.values
    for (const field of fields) {
      const { status, body } = await send(changed(analyzer.body, field, few))

      expect(status).toBe(422)
      expect(namesField(body, field)).toBe(true)
    }
  })

  it('refuses text, null, and numbers beyond all numbers among its values', async () => {
    for (const field of [...analyzer.values.map(path => `${path}.1`), ...analyzer.positive]) {
      for (const wrong of ['"2"', 'null', '1e999', '-1e999', 'NaN']) {
        const { status, body } = await sendText(
          JSON.stringify(changed(analyzer.body, field, '@')).replace('"@"', wrong),
        )

        expect(status, `${field} = ${wrong}`).toBe(422)
        expect(body.error_code).toBe('validation_error')
        if (wrong !== 'NaN') expect(namesField(body, field), `${field} = ${wrong}`).toBe(true)
      }
    }
  })

  it('refuses what can not be negative', async () => {
    for (const field of analyzer.positive) {
      const { status, body } = await send(changed(analyzer.body, field, -1))

      expect(status).toBe(422)
      expect(namesField(body, field)).toBe(true)
    }
  })

  it('refuses an alpha outside 0.001 to 0.1, and takes both ends', async () => {
    for (const alpha of [0, 0.0009, 0.11, 1, -0.05]) {
      const { status, body } = await send(changed(analyzer.body, analyzer.alpha, alpha))
      expect(status).toBe(422)
      expect(namesField(body, analyzer.alpha)).toBe(true)
    }
    for (const alpha of [0.001, 0.1]) {
      expect((await send(changed(analyzer.body, analyzer.alpha, alpha))).status).toBe(200)
    }
  })

  it('answers values that are all equal as the contract says, never with NaN', async () => {
    if (analyzer.values.length === 0) return
    const equal = analyzer.values.reduce(
      (body, field) =>
        changed(
          body,
          field,
          SAMPLE.map(() => 1),
        ),
      analyzer.body,
    )

    const { status, body } = await send(equal)

    expect(status).toBe(analyzer.whenEqual)
    if (status === 200) expect(body.p_value).toBe(1)
  })

  it('refuses more values than it takes, and names the field', async () => {
    const [field] = analyzer.values
    if (field === undefined) return
    const { status, body } = await send(changed(analyzer.body, field, Array(200_001).fill(1)))

    expect(status).toBe(422)
    expect(namesField(body, field)).toBe(true)
  })

  it('refuses an unknown key', async () => {
    const { status, body } = await send({ ...analyzer.body, surprise: 1 })

    expect(status).toBe(422)
    expect(body.detail[0]).toMatchObject({ type: 'extra_forbidden', loc: ['body', 'surprise'] })
  })

  async function send(body: Body) {
    const answer = await test.send('POST', analyzer.path, body)
    expect(JSON.stringify(answer.body)).not.toMatch(/NaN|Infinity/)
    return answer
  }

  function sendText(body: string) {
    return test.send('POST', analyzer.path, body)
  }
})

describe('lengths that do not fit each other', () => {
  it.each([
    [
      '/api/v1/results/paired',
      { test_type: 'wilcoxon', control_values: [1, 2, 3], treatment_values: [1, 2] },
      'treatment_values',
    ],
    [
      '/api/v1/results/ratio',
      {
        control_arm: { numerators: [1, 2], denominators: [1, 2, 3] },
        treatment_arm: { numerators: [1, 2], denominators: [1, 2] },
      },
      'denominators',
    ],
    [
      '/api/v1/results/survival',
      { control_arm: { durations: [1, 2], events_observed: [true] }, treatment_arm: arm(OTHER) },
      'events_observed',
    ],
    [
      '/api/v1/results/categorical',
      {
        table: [
          [1, 2],
          [3, 4, 5],
        ],
      },
      'table',
    ],
    [
      '/api/v1/results/survival',
      {
        test_type: 'cox',
        control_arm: { ...arm(SAMPLE), covariates: [[1]] },
        treatment_arm: { ...arm(OTHER), covariates: [OTHER] },
      },
      'covariates',
    ],
    [
      '/api/v1/results/survival',
      { test_type: 'cox', control_arm: { ...arm(SAMPLE), covariates: [SAMPLE] }, treatment_arm: arm(OTHER) },
      'covariates',
    ],
    [
      '/api/v1/results/survival',
      { control_arm: { ...arm(SAMPLE), covariates: [SAMPLE] }, treatment_arm: { ...arm(OTHER), covariates: [OTHER] } },
      'covariates',
    ],
  ])('%s refuses and names the field', async (path, body, field) => {
    const answer = await test.send('POST', path, body)

    expect(answer.status).toBe(422)
    expect(answer.body.detail[0].loc).toContain(field)
  })
})

/** A copy of the body with one value changed, by dotted path. */
function changed(body: Body, path: string, value: unknown): Body {
  const copy = structuredClone(body)
  const keys = path.split('.')
  const last = keys.pop()!
  const parent = keys.reduce<Body>((at, key) => at[key] as Body, copy)
  parent[last] = value
  return copy
}

function namesField(body: { detail: { loc: (string | number)[] }[] }, path: string): boolean {
  const wanted = path.split('.').filter(key => !/^\d+$/.test(key))
  return body.detail.some(({ loc }) => wanted.every(key => loc.includes(key)))
}
