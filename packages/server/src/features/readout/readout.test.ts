import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExamplePayload, newTestApp, type TestApp } from '../../test-app.ts'
import type { DecisionReadout } from './decision-schema.ts'
import type { LiveStats } from './live-stats-schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

type Change = (payload: ExamplePayload) => void

/** A design whose plan is reached by `persons` per arm: a rate of 20 % and an effect to find of 50 %. */
const small: Change = payload => Object.assign(payload.metrics, { baseline_value: 0.2, mde_pct: 50 })

async function expose(id: string, arm: number, persons: number, converted: number, prefix = ''): Promise<void> {
  const users = Array.from({ length: persons }, (_, index) => `${prefix}${arm}-${index}`)
  const items = users.map(userId => ({ userId, arm, occurredAt: null }))
  const events = users
    .slice(0, converted)
    .map(userId => ({ userId, metric: 'purchase', value: 1, idempotencyKey: userId, occurredAt: null }))
  const envelope = { experimentId: id, receivedAt: test.clock.now() }
  if (items.length > 0) await test.events.append({ ...envelope, kind: 'exposures', items })
  if (events.length > 0) await test.events.append({ ...envelope, kind: 'conversions', items: events })
}

const stats = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body as LiveStats
const decision = async (id: string) =>
  (await test.send('GET', `/api/v1/experiments/${id}/decision`)).body as DecisionReadout

describe('live-stats', () => {
  it('has every key and no number before the first exposure', async () => {
    const id = await test.createProject()

    const body = await stats(id)

    expect(body.srm).toMatchObject({ status: 'insufficient_data', chi_square: null, p_value: null, is_srm: false })
    expect(body.srm.sequential).toMatchObject({ status: 'insufficient_data', p_value: null, is_srm: null })
    expect(body.comparisons[0]).toMatchObject({ status: 'insufficient_data', analysis: null, always_valid: null })
    expect(body.comparisons[0]!.control).toMatchObject({
      exposed_users: 0,
      conversion_rate: null,
      mean: null,
      ratio: null,
    })
    expect(body.sequential).toMatchObject({
      status: 'insufficient_data',
      information_fraction: null,
      planned_sample_size_per_variant: 146_642,
    })
    expect(body).toMatchObject({ exposures_total: 0, conversions_total: 0, data_version: '0', looks: [] })
  })

  it('reads the golden comparison of 120 in 1000 against 150 in 1000', async () => {
    const id = await test.createProject()
    await expose(id, 0, 1000, 120)
    await expose(id, 1, 1000, 150)

    const [comparison] = (await stats(id)).comparisons

    expect(comparison!.analysis).toMatchObject({
      observed_effect: 3,
      observed_effect_relative: 25,
      ci_lower: 0.0014,
      ci_upper: 6.0008,
      p_value: 0.04964,
      test_statistic: 1.963,
      power_achieved: 0.501,
      is_significant: true,
      control_rate: 12,
      treatment_rate: 15,
    })
    expect(comparison!.probability_treatment_beats_control).toBeCloseTo(0.975, 2)
    expect(comparison!.always_valid).toMatchObject({ status: 'ok', confidence_level: 0.95, is_significant: false })
  })

  it('says that nobody converted anywhere, and invents nothing beside it', async () => {
    const id = await test.createProject()
    await expose(id, 0, 50, 0)
    await expose(id, 1, 50, 0)

    const [comparison] = (await stats(id)).comparisons

    expect(comparison).toMatchObject({
      status: 'ok',
      analysis: { observed_effect: 0, ci_lower: 0, ci_upper: 0, p_value: 1, power_achieved: 0 },
    })
    expect(comparison!.always_valid).toMatchObject({
      status: 'not_evaluable',
      always_valid_p_value: null,
      is_significant: null,
    })
  })

  it('finds a broken split', async () => {
    const id = await test.createProject()
    await expose(id, 0, 1000, 10)
    await expose(id, 1, 700, 10)

    const { srm } = await stats(id)

    expect(srm).toMatchObject({
      status: 'srm_detected',
      is_srm: true,
      observed_counts: [1000, 700],
      expected_counts: [850, 850],
      sequential: { status: 'srm_detected', is_srm: true },
    })
  })

  it('analyses at any alpha that can be saved', async () => {
    const id = await test.createProject(payload => Object.assign(payload.metrics, { alpha: 0.9 }))
    await expose(id, 0, 10, 1)
    await expose(id, 1, 10, 2)

    expect((await stats(id)).comparisons[0]!.analysis!.ci_level).toBe(0.1)
  })

  it('has no ratio where nobody has a denominator', async () => {
    const metricType = 'ratio'
    const id = await test.createProject(payload =>
      Object.assign(payload.metrics, {
        metric_type: metricType,
        std_dev: 1,
        numerator_metric_name: 'a',
        denominator_metric_name: 'b',
      }),
    )
    await expose(id, 0, 10, 5)
    await expose(id, 1, 10, 5)

    const body = await stats(id)
    const { verdict, blockers } = await decision(id)

    expect(body.comparisons[0]).toMatchObject({ status: 'insufficient_data', analysis: null })
    expect(body.cuped.status).toBe('not_applicable')
    expect(body.stratified.status).toBe('unavailable')
    expect(verdict).toBe('keep_running')
    expect(body.comparisons[0]!.control.ratio).toBeNull()
    expect(blockers).toEqual([])
  })

  it('answers 304 until new data arrive', async () => {
    const id = await test.createProject()
    await expose(id, 0, 10, 1)
    const path = `/api/v1/experiments/${id}/live-stats`
    const first = await test.send('GET', path)
    const headers = { 'if-none-match': String(first.headers.etag) }

    const again = await test.send('GET', path, undefined, headers)
    await expose(id, 1, 10, 1)
    const later = await test.send('GET', path, undefined, headers)

    expect(first.headers.vary).toContain('Accept-Language')
    expect(again.status).toBe(304)
    expect(later.status).toBe(200)
    expect(later.headers.etag).not.toBe(first.headers.etag)
  })

  it('computes once for readers who ask at the same time', async () => {
    const id = await test.createProject()
    await expose(id, 0, 100, 10)
    await expose(id, 1, 100, 10)
    let reads = 0
    const readout = test.events.readout.bind(test.events)
    test.events.readout = query => {
      reads += 1
      return readout(query)
    }

    await Promise.all([stats(id), stats(id), decision(id), stats(id)])
    test.events.readout = readout

    expect(reads).toBe(1)
  })

  it('is 404 for an experiment that does not exist, and reads an archived one', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).status).toBe(200)
    expect((await test.send('GET', '/api/v1/experiments/nowhere/decision')).body).toMatchObject({
      error_code: 'not_found',
    })
  })
})

