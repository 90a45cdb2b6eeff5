import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../database/test-engine/open-test-database.ts'
import { openClickHouseEventStore } from '../../event-store/clickhouse/clickhouse-event-store.ts'
import { reasonWithoutChdb, startChdb } from '../../event-store/clickhouse/test-engine/start-chdb.ts'
import { openDuckDbEventStore } from '../../event-store/duckdb/duckdb-event-store.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { openMemoryEventStore } from '../../event-store/memory/memory-event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { DeletedExperiments } from '../projects/deleted-experiments.ts'

const SEEDED = { AB_SEED_DEMO_ON_STARTUP: 'true' }
const NAMES = [
  'Checkout Conversion',
  'Feed Ad Click-Through Ratio',
  'Onboarding Completion',
  'Pricing Sensitivity',
].map(name => `Demo - ${name}`)

const VERDICTS = ['ship', 'ship', 'keep_running', 'ship']

let stops: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const stop of stops.reverse()) await stop()
  stops = []
})

describe('the demo', () => {
  it('has a clear win with every kind of event', async () => {
    const test = await seeded()
    const id = await idOf(test, 'Checkout Conversion')

    const decision = await read(test, id, 'decision')
    const stats = await read(test, id, 'live-stats')

    expect(decision).toMatchObject({ verdict: 'ship', confidence: 'high', blockers: [] })
    expect(stats.comparisons[0].control).toMatchObject({ exposed_users: 1996, converted_users: 86 })
    expect(stats.comparisons[0].treatment).toMatchObject({ exposed_users: 1995, converted_users: 170 })
    expect(stats.sequential).toMatchObject({ status: 'fixed_horizon', information_fraction: 1 })
    expect(stats.srm.status).toBe('ok')
    expect(stats.event_timing).toMatchObject({ late: 12, out_of_order: 3, before_exposure_left_out: 3 })
    expect(stats.identity_resolution).toMatchObject({ linked_identities: 60, canonicalized_events: 60 })
    expect(stats.exclusions).toMatchObject({ manual_filtered: 8, rate_spike_filtered: 1 })
    expect(stats.stratified.comparisons[0].strata.map(({ stratum }: { stratum: string }) => stratum)).toEqual([
      'Android',
      'iOS',
    ])
    expect(stats.guardrail.metrics.map(({ name, status }: Record<string, string>) => [name, status])).toEqual([
      ['payment_error_rate', 'ok'],
      ['refund_amount', 'ok'],
    ])
    expect(stats.secondary.metrics[0].comparisons[0].is_significant).toBe(true)
  })

  it('has a mean that values from before the test make narrower', async () => {
    const test = await seeded()
    const id = await idOf(test, 'Pricing Sensitivity')

    const decision = await read(test, id, 'decision')
    const { comparisons, cuped } = await read(test, id, 'live-stats')

    expect(decision).toMatchObject({ verdict: 'ship', confidence: 'high', blockers: [] })
    expect([comparisons[0].control.exposed_users, comparisons[0].treatment.exposed_users]).toEqual([400, 400])
    expect(cuped).toMatchObject({ status: 'available', coverage_total: 1 })
    expect(cuped.variance_reduction_pct).toBeGreaterThan(40)
  })

  it('has an experiment that has to go on', async () => {
    const test = await seeded()
    const id = await idOf(test, 'Onboarding Completion')

    const decision = await read(test, id, 'decision')

    expect(decision).toMatchObject({ verdict: 'keep_running', confidence: 'low', blockers: [] })
    expect(codes(decision)).toContain('inconclusive_ci')
  })

  it('has an early read that the always-valid view confirms', async () => {
    const test = await seeded()
    const id = await idOf(test, 'Feed Ad Click-Through Ratio')

    const decision = await read(test, id, 'decision')
    const { sequential, comparisons, looks } = await read(test, id, 'live-stats')

    expect(decision).toMatchObject({ verdict: 'ship', confidence: 'medium', blockers: [] })
    expect(codes(decision)).toContain('anytime_valid_confirmed')
    expect(sequential.information_fraction).toBeLessThan(0.1)
    expect(comparisons[0].always_valid.is_significant).toBe(true)
    expect(looks).toEqual([])
  })

  it('gives each project a revision, and an analysis whose advice says why there is none', async () => {
    const test = await seeded()
    const checkout = await idOf(test, 'Checkout Conversion')

    const { body: project } = await test.send('GET', `/api/v1/projects/${checkout}`)
    const { body: history } = await test.send('GET', `/api/v1/projects/${checkout}/history`)
    const { body: revisions } = await test.send('GET', `/api/v1/projects/${checkout}/revisions`)

    expect(project).toMatchObject({ has_analysis_snapshot: true, revision_count: 1 })
    expect(project.payload.metrics).toMatchObject({ mde_pct: 50, expected_uplift_pct: 45, baseline_value: 0.042 })
    expect(history.analysis_runs[0].analysis.advice).toMatchObject({
      available: false,
      error_code: 'seed_demo_disabled_llm',
    })
    expect(history.analysis_runs[0].analysis.calculations.results.sample_size_per_variant).toBeLessThan(2000)
    expect(revisions.revisions).toMatchObject([{ source: 'create', payload: project.payload }])
  })

  it('puts everybody into the arm that the experiment assigns', async () => {
    const exposed: { readonly experimentId: string; readonly userId: string; readonly arm: number }[] = []
    const { db, events } = await world()
    const store = watched(batch => {
      const { experimentId } = batch
      if (batch.kind === 'exposures') exposed.push(...batch.items.map(item => ({ experimentId, ...item })))
    }, events)
    await appOn(db, store)
    // Without the events nothing is sticky: the hash alone answers.
    const forgetful = await newTestApp({}, openMemoryEventStore(), db)
    stops.push(() => forgetful.app.close())

    const asked = exposed.filter((_, index) => index % 50 === 0)
    const answers = []
    for (const { experimentId, userId } of asked) {
      const path = `/api/v1/experiments/${experimentId}/assign`
      const { body } = await forgetful.send('POST', path, { user_id: userId })
      answers.push([body.user_id, body.variation_index, body.sticky])
    }

    expect(exposed).toHaveLength(4000 + 800 + 2400 + 3000)
    expect(answers).toEqual(asked.map(({ userId, arm }) => [userId, arm, false]))
  })
})

