import {
  type CrossMoments,
  clusterRobustTest,
  crossMomentsOf,
  type Inference,
  mannWhitneyTest,
  ratioTest,
} from '@verdict/stats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversion, Exposure } from '../../event-store/event-store.ts'
import { type ExamplePayload, newTestApp, type TestApp } from '../../test-app.ts'
import type { DecisionReadout } from './decision-schema.ts'
import type { LiveStats } from './live-stats-schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

interface Person {
  readonly arm: number
  readonly clusterId?: string
  /** Sums by metric. */
  readonly sums: Readonly<Record<string, number>>
}

/** Two persons of three have events; the treatment clicks a little more often. */
const crowd = Array.from({ length: 60 }, (_, at): Person => {
  const arm = at % 2
  const views = at % 3 === 0 ? 0 : 1 + ((at * 7) % 5)
  return { arm, clusterId: `c${at % 12}`, sums: { views, clicks: views === 0 ? 0 : ((at * 11) % 4) + arm } }
})

async function experimentOf(
  persons: readonly Person[],
  metrics: Record<string, unknown>,
  other: (payload: ExamplePayload) => void = () => undefined,
): Promise<string> {
  const id = await test.createProject(payload => {
    Object.assign(payload.metrics, { baseline_value: 1, std_dev: 1, mde_pct: 50 }, metrics)
    other(payload)
  })
  const envelope = { experimentId: id, receivedAt: test.clock.now() }
  const exposures = persons.map(
    ({ arm, clusterId = null }, at): Exposure => ({ userId: `u${at}`, arm, occurredAt: null, clusterId }),
  )
  const events = persons.flatMap(({ sums }, at) =>
    Object.entries(sums)
      .filter(([, value]) => value !== 0)
      .map(([metric, value]): Conversion => ({ ...NO_KEY, userId: `u${at}`, metric, value })),
  )
  await test.events.append({ ...envelope, kind: 'exposures', items: exposures })
  await test.events.append({ ...envelope, kind: 'conversions', items: events })
  return id
}

const NO_KEY = { idempotencyKey: null, occurredAt: null }

const stats = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body as LiveStats
const decision = async (id: string) =>
  (await test.send('GET', `/api/v1/experiments/${id}/decision`)).body as DecisionReadout

const valuesOf = (arm: number, metric: string) =>
  crowd.filter(person => person.arm === arm).map(({ sums }) => sums[metric]!)
const pairsOf = (arm: number): CrossMoments => crossMomentsOf([valuesOf(arm, 'clicks'), valuesOf(arm, 'views')])

const RATIO = { metric_type: 'ratio', numerator_metric_name: 'clicks', denominator_metric_name: 'views' }

describe('a ratio metric', () => {
  it('is the difference of two ratios with its delta-method interval', async () => {
    const id = await experimentOf(crowd, RATIO)

    const [comparison] = (await stats(id)).comparisons

    const expected = answered(ratioTest(pairsOf(0), pairsOf(1), 0.05))
    const [control] = [pairsOf(0)].map(({ means }) => means[0]! / means[1]!)
    expect(comparison!.control.ratio).toBeCloseTo(control!, 6)
    expect(comparison!.control.mean).toBeNull()
    expect(comparison!.analysis!.observed_effect).toBeCloseTo(expected.effect, 6)
    expect(comparison!.analysis!.ci_lower).toBeCloseTo(expected.lower, 6)
    expect(comparison!.analysis!.ci_upper).toBeCloseTo(expected.upper, 6)
    expect(comparison!.analysis!.p_value).toBeCloseTo(expected.pValue, 6)
    expect(comparison!.analysis!.test_statistic).toBeCloseTo(expected.statistic, 4)
    expect(comparison!.always_valid!.status).toBe('ok')
    expect(comparison!.probability_treatment_beats_control).toBeGreaterThan(0.5)
  })

  it('counts converted persons by its own name only', async () => {
    const plain = await experimentOf(crowd, RATIO)
    const named = await experimentOf(crowd, { ...RATIO, primary_metric_name: 'views' })

    expect((await stats(plain)).conversions_total).toBe(0)
    expect((await stats(named)).conversions_total).toBe(40)
  })

  it('ships when the ratio has risen', async () => {
    const risen = Array.from({ length: 400 }, (_, at): Person => {
      const arm = at % 2
      return { arm, sums: { views: 1 + (at % 3), clicks: 1 + (at % 2) + 2 * arm + (at % 5) / 5 } }
    })
    const id = await experimentOf(risen, { ...RATIO, baseline_value: 0.7, mde_pct: 60 })

    const body = await decision(id)

    expect(body.blockers).toEqual([])
    expect(body.verdict).toBe('ship')
  })

  it('can be decided by CUPED', async () => {
    const cuped = await experimentOf(crowd, RATIO, payload => {
      Object.assign(payload, { decision_policy: { estimator: 'cuped' } })
    })
    const items = crowd.map(({ sums }, at) => ({
      userId: `u${at}`,
      covariate: 'past',
      value: sums.clicks! * 2 + (at % 2),
    }))
    await test.events.append({ experimentId: cuped, receivedAt: test.clock.now(), kind: 'pre_period', items })

    const [comparison] = (await stats(cuped)).comparisons

    const plain = answered(ratioTest(pairsOf(0), pairsOf(1), 0.05))
    const { ci_lower: lower, ci_upper: upper } = comparison!.analysis!
    expect(comparison!.status).toBe('ok')
    expect(upper - lower).toBeLessThan(plain.upper - plain.lower)
    expect((await decision(cuped)).blockers).toEqual([])
  })
})