describe('the one look of a fixed test', () => {
  it('is taken at the first read at 95 % of the plan, and stands', async () => {
    const id = await test.createProject(small)
    await expose(id, 0, 310, 60)
    await expose(id, 1, 310, 84)

    const first = await decision(id)
    const look = (await stats(id)).looks[0]!
    await expose(id, 1, 20, 0, 'later')
    const [second, after] = [await decision(id), (await stats(id)).looks]

    expect(first).toMatchObject({ verdict: 'ship' })
    expect(look).toMatchObject({
      look: 1,
      information_fraction: 1,
      boundary_z: 1.96,
      comparisons: [{ treatment_index: 1, crossed: true }],
    })
    expect(after).toEqual([look])
    expect(second).toMatchObject({ verdict: 'ship', reasons: first.reasons })
  })

  it('is not taken before', async () => {
    const id = await test.createProject(small)
    await expose(id, 0, 200, 40)
    await expose(id, 1, 200, 60)

    const { verdict, reasons } = await decision(id)

    expect((await stats(id)).looks).toEqual([])
    expect(verdict).toBe('keep_running')
    expect(reasons.map(({ code }) => code)).toContain('fixed_horizon_before_planned_read')
  })

  it('ends a test without an effect, for good', async () => {
    const id = await test.createProject(small)
    await expose(id, 0, 310, 60)
    await expose(id, 1, 310, 62)
    const first = await decision(id)
    await expose(id, 1, 12, 12, 'later')

    const second = await decision(id)

    expect(first).toMatchObject({ verdict: 'no_ship', confidence: 'medium' })
    expect(first.reasons).toEqual([{ code: 'planned_sample_complete_no_effect', params: {} }])
    expect(second.reasons).toEqual(first.reasons)
  })

  it('is overruled only by the always-valid bound', async () => {
    const id = await test.createProject(small)
    await expose(id, 0, 310, 60)
    await expose(id, 1, 310, 62)
    await decision(id)
    await expose(id, 0, 3000, 600, 'later')
    await expose(id, 1, 3000, 900, 'later')

    const { verdict, reasons } = await decision(id)

    expect(verdict).toBe('ship')
    expect(reasons.map(({ code }) => code)).toContain('anytime_valid_confirmed')
  })
})

