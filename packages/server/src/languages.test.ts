import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'
import { LANGUAGES, type Language } from './http/language.ts'
import { routes } from './routes.ts'
import { ADMIN_TOKEN, type Answer, asAdmin, newTestApp, type TestApp, withRealProjects } from './test-app.ts'

const OTHERS = LANGUAGES.filter(language => language !== 'en')

const PLAN = {
  metric_type: 'binary',
  baseline_value: 0.042,
  mde_pct: 5,
  alpha: 0.05,
  power: 0.7,
  expected_daily_traffic: 900,
  audience_share_in_test: 0.6,
  traffic_split: [1, 1, 1],
  variants_count: 3,
  n_looks: 5,
  seasonality_present: true,
  active_campaigns_present: true,
  long_test_possible: false,
  actual_counts: [100, 500, 100],
  randomization_unit: 'cluster',
  avg_cluster_size: 10.5,
  icc: 0.02,
}
const MEANS = {
  control_mean: 10,
  control_std: 2,
  control_n: 50,
  treatment_mean: 10.5,
  treatment_std: 2,
  treatment_n: 50,
}
const RATES = { control_conversions: 120, control_users: 1000, treatment_conversions: 150, treatment_users: 1000 }
const ARM = { durations: [1, 3, 5, 7], events_observed: [true, true, false, true] }

type Call = [name: string, method: 'GET' | 'POST', path: string, body: unknown]

const COMPUTED: readonly Call[] = [
  ['a plan with every warning', 'POST', '/api/v1/calculate', PLAN],
  [
    'a plan of a mean',
    'POST',
    '/api/v1/calculate',
    {
      ...PLAN,
      metric_type: 'continuous',
      baseline_value: 45,
      std_dev: 12.5,
      analysis_mode: 'bayesian',
      desired_precision: 0.5,
    },
  ],
  ['a sample ratio', 'POST', '/api/v1/srm-check', { observed_counts: [100, 900], expected_fractions: [0.5, 0.5] }],
  ['two rates', 'POST', '/api/v1/results', { metric_type: 'fisher_exact', binary: RATES }],
  ['two means', 'POST', '/api/v1/results', { metric_type: 'continuous', continuous: MEANS }],
  [
    'two arms without spread',
    'POST',
    '/api/v1/results',
    { metric_type: 'binary', binary: { ...RATES, control_conversions: 0, treatment_conversions: 0 } },
  ],
  [
    'a table',
    'POST',
    '/api/v1/results/categorical',
    {
      table: [
        [30, 20],
        [15, 25],
      ],
    },
  ],
  [
    'pairs',
    'POST',
    '/api/v1/results/paired',
    { test_type: 'wilcoxon', control_values: [5, 6, 7, 8], treatment_values: [6, 8, 7, 9.5] },
  ],
  [
    'groups',
    'POST',
    '/api/v1/results/omnibus',
    {
      test_type: 'kruskal_wallis',
      groups: [
        [1, 2, 3],
        [2, 3, 4.5],
      ],
    },
  ],
  [
    'ratios',
    'POST',
    '/api/v1/results/ratio',
    {
      control_arm: { numerators: [1, 2, 0], denominators: [10, 12, 8] },
      treatment_arm: { numerators: [2, 3, 1], denominators: [11, 13, 9] },
    },
  ],
  [
    'survival',
    'POST',
    '/api/v1/results/survival',
    { control_arm: ARM, treatment_arm: { ...ARM, durations: [2, 6, 8, 10] } },
  ],
]

