import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversion, Exposure } from '../../event-store/event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import type { LiveStats } from './live-stats-schema.ts'
import type { Slices } from './slices-schema.ts'
import type { Timeseries } from './timeseries-schema.ts'

const DAY = 86_400_000
const MONDAY = Date.UTC(2026, 3, 27)

let test: TestApp
let id: string
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  id = await newExperiment()
})
afterAll(() => test.close())

/** 20 persons an arm on each of 10 days, in two strata; every second of control buys, three of four of the treatment. */
async function newExperiment(change: Record<string, unknown> = {}): Promise<string> {
  const created = await test.createProject(payload =>
    Object.assign(payload.metrics, { baseline_value: 0.5, mde_pct: 20, secondary_metrics: ['spend'] }, change),
  )
  const envelope = { experimentId: created, receivedAt: MONDAY }
  const persons = Array.from({ length: 400 }, (_, at) => ({
    userId: `u${at}`,
    arm: at % 2,
    occurredAt: MONDAY + Math.floor(at / 40) * DAY,
    nth: Math.floor(at / 2),
  }))
  const buyers = persons.filter(({ arm, nth }) => (arm === 0 ? nth % 2 === 0 : nth % 4 !== 0))
  const exposures = persons.map(({ userId, arm, occurredAt }): Exposure => ({ userId, arm, occurredAt }))
  const events = buyers.flatMap(({ userId, occurredAt }): Conversion[] => [
    { userId, metric: 'purchase', value: 1, idempotencyKey: null, occurredAt: occurredAt + DAY },
    { userId, metric: 'spend', value: 10, idempotencyKey: null, occurredAt: occurredAt + DAY },
  ])
  await test.events.append({ ...envelope, kind: 'exposures', items: exposures })
  await test.events.append({ ...envelope, kind: 'conversions', items: events })
  await test.events.append({
    ...envelope,
    kind: 'strata',
    items: persons.slice(0, 360).map(({ userId, nth }) => ({ userId, stratum: nth % 3 === 0 ? 'new' : 'old' })),
  })
  await test.events.append({
    ...envelope,
    kind: 'pre_period',
    items: persons.map(({ userId }, at) => ({ userId, covariate: 'visits', value: at % 8 })),
  })
  return created
}

const get = (path: string, of = id) => test.send('GET', `/api/v1/experiments/${of}/${path}`)
const liveStats = async (of = id) => (await get('live-stats', of)).body as LiveStats

describe('the time series', () => {
  it('has each day from the first exposure to the last change, and ends as live-stats are', async () => {
    const { days, metric, not_compared } = (await get('timeseries')).body as Timeseries

    const [comparison] = (await liveStats()).comparisons
    expect([metric, not_compared]).toEqual(['purchase', null])
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 11 }, (_, at) => new Date(MONDAY + at * DAY).toISOString().slice(0, 10)),
    )
    expect(days[0]!.arms).toEqual([
      { variation_index: 0, exposed_users: 20, value: 0 },
      { variation_index: 1, exposed_users: 20, value: 0 },
    ])
    expect(days.at(-1)!.comparisons[0]).toMatchObject({
      effect: comparison!.analysis!.observed_effect,
      ci_lower: comparison!.analysis!.ci_lower,
      p_value: comparison!.analysis!.p_value,
      always_valid_p_value: comparison!.always_valid!.always_valid_p_value,
    })
    expect(days.at(-1)!.srm).toMatchObject({ p_value: 1, is_srm: false, sequential_is_srm: false })
  })

  it('may be cut to a range of days, which count from the start all the same', async () => {
    const { days } = (await get('timeseries?from=2026-04-29&to=2026-04-30')).body as Timeseries

    expect(days.map(({ date, arms }) => [date, arms[0]!.exposed_users])).toEqual([
      ['2026-04-29', 60],
      ['2026-04-30', 80],
    ])
  })

  it('tells any metric of the design', async () => {
    const body = (await get('timeseries?metric=spend')).body as Timeseries

    expect(body).toMatchObject({ metric: 'spend', metric_type: 'continuous' })
    expect(body.days.at(-1)!.arms.map(({ value }) => value)).toEqual([5, 7.5])
    expect(body.days.at(-1)!.comparisons[0]).toMatchObject({ effect: 2.5, always_valid_p_value: null })
  })

  it('is empty before the first exposure', async () => {
    const empty = await test.createProject()

    expect((await get('timeseries', empty)).body).toMatchObject({ days: [], data_version: '0' })
  })

  it('reads a ratio as the ratio until that day', async () => {
    const ratio = await newExperiment({
      metric_type: 'ratio',
      numerator_metric_name: 'purchase',
      denominator_metric_name: 'spend',
      std_dev: 1,
    })

    const { days } = (await get('timeseries', ratio)).body as Timeseries

    expect(days[0]!.arms[0]!.value).toBeNull()
    expect(days.at(-1)!.arms.map(({ value }) => value)).toEqual([0.1, 0.1])
  })

  it.each([
    ['timeseries?metric=nothing', 'metric'],
    ['timeseries?from=yesterday', 'from'],
    ['timeseries?to=2026-02-30', 'to'],
    ['slices?by=colour', 'by'],
    ['slices?by=covariate:age', 'by'],
    ['slices?by=stratum&metric=nothing', 'metric'],
    ['slices', 'by'],
  ])('refuses %s and names the field', async (path, field) => {
    const { status, body } = await get(path)

    expect(status).toBe(422)
    expect(body.detail[0].loc).toEqual(['query', field])
  })

  it('answers 304 to who holds it, and not to who holds another range', async () => {
    const { headers } = await get('timeseries')
    const held = { 'if-none-match': String(headers.etag) }

    const same = await test.send('GET', `/api/v1/experiments/${id}/timeseries`, undefined, held)
    const other = await test.send('GET', `/api/v1/experiments/${id}/timeseries?from=2026-04-29`, undefined, held)

    expect([same.status, other.status]).toEqual([304, 200])
  })

  it('is 404 for an unknown experiment', async () => {
    expect((await get('timeseries', 'nobody')).status).toBe(404)
    expect((await get('slices?by=stratum', 'nobody')).status).toBe(404)
  })

  it('says why it does not compare clusters', async () => {
    const clustered = await test.createProject(payload => {
      Object.assign(payload.setup, { randomization_unit: 'cluster' })
    })

    expect((await get('timeseries', clustered)).body.not_compared).toBe('clusters')
    expect((await get('slices?by=stratum', clustered)).body).toMatchObject({
      not_compared: 'clusters',
      interactions: [],
      multiplicity: null,
    })
  })
})