describe('the policy', () => {
  it('is the one of the first exposure; a later change is told, not used', async () => {
    const id = await test.createProject(small)
    test.clock.at += 1000
    await expose(id, 0, 310, 60)
    await expose(id, 1, 310, 95)
    test.clock.at += 1000
    const { body } = await test.send('GET', `/api/v1/projects/${id}`)
    const payload = structuredClone(body.payload) as unknown as ExamplePayload
    payload.metrics.alpha = 0.5
    Object.assign(payload.decision_policy!, { minimum_worthwhile_effect: 90 })
    await test.send('PUT', `/api/v1/projects/${id}`, payload)

    const { verdict, evidence } = await decision(id)

    expect(verdict).toBe('ship')
    expect(evidence).toMatchObject({
      policy_changed_after_start: true,
      policy_changes: { 'metrics.alpha': [0.05, 0.5], 'decision_policy.minimum_worthwhile_effect': [null, 90] },
    })
    expect((await stats(id)).comparisons[0]!.analysis!.ci_level).toBe(0.95)
  })

  it('wants the smallest worthwhile effect when one is asked for', async () => {
    const id = await test.createProject(payload => {
      small(payload)
      Object.assign(payload, { decision_policy: { minimum_worthwhile_effect: 15 } })
    })
    await expose(id, 0, 310, 60)
    await expose(id, 1, 310, 95)

    const { verdict, reasons, policy } = await decision(id)

    expect(policy).toMatchObject({
      minimum_worthwhile_effect: 15,
      mwe_source: 'explicit',
      mwe_scale: 'absolute_analysis_units',
    })
    expect(verdict).toBe('no_ship')
    expect(reasons.map(({ code }) => code)).toContain('statistically_positive_but_below_practical_threshold')
  })

  it('ships a fall when a fall is good', async () => {
    const id = await test.createProject(payload => {
      small(payload)
      Object.assign(payload.metrics, { direction: 'decrease' })
    })
    await expose(id, 0, 310, 95)
    await expose(id, 1, 310, 60)

    expect((await decision(id)).verdict).toBe('ship')
  })

  it('is vetoed by a guardrail that is proven to be harmed, and warned by one that only seems so', async () => {
    const guarded = (refunds: number) =>
      test.createProject(payload => {
        small(payload)
        Object.assign(payload.metrics, {
          guardrail_metrics: [{ name: 'refund', metric_type: 'binary', baseline_rate: refunds }],
        })
      })
    const refund = async (id: string, arm: number, persons: number) => {
      const items = Array.from({ length: persons }, (_, index) => ({
        userId: `${arm}-${index}`,
        ...{ metric: 'refund', value: 1, idempotencyKey: `r${arm}-${index}`, occurredAt: null },
      }))
      await test.events.append({ experimentId: id, receivedAt: test.clock.now(), kind: 'conversions', items })
    }
    const [vetoed, warned] = [await guarded(10), await guarded(10)]
    for (const id of [vetoed, warned]) {
      await expose(id, 0, 310, 60)
      await expose(id, 1, 310, 95)
      await refund(id, 0, 30)
    }
    await refund(vetoed, 1, 90)
    await refund(warned, 1, 38)

    const [first, second] = [await decision(vetoed), await decision(warned)]
    const { guardrail } = await stats(warned)

    expect(first).toMatchObject({ verdict: 'no_ship', confidence: 'high' })
    expect(first.blockers).toEqual([{ code: 'guardrail_breach', params: { metric: 'refund' } }])
    expect(first.reasons.map(({ code }) => code)).toContain('guardrail_vetoed')
    expect(second.verdict).toBe('ship')
    expect(guardrail).toMatchObject({ status: 'warning', any_breached: false })
    expect(guardrail.metrics[0]!.comparisons[0]).toMatchObject({
      treatment_index: 1,
      status: 'warning',
      is_breached: false,
    })
  })

  it('never ships a metric that this version does not read', async () => {
    const id = await test.createProject(payload => {
      small(payload)
      Object.assign(payload.metrics, { planned_test: 'fisher_exact' })
      Object.assign(payload, { decision_policy: { estimator: 'cuped' } })
    })
    await expose(id, 0, 310, 60)
    await expose(id, 1, 310, 95)

    const { verdict, blockers } = await decision(id)

    expect(verdict).toBe('keep_running')
    expect(blockers).toContainEqual({
      code: 'not_available_in_this_version',
      params: { field: 'estimator', value: 'cuped' },
    })
  })
})