const REFUSED: readonly Call[] = [
  ['a missing field', 'POST', '/api/v1/calculate', {}],
  [
    'wrong types and bounds',
    'POST',
    '/api/v1/calculate',
    { ...PLAN, alpha: 'x', power: 2, variants_count: 2.5, traffic_split: [1], wrong: 1 },
  ],
  ['a value that is not among those known', 'POST', '/api/v1/calculate', { ...PLAN, metric_type: 'z' }],
  ['a broken rule', 'POST', '/api/v1/calculate', { ...PLAN, traffic_split: [1, 2] }],
  ['a broken rule of an analysis', 'POST', '/api/v1/results', { metric_type: 'binary' }],
  [
    'a broken rule of survival',
    'POST',
    '/api/v1/results/survival',
    { control_arm: ARM, treatment_arm: { ...ARM, durations: [1] } },
  ],
  ['a design with many faults', 'POST', '/api/v1/projects', brokenDesign()],
  ['a plan without a finite size', 'POST', '/api/v1/calculate', { ...PLAN, baseline_value: 0.99, mde_pct: 50 }],
  [
    'a table with an empty row',
    'POST',
    '/api/v1/results/categorical',
    {
      table: [
        [0, 0],
        [3, 1],
      ],
    },
  ],
  ['a project that is not there', 'GET', '/api/v1/projects/none', undefined],
  ['an experiment that is not there', 'GET', '/api/v1/experiments/none/live-stats', undefined],
  ['a job that is not there', 'GET', '/api/v1/jobs/none', undefined],
  ['a path that is not there', 'GET', '/api/v1/nowhere', undefined],
  ['a wrong method', 'GET', '/api/v1/calculate', undefined],
  ['a body that is not JSON', 'POST', '/api/v1/calculate', '{broken'],
  ['a route for the administrator', 'GET', '/api/v1/keys', undefined],
]

describe('an answer', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  })
  afterAll(() => test.close())

  describe.each(OTHERS)('in %s', language => {
    it.each([...COMPUTED, ...REFUSED])('to %s has no English words', async (_name, method, path, body) => {
      const english = await ask(test, 'en', method, path, body)
      const answer = await ask(test, language, method, path, body)

      expect(answer.status).toBe(english.status)
      expect(wordsLeft(english.body, answer.body)).toEqual([])
      expect(answer.headers['content-language']).toBe(language)
      expect(answer.headers.vary).toContain('Accept-Language')
    })

    it.each(COMPUTED)('to %s has the same numbers', async (_name, method, path, body) => {
      const english = await ask(test, 'en', method, path, body)
      const answer = await ask(test, language, method, path, body)

      expect(withoutTexts(answer.body, english.body)).toEqual(withoutTexts(english.body, english.body))
    })
  })

  it.each<[string, Language]>([
    ['ru;q=0.3, de-CH;q=0.8, en;q=0.5', 'de'],
    ['pt-BR, pt;q=0.9, fr;q=0.2', 'fr'],
    ['tlh, *;q=0.5', 'en'],
    ['zh-Hans-CN', 'zh'],
    ['AR', 'ar'],
    ['de;q=0', 'en'],
  ])('to %s speaks %s', async (header, language) => {
    const { headers } = await test.send('GET', '/api/v1/nowhere', undefined, { 'accept-language': header })

    expect(headers['content-language']).toBe(language)
  })

  it('without a wish speaks English', async () => {
    const { headers, body } = await test.send('GET', '/api/v1/experiments/none/live-stats')

    expect(headers['content-language']).toBe('en')
    expect(body.detail).toBe('Experiment not found')
  })

  it.each<[Language, string]>([
    ['ru', 'Эксперимент не найден'],
    ['de', 'Experiment nicht gefunden'],
    ['es', 'Experimento no encontrado'],
    ['fr', 'Expérience introuvable'],
    ['zh', '找不到实验'],
    ['ar', 'التجربة غير موجودة'],
  ])('in %s says: %s', async (language, text) => {
    const { body } = await ask(test, language, 'GET', '/api/v1/experiments/none/live-stats')

    expect(body).toMatchObject({ detail: text, error_code: 'not_found', status_code: 404 })
  })

  it('keeps types, fields and the prefix of a broken rule in every language', async () => {
    const body = { ...PLAN, traffic_split: [1, 2] }

    const answers = await Promise.all(LANGUAGES.map(language => ask(test, language, 'POST', '/api/v1/calculate', body)))

    for (const { status, body } of answers) {
      expect(status).toBe(422)
      expect(body.detail[0]).toMatchObject({ type: 'value_error', loc: ['body', 'traffic_split'] })
      expect(body.detail[0].msg).toMatch(/^Value error, \S/)
    }
  })

  it('writes German decimals in its words, and numbers in its fields', async () => {
    const results = await ask(test, 'de', 'POST', '/api/v1/results', { metric_type: 'continuous', continuous: MEANS })
    const plan = await ask(test, 'de', 'POST', '/api/v1/calculate', PLAN)

    expect(results.body.observed_effect).toBe(0.5)
    expect(results.body.interpretation).toBe('Effekt 0,5; 95-%-Konfidenzintervall -0,2938 bis 1,2938; p = 0,214276.')
    expect(plan.body.assumptions).toContain('Zweiseitiger Test zum Signifikanzniveau Alpha = 0,025, Power 0,7.')
    expect(plan.body.calculation_summary.alpha).toBe(0.05)
  })
})

