import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExamplePayload, newTestApp, type TestApp } from '../../test-app.ts'
import type { LiveStats } from './live-stats-schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

type Change = (payload: ExamplePayload) => void

const threeArms: Change = payload => {
  Object.assign(payload.setup, { variants_count: 3, traffic_split: [1, 1, 1] })
}
const continuous: Change = payload =>
  Object.assign(payload.metrics, { metric_type: 'continuous', baseline_value: 10, std_dev: 2 })

/** Persons of one arm, one for each value; a value of 0 is no event. */
async function record(id: string, arm: number, values: readonly number[]): Promise<void> {
  const users = values.map((value, at) => ({ userId: `${arm}-${at}`, value }))
  const items = users.map(({ userId }) => ({ userId, arm, occurredAt: null }))
  const events = users
    .filter(({ value }) => value !== 0)
    .map(({ userId, value }) => ({ userId, metric: 'purchase', value, idempotencyKey: userId, occurredAt: null }))
  const envelope = { experimentId: id, receivedAt: test.clock.now() }
  await test.events.append({ ...envelope, kind: 'exposures', items })
  await test.events.append({ ...envelope, kind: 'conversions', items: events })
}

const rate = (persons: number, converted: number) =>
  Array.from({ length: persons }, (_, at) => (at < converted ? 1 : 0))
const stats = async (id: string) => (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body as LiveStats

describe('the holdout comparison', () => {
  it('is that of two arms: the golden 120 in 1000 against 150 in 1000', async () => {
    const id = await test.createProject()
    await record(id, -1, rate(1000, 120))
    await record(id, 1, rate(1000, 150))

    const { holdout } = await stats(id)

    expect(holdout).toMatchObject({
      status: 'ok',
      treated: { label: 'treated', exposed_users: 1000, converted_users: 150, conversion_rate: 0.15, mean: null },
      holdout: { label: 'holdout', exposed_users: 1000, converted_users: 120, conversion_rate: 0.12, std: null },
      analysis: { observed_effect: 3, ci_lower: 0.0014, ci_upper: 6.0008, p_value: 0.04964, test_statistic: 1.963 },
      always_valid: { status: 'ok', confidence_level: 0.95, is_significant: false },
      treated_users_total: 1000,
      holdout_users_total: 1000,
    })
    expect(holdout.probability_treated_beats_holdout).toBeCloseTo(0.975, 2)
  })

  it('pools the treatment arms, leaves control out, and uses the alpha of an arm', async () => {
    const id = await test.createProject(threeArms)
    await record(id, -1, rate(1000, 120))
    await record(id, 0, rate(500, 400))
    await record(id, 1, rate(400, 50))
    await record(id, 2, rate(600, 100))

    const { holdout, comparisons } = await stats(id)

    expect(holdout).toMatchObject({
      treated: { exposed_users: 1000, converted_users: 150 },
      analysis: { observed_effect: 3, p_value: 0.04964, ci_level: 0.975, is_significant: false },
      always_valid: { confidence_level: 0.975 },
      treated_users_total: 1000,
    })
    expect(comparisons).toHaveLength(2)
  })

  it('compares means of continuous metrics', async () => {
    const id = await test.createProject(payload => {
      threeArms(payload)
      continuous(payload)
    })
    await record(id, -1, [1, 2, 3, 4])
    await record(id, 0, [90, 91])
    await record(id, 1, [3, 4])
    await record(id, 2, [5, 6])

    const { holdout } = await stats(id)

    // Welch: difference 2, standard error sqrt(2 x 5/12), 6 degrees of freedom.
    expect(holdout).toMatchObject({
      status: 'ok',
      treated: { exposed_users: 4, mean: 4.5, std: 1.290994, conversion_rate: null },
      holdout: { exposed_users: 4, mean: 2.5, std: 1.290994 },
      analysis: { observed_effect: 2, test_statistic: 2.1909 },
    })
    expect(holdout.probability_treated_beats_holdout).toBeCloseTo(0.986, 3)
  })

  it('takes a person for held out or treated, by the first exposure of its ids', async () => {
    const id = await test.createProject()
    await record(id, 1, rate(3, 1))
    await record(id, -1, rate(3, 1))
    const items = [
      { anonymousId: '-1-0', canonicalId: '1-0' },
      { anonymousId: '1-1', canonicalId: '-1-1' },
    ]
    await test.events.append({ experimentId: id, receivedAt: 0, kind: 'identities', items })

    const { holdout, population } = await stats(id)

    expect(holdout).toMatchObject({
      treated: { exposed_users: 3, converted_users: 1 },
      holdout: { exposed_users: 1, converted_users: 0 },
    })
    expect(population.conflicts).toMatchObject({ treated_and_held_out: 2, several_arms: 0 })
  })

  it('says that nobody is held out', async () => {
    const id = await test.createProject()
    await record(id, 1, rate(10, 5))

    expect((await stats(id)).holdout).toEqual({
      status: 'unavailable',
      note: 'Nobody is held out.',
      treated: null,
      holdout: null,
      analysis: null,
      probability_treated_beats_holdout: null,
      always_valid: null,
      treated_users_total: 10,
      holdout_users_total: 0,
    })
  })

  it('shows what there is when it is too little to test', async () => {
    const id = await test.createProject()
    await record(id, -1, rate(1, 1))
    await record(id, 1, rate(10, 5))

    expect((await stats(id)).holdout).toMatchObject({
      status: 'insufficient_data',
      treated: { exposed_users: 10 },
      holdout: { exposed_users: 1 },
      analysis: null,
      probability_treated_beats_holdout: null,
      always_valid: null,
    })
  })

  it('says that nobody converted on either side', async () => {
    const id = await test.createProject()
    await record(id, -1, rate(10, 0))
    await record(id, 1, rate(10, 0))

    expect((await stats(id)).holdout).toMatchObject({
      status: 'ok',
      analysis: { observed_effect: 0, p_value: 1 },
      always_valid: { status: 'not_evaluable' },
    })
  })

  it.each(['count', 'ratio'])('is not read for a %s metric', async metricType => {
    const id = await test.createProject(payload =>
      Object.assign(payload.metrics, {
        metric_type: metricType,
        std_dev: 1,
        numerator_metric_name: 'a',
        denominator_metric_name: 'b',
      }),
    )
    await record(id, -1, rate(10, 5))
    await record(id, 1, rate(10, 5))

    expect((await stats(id)).holdout).toMatchObject({
      status: 'unavailable',
      note: 'The holdout is compared for binary and continuous metrics, where persons were randomized and not clusters.',
      analysis: null,
      holdout_users_total: 10,
    })
  })

  it('never enters the verdict', async () => {
    const change: Change = payload => Object.assign(payload.metrics, { baseline_value: 0.2, mde_pct: 50 })
    const [alone, beside] = [await test.createProject(change), await test.createProject(change)]
    for (const id of [alone, beside]) {
      await record(id, 0, rate(310, 60))
      await record(id, 1, rate(310, 95))
    }
    await record(beside, -1, rate(310, 300))

    const decisions = await Promise.all(
      [alone, beside].map(async id => (await test.send('GET', `/api/v1/experiments/${id}/decision`)).body),
    )

    expect(decisions[0].verdict).toBe('ship')
    expect(decisions[1].verdict).toBe('ship')
    expect(decisions[1].reasons).toEqual(decisions[0].reasons)
  })
})