describe('a count with a metric for its exposure', () => {
  it('is a rate per unit of that exposure', async () => {
    const id = await experimentOf(crowd, {
      metric_type: 'count',
      primary_metric_name: 'clicks',
      exposure_metric_name: 'views',
    })

    const [comparison] = (await stats(id)).comparisons

    const expected = answered(ratioTest(pairsOf(0), pairsOf(1), 0.05))
    expect(comparison!.control.mean).toBeCloseTo(pairsOf(0).means[0]! / pairsOf(0).means[1]!, 6)
    expect(comparison!.control.converted_users).toBe(valuesOf(0, 'clicks').filter(value => value > 0).length)
    expect(comparison!.analysis!.observed_effect).toBeCloseTo(expected.effect, 6)
    expect(comparison!.analysis!.p_value).toBeCloseTo(expected.pValue, 6)
  })
})

describe('a design of clusters', () => {
  const clustered = (payload: ExamplePayload) => Object.assign(payload.setup, { randomization_unit: 'cluster' })
  const byCluster = (arm: number): CrossMoments => {
    const own = crowd.filter(person => person.arm === arm)
    const clusters = [...new Set(own.map(({ clusterId }) => clusterId))].map(id =>
      own.filter(({ clusterId }) => clusterId === id),
    )
    return crossMomentsOf([
      clusters.map(members => members.reduce((sum, { sums }) => sum + sums.clicks!, 0)),
      clusters.map(members => members.length),
    ])
  }

  it('has errors by cluster, not by person', async () => {
    const metrics = { metric_type: 'continuous', primary_metric_name: 'clicks' }
    const id = await experimentOf(crowd, metrics, clustered)
    const independent = await experimentOf(crowd, metrics)

    const [comparison] = (await stats(id)).comparisons

    const expected = answered(clusterRobustTest(byCluster(0), byCluster(1), 0.05))
    expect(comparison!.analysis!.observed_effect).toBeCloseTo(expected.effect, 4)
    expect(comparison!.analysis!.ci_lower).toBeCloseTo(expected.lower, 4)
    expect(comparison!.analysis!.p_value).toBeCloseTo(expected.pValue, 6)
    expect((await stats(independent)).comparisons[0]!.analysis!.p_value).not.toBe(comparison!.analysis!.p_value)
    expect((await decision(id)).blockers).toEqual([])
  })

  it('judges the split by its clusters, and guardrails and secondary metrics too', async () => {
    const guardrail = { name: 'views', metric_type: 'continuous', baseline_mean: 2, std_dev: 1 }
    const id = await experimentOf(
      crowd,
      {
        metric_type: 'continuous',
        primary_metric_name: 'clicks',
        guardrail_metrics: [guardrail],
        secondary_metrics: ['views'],
      },
      clustered,
    )

    const body = await stats(id)

    expect(body.srm.observed_counts).toEqual([6, 6])
    expect(body.exposures_total).toBe(60)
    expect(body.guardrail.metrics[0]!.comparisons[0]!.p_value).not.toBeNull()
    expect(body.secondary.metrics[0]!.comparisons[0]!.p_value).not.toBeNull()
    expect([body.cuped.status, body.stratified.status, body.holdout.status]).toEqual([
      'not_applicable',
      'unavailable',
      'unavailable',
    ])
  })

  it('is not decided by a test that has no form for clusters', async () => {
    const id = await experimentOf(crowd, { planned_test: 'fisher_exact', baseline_value: 0.2 }, clustered)

    expect((await decision(id)).blockers).toEqual([
      { code: 'not_available_in_this_version', params: { field: 'planned_test', value: 'fisher_exact' } },
    ])
  })
})

describe('a Mann-Whitney test', () => {
  const ranked = { metric_type: 'continuous', primary_metric_name: 'clicks', planned_test: 'mann_whitney' }

  it('compares the order of the persons, and the shift between them', async () => {
    const id = await experimentOf(crowd, ranked)

    const [comparison] = (await stats(id)).comparisons

    const expected = answered(mannWhitneyTest(valuesOf(0, 'clicks'), valuesOf(1, 'clicks'), 0.05))
    expect(comparison!.analysis).toMatchObject({ observed_effect: expected.effect, ci_lower: expected.lower })
    expect(comparison!.analysis!.p_value).toBeCloseTo(expected.pValue, 6)
    expect(comparison!.analysis!.test_statistic).toBeCloseTo(expected.statistic, 4)
    expect(comparison!.always_valid).toMatchObject({
      status: 'not_evaluable',
      note: 'A test of ranks is read at its planned looks alone.',
    })
  })

  it('decides at its planned look', async () => {
    const risen = Array.from(
      { length: 400 },
      (_, at): Person => ({ arm: at % 2, sums: { clicks: 1 + (at % 7) + (at % 2) } }),
    )
    const id = await experimentOf(risen, { ...ranked, mde_pct: 60 })

    const body = await decision(id)

    expect((await stats(id)).looks).toHaveLength(1)
    expect(body).toMatchObject({ verdict: 'ship', blockers: [] })
  })

  it('is not decided by always-valid evidence, which it does not have', async () => {
    const id = await experimentOf(crowd, ranked, payload => {
      Object.assign(payload, { decision_policy: { monitoring: 'always_valid' } })
    })

    expect((await decision(id)).blockers).toEqual([
      { code: 'not_available_in_this_version', params: { field: 'monitoring', value: 'always_valid' } },
    ])
  })
})

function answered<T>(inference: Inference<T>): T {
  if (!inference.ok) throw new Error(inference.reason)
  return inference.value
}