describe('every operation', () => {
  // A route that answers in words must not forget whose they are.
  it.each(routes.filter(({ example, path, takesRaw }) => example !== undefined && !takesRaw && !path.includes('{')))(
    '$method $path answers its example without English words',
    async ({ method, path, example }) => {
      const test = asAdmin(await newTestApp({ AB_ADMIN_TOKEN: ADMIN_TOKEN }))
      const { body, echoed } = await withRealProjects(test, example)
      const english = await ask(test, 'en', method as 'POST', path, body)
      const german = await ask(test, 'de', method as 'POST', path, body)

      expect(english.status).toBe(200)
      expect(wordsLeft(english.body, german.body).filter(text => !echoed.includes(JSON.stringify(text)))).toEqual([])
      expect(speaks(english.body, echoed) ? ['de'] : ['de', undefined]).toContain(german.headers['content-language'])
      await test.close()
    },
  )
})

describe('a read-out', () => {
  let test: TestApp
  let paths: readonly string[]
  beforeAll(async () => {
    test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
    paths = await Promise.all((['binary', 'continuous', 'count'] as const).map(type => recordedExperiment(test, type)))
  })
  afterAll(() => test.close())

  it.each(OTHERS)('in %s has no English words and the same numbers', async language => {
    for (const path of paths) {
      const english = await ask(test, 'en', 'GET', path)
      const answer = await ask(test, language, 'GET', path)

      expect(wordsLeft(english.body, answer.body)).toEqual([])
      expect(withoutTexts(answer.body, english.body)).toEqual(withoutTexts(english.body, english.body))
      expect(answer.headers['content-language']).toBe(language)
    }
  })

  it('has a version of its own in each language', async () => {
    const answers = await Promise.all(LANGUAGES.map(language => ask(test, language, 'GET', paths[0]!)))

    const held = { 'accept-language': 'de', 'if-none-match': String(answers[LANGUAGES.indexOf('de')]!.headers.etag) }
    const again = await test.send('GET', paths[0]!, undefined, held)
    const other = await test.send('GET', paths[0]!, undefined, { ...held, 'accept-language': 'fr' })

    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(LANGUAGES.length)
    expect([again.status, other.status]).toEqual([304, 200])
  })
})

describe('a refusal at the gate', () => {
  it.each<[Language, string, string]>([
    ['de', 'Das Token ist nicht bekannt', 'Zu viele fehlgeschlagene Versuche'],
    ['zh', '无法识别此令牌', '失败次数过多'],
  ])('speaks %s', async (language, unknown, tooMany) => {
    const test = await newTestApp({ AB_API_TOKEN: 'write-token-1', AB_AUTH_FAILURE_LIMIT: '1' })
    const headers = { authorization: 'Bearer guess-0000', 'accept-language': language }

    const first = await test.send('GET', '/api/v1/projects', undefined, headers)
    const second = await test.send('GET', '/api/v1/projects', undefined, headers)

    expect([first.status, first.body.detail]).toEqual([401, unknown])
    expect([second.status, second.body.detail]).toEqual([429, tooMany])
    expect(second.headers['content-language']).toBe(language)
    await test.close()
  })

  it('varies by the language beside the origin', async () => {
    const test = await newTestApp()

    const { headers } = await test.send('GET', '/api/v1/nowhere', undefined, { origin: 'http://127.0.0.1:5173' })

    expect(headers.vary).toBe('Origin, Accept-Language')
    await test.close()
  })

  it('says that a body is too large, or not JSON', async () => {
    const test = await newTestApp({ AB_MAX_REQUEST_BODY_BYTES: '1024' })
    const large = JSON.stringify({ text: 'x'.repeat(2000) })

    const tooLarge = await ask(test, 'de', 'POST', '/api/v1/calculate', large)
    const form = await test.send('POST', '/api/v1/calculate', 'a=1', {
      'accept-language': 'de',
      'content-type': 'application/x-www-form-urlencoded',
    })

    expect([tooLarge.status, tooLarge.body.detail]).toEqual([
      413,
      'Der Inhalt der Anfrage ist zu groß: höchstens 1024 Bytes',
    ])
    expect(form.status).toBe(415)
    expect(form.body.detail).toBe('Senden Sie den Inhalt als JSON, mit Content-Type: application/json')
    await test.close()
  })
})