describe('the planned looks of a group-sequential test', () => {
  const looks =
    (policy: Record<string, unknown> = {}): Change =>
    payload => {
      small(payload)
      Object.assign(payload.constraints, { n_looks: 3 })
      Object.assign(payload, { decision_policy: policy })
    }

  it('are taken when they are due, each once, at the boundary of the design', async () => {
    const id = await test.createProject(looks())
    const planned = (await stats(id)).sequential.planned_sample_size_per_variant!
    const third = Math.ceil(planned / 3)
    const seen = []
    for (const part of [0, 1, 2]) {
      await expose(id, 0, third, Math.round(third * 0.2), `p${part}-`)
      await expose(id, 1, third, Math.round(third * 0.21), `p${part}-`)
      seen.push(await stats(id), await stats(id))
    }

    const last = seen.at(-1)!
    expect(seen.map(body => body.looks.length)).toEqual([1, 1, 2, 2, 3, 3])
    expect(last.looks.map(look => look.look)).toEqual([1, 2, 3])
    expect(last.looks[0]!.boundary_z).toBeCloseTo(3.4711, 1)
    expect(last.looks[1]!.boundary_z).toBeCloseTo(2.4544, 1)
    expect(last.looks[2]!.boundary_z).toBeCloseTo(2.004, 1)
    expect(last.looks[0]).toEqual(seen[0]!.looks[0])
    expect(last.sequential).toMatchObject({ status: 'active', n_looks: 3 })
    expect(last.comparisons[0]!.sequential_significant).toBe(false)
  })

  it('may be a hundred; their design is computed off the event loop', async () => {
    const id = await test.createProject(payload => {
      small(payload)
      Object.assign(payload.constraints, { n_looks: 100 })
    })
    await expose(id, 0, 100, 20)
    await expose(id, 1, 100, 22)

    const body = await stats(id)

    expect(body.sequential).toMatchObject({ status: 'active', n_looks: 100 })
    expect(body.looks).toHaveLength(1)
  })

  it('ship at an interim look that is crossed, and keep it', async () => {
    const id = await test.createProject(looks({ spending: 'pocock' }))
    await expose(id, 0, 160, 20)
    await expose(id, 1, 160, 60)

    const first = await decision(id)
    await expose(id, 1, 30, 0, 'later')

    expect(first.verdict).toBe('ship')
    expect(first.reasons.map(({ code }) => code)).toContain('practical_threshold_met')
    expect((await decision(id)).verdict).toBe('ship')
  })

  it('leave out a look that nobody took, and spend its alpha at the next', async () => {
    const id = await test.createProject(looks({ spending: 'lan_demets_pocock' }))
    const planned = (await stats(id)).sequential.planned_sample_size_per_variant!
    const most = Math.ceil(planned * 0.7)
    await expose(id, 0, most, Math.round(most * 0.2))
    await expose(id, 1, most, Math.round(most * 0.2))

    const { looks: taken } = await stats(id)

    // Spent at 0.7 of the information, all at once: 0.05 ln(1 + 0.7 (e - 1)) = 0.0395.
    expect(taken).toHaveLength(1)
    expect(taken[0]!.look).toBe(2)
    expect(taken[0]!.boundary_z).toBeCloseTo(2.059, 2)
  })

  it('end without an effect at the last, and for futility before it', async () => {
    const futile = await test.createProject(looks({ futility: { type: 'pocock', beta: 0.2 } }))
    const whole = await test.createProject(looks())
    const planned = (await stats(whole)).sequential.planned_sample_size_per_variant!
    for (const [id, size] of [
      [futile, 250],
      [whole, planned],
    ] as const) {
      await expose(id, 0, size, Math.round(size * 0.2))
      await expose(id, 1, size, Math.round(size * 0.18))
    }

    const [early, late] = [await decision(futile), await decision(whole)]

    expect(early.verdict).toBe('no_ship')
    expect(early.reasons.map(({ code }) => code)).toContain('futility_bound_reached')
    expect(late.verdict).toBe('no_ship')
    expect(late.reasons.map(({ code }) => code)).toContain('info_fraction_complete_no_effect')
  })
})