describe('slices', () => {
  it('split the persons by stratum, and test whether the effects differ', async () => {
    const body = (await get('slices?by=stratum')).body as Slices

    expect(body.slices.map(({ key, exposed_users }) => [key, exposed_users])).toEqual([
      ['new', 120],
      ['old', 240],
      [null, 40],
    ])
    expect(body.interactions).toMatchObject([{ treatment_index: 1, slices: 3, degrees_of_freedom: 2 }])
    expect(body.interactions[0]!.p_value).toBeGreaterThan(0.01)
    expect(body.multiplicity).toMatchObject({ method: 'holm', tests: 3 })
    const raw = body.slices.map(({ comparisons }) => comparisons[0]!.p_value!)
    const adjusted = body.slices.map(({ comparisons }) => comparisons[0]!.adjusted_p_value!)
    expect(adjusted.every((p, at) => p >= raw[at]!)).toBe(true)
  })

  it('split by the quarters of a covariate', async () => {
    const body = (await get('slices?by=covariate:visits')).body as Slices

    expect(body.slices.map(({ key, least, greatest }) => [key, least, greatest])).toEqual([
      ['1', 0, 1],
      ['2', 2, 3],
      ['3', 4, 5],
      ['4', 6, 7],
    ])
    expect(body.slices.every(({ exposed_users }) => exposed_users === 100)).toBe(true)
  })

  it('split by the day of the week and by the week of exposure', async () => {
    const days = (await get('slices?by=day_of_week')).body as Slices
    const weeks = (await get('slices?by=exposure_week')).body as Slices

    expect(days.slices.map(({ key, exposed_users }) => [key, exposed_users])).toEqual([
      ['1', 80],
      ['2', 80],
      ['3', 80],
      ['4', 40],
      ['5', 40],
      ['6', 40],
      ['7', 40],
    ])
    expect(weeks.slices.map(({ key, exposed_users }) => [key, exposed_users])).toEqual([
      ['2026-04-27', 280],
      ['2026-05-04', 120],
    ])
  })

  it('tell the metric that is asked for, in its own unit', async () => {
    const body = (await get('slices?by=exposure_week&metric=spend')).body as Slices

    expect(body.slices[0]!.arms.map(({ value }) => value)).toEqual([5, 7.5])
    expect(body.slices[0]!.comparisons[0]!.effect).toBe(2.5)
  })

  it('are none before the first exposure', async () => {
    const empty = await test.createProject()

    expect((await get('slices?by=stratum', empty)).body).toMatchObject({
      slices: [],
      interactions: [{ slices: 0, p_value: null }],
    })
  })
})

describe('a split that went wrong', () => {
  it('comes with its likeliest cause', async () => {
    const wrong = await newExperiment()
    const items = Array.from(
      { length: 300 },
      (_, at): Exposure => ({
        userId: `extra${at}`,
        arm: 0,
        occurredAt: MONDAY + 3 * DAY,
      }),
    )
    await test.events.append({ experimentId: wrong, receivedAt: MONDAY, kind: 'exposures', items })

    const { srm } = await liveStats(wrong)

    expect(srm.is_srm).toBe(true)
    expect(srm.causes[0]).toMatchObject({
      code: 'one_day',
      evidence: { date: '2026-04-30', observed_counts: [320, 20] },
    })
    expect((await liveStats()).srm.causes).toEqual([])
  })
})