function ask(
  test: TestApp,
  language: Language,
  method: Call[1],
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return test.send(method, path, body, { 'accept-language': language, ...headers })
}

function brokenDesign() {
  const { setup, metrics, constraints } = EXAMPLE_PROJECT
  return {
    ...EXAMPLE_PROJECT,
    setup: {
      ...setup,
      traffic_split: [1, 1, 1],
      namespace: { id: 'n', range_start: 0.5, range_end: 0.2 },
      targeting_rules: [
        { attribute: 'a', operator: 'in', value: 'x' },
        { attribute: 'a', operator: 'gt', value: true },
      ],
    },
    metrics: {
      ...metrics,
      metric_type: 'ratio',
      baseline_value: -1,
      std_dev: 0,
      planned_test: 'tost',
      guardrail_metrics: [
        { name: 'a', metric_type: 'binary' },
        { name: 'b', metric_type: 'continuous' },
      ],
    },
    constraints: { ...constraints, analysis_mode: 'bayesian' },
    decision_policy: { minimum_worthwhile_effect: 1, minimum_worthwhile_effect_pct: 1 },
  }
}

/** The path of the live read-out of three arms with conversions, covariates and strata. */
async function recordedExperiment(test: TestApp, metricType: 'binary' | 'continuous' | 'count'): Promise<string> {
  const id = await test.createProject(payload => {
    const numbers = metricType === 'binary' ? {} : { baseline_value: 20, std_dev: 5 }
    Object.assign(payload.metrics, { metric_type: metricType, ...numbers })
    Object.assign(payload.setup, { traffic_split: [1, 1, 1], variants_count: 3 })
  })
  const base = `/api/v1/experiments/${id}`
  const users = Array.from({ length: 120 }, (_, index) => ({ user_id: `u${index}`, index }))
  await test.send('POST', `${base}/exposures`, {
    exposures: users.map(({ user_id, index }) => ({ user_id, variation_index: index % 3 })),
  })
  await test.send('POST', `${base}/conversions`, {
    conversions: users.slice(40).map(({ user_id, index }) => ({ user_id, metric: 'purchase', value: 1 + (index % 7) })),
  })
  await test.send('POST', `${base}/pre-period`, {
    pre_period_values: users.map(({ user_id, index }) => ({ user_id, value: (index * 7) % 11 })),
  })
  await test.send('POST', `${base}/strata`, {
    strata: users.map(({ user_id, index }) => ({ user_id, stratum: `s${index % 2}` })),
  })
  return `${base}/live-stats`
}

/** Texts that are data: what the caller sent, or codes. */
const DATA = new Set(['input', 'ctx', 'request_id', 'fingerprint', 'model'])

/** The texts that both answers hold at the same place. */
function wordsLeft(english: unknown, other: unknown, key = ''): readonly string[] {
  if (DATA.has(key)) return []
  if (typeof english === 'string') {
    return /[A-Za-z]{2,} /.test(english) && english === other ? [english] : []
  }
  if (typeof english !== 'object' || english === null) return []
  return Object.entries(english).flatMap(([name, value]) =>
    wordsLeft(value, (other as Record<string, unknown>)[name], Array.isArray(english) ? key : name),
  )
}

/** Whether an answer holds texts of ours: with a space in them, and not sent by the caller. */
function speaks(english: unknown, echoed: string): boolean {
  if (typeof english === 'string') return / /.test(english) && !echoed.includes(JSON.stringify(english))
  if (typeof english !== 'object' || english === null) return false
  return Object.values(english).some(value => speaks(value, echoed))
}

/** An answer without the texts that English has at the same places: its numbers and codes. */
function withoutTexts(value: unknown, english: unknown): unknown {
  if (typeof english === 'string' && english.includes(' ')) return 'text'
  if (Array.isArray(value)) return value.map((each, index) => withoutTexts(each, (english as unknown[])[index]))
  if (typeof value !== 'object' || value === null) return value
  const others = english as Record<string, unknown>
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutTexts(each, others[key])]))
}