describe('a second seed', () => {
  it('makes nothing again, an archived project neither', async () => {
    const { db, events } = await world()
    const first = await appOn(db, events)
    const checkout = await idOf(first, 'Checkout Conversion')
    await first.send('POST', `/api/v1/projects/${checkout}/archive`)
    const before = await events.countRaw(checkout)

    const second = await appOn(db, events)

    expect(await names(second, 'all')).toEqual(NAMES)
    expect(await names(second, 'active')).toEqual(NAMES.slice(1))
    expect(await events.countRaw(checkout)).toEqual(before)
  })

  it('completes what was cut off at any batch, and doubles nothing', async () => {
    const whole = await seeded()
    const checkout = await idOf(whole, 'Checkout Conversion')
    const [wholeCounts, wholeStats] = [await whole.events.countRaw(checkout), await read(whole, checkout, 'live-stats')]

    for (const batches of [0, 1, 2, 3, 4]) {
      const { db, events } = await world()
      let appended = 0
      const dying = watched(() => {
        appended += 1
        if (appended > batches) throw new Error('killed')
      }, events)
      const cut = await appOn(db, dying)
      expect(await names(cut, 'all')).toEqual([])

      const next = await appOn(db, events)

      expect(await names(next, 'all')).toEqual(NAMES)
      expect(await events.countRaw(checkout)).toEqual(wholeCounts)
      const { data_version: _, ...stats } = await read(next, checkout, 'live-stats')
      expect(wholeStats).toMatchObject(stats)
    }
  })

  it('makes a deleted project again, under an id whose events nobody erases', async () => {
    const { db, events } = await world()
    const first = await appOn(db, events)
    const deleted = await idOf(first, 'Checkout Conversion')
    await first.send('DELETE', `/api/v1/projects/${deleted}`)

    const second = await appOn(db, events)
    const id = await idOf(second, 'Checkout Conversion')
    const onError = (error: unknown) => expect.fail(String(error))
    await new DeletedExperiments({ db, events, clock: second.clock, onError }).sweep()

    expect(id).not.toBe(deleted)
    expect(await read(second, id, 'decision')).toMatchObject({ verdict: 'ship' })
  })

  it('makes a renamed project again and leaves the renamed one alone', async () => {
    const { db, events } = await world()
    const first = await appOn(db, events)
    const renamed = await idOf(first, 'Onboarding Completion')
    const { payload } = (await first.send('GET', `/api/v1/projects/${renamed}`)).body
    payload.project.project_name = 'Ours'
    await first.send('PUT', `/api/v1/projects/${renamed}`, payload)
    const before = await events.countRaw(renamed)

    const second = await appOn(db, events)

    expect(await names(second, 'all')).toEqual([...NAMES, 'Ours'])
    expect(await idOf(second, 'Onboarding Completion')).not.toBe(renamed)
    expect(await events.countRaw(renamed)).toEqual(before)
  })

  it('leaves a project of that name alone that somebody else made', async () => {
    const { db, events } = await world()
    const own = await newTestApp({}, events, db)
    const id = await own.createProject(payload => {
      payload.project.project_name = 'Demo - Checkout Conversion'
    })
    await own.app.close()

    const test = await appOn(db, events)

    expect(await names(test, 'all')).toEqual(NAMES)
    expect(await idOf(test, 'Checkout Conversion')).toBe(id)
    expect((await events.countRaw(id)).exposures).toEqual([])
  })

  it('at the same time as another makes each project once', async () => {
    const { db, events } = await world()

    const [one] = await Promise.all([appOn(db, events), appOn(db, events)])

    expect(await names(one, 'all')).toEqual(NAMES)
    expect((await events.countRaw(await idOf(one, 'Checkout Conversion'))).exposures).toEqual([
      { arm: 0, count: 2000 },
      { arm: 1, count: 2000 },
    ])
  })
})