describe('several arms', () => {
  const arms =
    (adjustment: string): Change =>
    payload => {
      small(payload)
      Object.assign(payload.setup, { variants_count: 3, traffic_split: [1, 1, 1] })
      Object.assign(payload, { decision_policy: { arm_adjustment: adjustment } })
    }

  it('by Holm the second is held to a milder level than by Bonferroni', async () => {
    const verdicts = []
    for (const adjustment of ['bonferroni', 'holm']) {
      const id = await test.createProject(arms(adjustment))
      // p of arm 1: far below 0.025; of arm 2: between 0.025 and 0.05.
      await expose(id, 0, 420, 84)
      await expose(id, 1, 420, 140)
      await expose(id, 2, 420, 109)
      await decision(id)
      verdicts.push((await stats(id)).looks[0]!.comparisons.map(({ crossed }) => crossed))
    }

    expect(verdicts).toEqual([
      [true, false],
      [true, true],
    ])
  })

  it('by Dunnett the level of an arm lies between', async () => {
    const levels = []
    for (const adjustment of ['bonferroni', 'dunnett', 'none']) {
      const id = await test.createProject(arms(adjustment))
      for (const arm of [0, 1, 2]) await expose(id, arm, 50, 10)
      levels.push((await stats(id)).comparisons[0]!.analysis!.ci_level)
    }

    const [bonferroni, dunnett, none] = levels
    expect(bonferroni).toBeGreaterThan(dunnett!)
    expect(dunnett).toBeGreaterThan(none!)
  })
})

describe('the planned test runs live', () => {
  const pay = async (id: string, arm: number, values: readonly number[]) => {
    const users = values.map((_, index) => `${arm}-${index}`)
    const envelope = { experimentId: id, receivedAt: test.clock.now() }
    await test.events.append({
      ...envelope,
      kind: 'exposures',
      items: users.map(userId => ({ userId, arm, occurredAt: null })),
    })
    await test.events.append({
      ...envelope,
      kind: 'conversions',
      items: users.map((userId, index) => ({
        ...{ userId, metric: 'purchase', value: values[index]! },
        ...{ idempotencyKey: userId, occurredAt: null },
      })),
    })
  }

  it('for counts as a rate per unit of exposure, with the spread that is there', async () => {
    const id = await test.createProject(payload =>
      Object.assign(payload.metrics, { metric_type: 'count', baseline_value: 0.5, mde_pct: 20, exposure_per_user: 4 }),
    )
    const [control, treatment] = [
      Array.from({ length: 200 }, (_, i) => i % 4),
      Array.from({ length: 200 }, (_, i) => i % 5),
    ]
    await pay(id, 0, control)
    await pay(id, 1, treatment)

    const [comparison] = (await stats(id)).comparisons
    const whole = await test.send('POST', '/api/v1/results', {
      metric_type: 'continuous',
      continuous: {
        ...{ control_mean: 1.5 / 4, control_std: Math.sqrt((1.25 * 200) / 199) / 4, control_n: 200 },
        ...{ treatment_mean: 2 / 4, treatment_std: Math.sqrt((2 * 200) / 199) / 4, treatment_n: 200 },
      },
    })

    expect(comparison).toMatchObject({ status: 'ok', control: { mean: 0.375 }, treatment: { mean: 0.5 } })
    expect(comparison!.analysis).toMatchObject({ metric_type: 'count', observed_effect: 0.125 })
    expect(comparison!.analysis!.p_value).toBe(whole.body.p_value)
  })

  it("by Fisher's exact test from the counts", async () => {
    const id = await test.createProject(payload => {
      small(payload)
      Object.assign(payload.metrics, { planned_test: 'fisher_exact' })
    })
    await expose(id, 0, 20, 3)
    await expose(id, 1, 22, 11)

    const [comparison] = (await stats(id)).comparisons

    expect(comparison!.analysis).toMatchObject({ observed_effect: 35, p_value: 0.023209 })
  })

  it('as equivalence, where ship means that it was shown', async () => {
    const same = await test.createProject(payload =>
      Object.assign(payload.metrics, {
        ...{ metric_type: 'continuous', baseline_value: 10, std_dev: 3, mde_pct: 20 },
        ...{ planned_test: 'tost', equivalence_margin_pct: 20 },
      }),
    )
    const values = Array.from({ length: 120 }, (_, i) => 7 + (i % 7))
    await pay(same, 0, values)
    await pay(
      same,
      1,
      values.map(value => value + 0.1),
    )

    const { verdict, reasons } = await decision(same)

    expect(verdict).toBe('ship')
    expect(reasons.map(({ code }) => code)).toContain('equivalence_shown')
  })

  it('as equivalence that is not shown when the arms differ', async () => {
    const apart = await test.createProject(payload =>
      Object.assign(payload.metrics, {
        ...{ metric_type: 'continuous', baseline_value: 10, std_dev: 3, mde_pct: 20 },
        ...{ planned_test: 'tost', equivalence_margin_pct: 20 },
      }),
    )
    const values = Array.from({ length: 120 }, (_, i) => 7 + (i % 7))
    await pay(apart, 0, values)
    await pay(
      apart,
      1,
      values.map(value => value + 1.9),
    )

    const { verdict, reasons } = await decision(apart)

    expect(verdict).toBe('no_ship')
    expect(reasons.map(({ code }) => code)).toContain('planned_sample_complete_no_effect')
  })
})