describe('the four verdicts are the same', () => {
  it('on DuckDB, for less than 3 seconds of computing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verdict-demo-'))
    stops.push(() => rmSync(folder, { recursive: true, force: true }))
    const events = await openDuckDbEventStore({ path: join(folder, 'events.duckdb') })
    stops.push(() => events.close())
    const { db } = await world()

    const before = process.cpuUsage()
    const test = await appOn(db, events)
    const { user, system } = process.cpuUsage(before)

    expect(await verdicts(test)).toEqual(VERDICTS)
    expect((user + system) / 1e6).toBeLessThan(3)
  })

  it.skipIf(reasonWithoutChdb() !== null)('on ClickHouse', async () => {
    const chdb = await startChdb()
    stops.push(() => chdb.stop())
    const events = await openClickHouseEventStore({ url: chdb.url, database: 'demo', cluster: null })
    stops.push(() => events.close())

    const test = await appOn((await world()).db, events)

    expect(await verdicts(test)).toEqual(VERDICTS)
  })
})

it('nothing is seeded unless it is asked for', async () => {
  const test = await newTestApp()
  stops.push(() => test.close())

  expect(await names(test, 'all')).toEqual([])
})

async function world() {
  const db = await openTestDatabase()
  stops.push(() => db.destroy())
  return { db, events: openMemoryEventStore() }
}

async function seeded(events: EventStore = openMemoryEventStore()): Promise<TestApp> {
  return appOn((await world()).db, events)
}

/** A server that was started with the flag. */
async function appOn(db: Awaited<ReturnType<typeof openTestDatabase>>, events: EventStore): Promise<TestApp> {
  const test = await newTestApp(SEEDED, events, db)
  stops.push(() => test.app.close())
  return test
}

/** A store that tells of each batch before it is stored. */
function watched(onAppend: (batch: Parameters<EventStore['append']>[0]) => void, store = openMemoryEventStore()) {
  const append: EventStore['append'] = async batch => {
    onAppend(batch)
    return store.append(batch)
  }
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append') return append
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** By name. */
async function verdicts(test: TestApp): Promise<readonly string[]> {
  const ids = await Promise.all(NAMES.map(name => idOf(test, name.replace('Demo - ', ''))))
  const decisions = await Promise.all(ids.map(id => read(test, id, 'decision')))
  return decisions.map(({ verdict }) => verdict)
}

async function names(test: TestApp, status: 'all' | 'active'): Promise<readonly string[]> {
  const { body } = await test.send('GET', `/api/v1/projects?status=${status}&sort_by=name&sort_dir=asc`)
  return body.projects.map((project: { project_name: string }) => project.project_name)
}

async function idOf(test: TestApp, name: string): Promise<string> {
  const { body } = await test.send('GET', '/api/v1/projects?status=all')
  return body.projects.find((project: { project_name: string }) => project.project_name === `Demo - ${name}`).id
}

async function read(test: TestApp, id: string, what: 'decision' | 'live-stats') {
  const { status, body } = await test.send('GET', `/api/v1/experiments/${id}/${what}`)
  expect(status).toBe(200)
  return body
}

function codes(decision: { readonly reasons: readonly { readonly code: string }[] }): readonly string[] {
  return decision.reasons.map(({ code }) => code)
}