describe('secondary metrics', () => {
  const record = async (id: string, metric: string, arm: number, persons: number, value = 1) => {
    const items = Array.from({ length: persons }, (_, index) => ({
      userId: `${arm}-${index}`,
      ...{ metric, value, idempotencyKey: `${arm}-${index}`, occurredAt: null },
    }))
    await test.events.append({ experimentId: id, receivedAt: test.clock.now(), kind: 'conversions', items })
  }
  const withSecondary = (adjustment: string) =>
    test.createProject(payload => {
      Object.assign(payload.metrics, {
        secondary_metrics: ['pages', 'signup'],
        secondary_metric_specs: [{ name: 'signup', metric_type: 'binary' }],
      })
      Object.assign(payload, { decision_policy: { secondary_adjustment: adjustment } })
    })

  it('are tested, adjusted over all of them, and never part of the verdict', async () => {
    const answers = []
    for (const adjustment of ['holm', 'benjamini_hochberg']) {
      const id = await withSecondary(adjustment)
      await expose(id, 0, 500, 50)
      await expose(id, 1, 500, 50)
      await record(id, 'signup', 0, 60)
      await record(id, 'signup', 1, 95)
      await record(id, 'pages', 0, 100, 3)
      await record(id, 'pages', 1, 128, 3)
      answers.push({ secondary: (await stats(id)).secondary, verdict: (await decision(id)).verdict })
    }

    const [holm, bh] = answers.map(({ secondary }) => secondary.metrics.map(metric => metric.comparisons[0]!))
    const { body } = await test.send('POST', '/api/v1/results', {
      metric_type: 'binary',
      binary: { control_conversions: 60, control_users: 500, treatment_conversions: 95, treatment_users: 500 },
    })
    expect(answers[0]!.secondary).toMatchObject({ status: 'ok', adjustment: 'holm' })
    expect(answers[0]!.secondary.metrics.map(({ name, metric_type }) => [name, metric_type])).toEqual([
      ['signup', 'binary'],
      ['pages', 'continuous'],
    ])
    expect(holm![0]).toMatchObject({ effect: 7, p_value: body.p_value, ci_lower: body.ci_lower })
    expect(holm![0]!.adjusted_p_value).toBeCloseTo(2 * body.p_value, 5)
    expect(holm![1]!.adjusted_p_value).toBe(holm![1]!.p_value)
    expect(bh![0]!.adjusted_p_value).toBeCloseTo(2 * body.p_value, 5)
    expect(answers.map(({ verdict }) => verdict)).toEqual(['keep_running', 'keep_running'])
  })

  it('say so when there is nothing to test yet', async () => {
    const id = await withSecondary('holm')

    const { secondary } = await stats(id)

    expect(secondary.status).toBe('insufficient_data')
    expect(secondary.metrics[0]!.comparisons[0]).toMatchObject({ effect: null, p_value: null, is_significant: null })
  })
})
