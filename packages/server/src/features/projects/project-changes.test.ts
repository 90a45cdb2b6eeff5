import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EventStoreUnavailableError } from '../../event-store/event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from './analysis-example.ts'
import { EXAMPLE_PROJECT } from './project-example.ts'

let test: TestApp
let id: string
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  id = await test.createProject()
})
afterEach(() => test.close())

const named = (name: string) => ({ ...EXAMPLE_PROJECT, project: { ...EXAMPLE_PROJECT.project, project_name: name } })
const path = (suffix = '') => `/api/v1/projects/${id}${suffix}`
const put = (name: string, headers: Record<string, string> = {}) => test.send('PUT', path(), named(name), headers)
const expose = (userId: string) =>
  test.send('POST', `/api/v1/experiments/${id}/exposures`, { exposures: [{ user_id: userId, variation_index: 0 }] })
const actions = async () => {
  const rows = await test.db.selectFrom('audit_log').select('action').orderBy('id').execute()
  return rows.map(({ action }) => action)
}

describe('a version of a project', () => {
  it('is named by a strong tag that every change moves, and by nothing else', async () => {
    const { headers } = await test.send('GET', path())
    const updated = await put('Second')
    const analysed = await test.send('POST', path('/analysis'), EXAMPLE_ANALYSIS)
    const exported = await test.send('POST', path('/exports'), { format: 'pdf' })
    const restored = await test.send('POST', path('/restore'))

    expect([headers, updated.headers, analysed.headers, exported.headers, restored.headers].map(h => h.etag)).toEqual([
      '"1"',
      '"2"',
      '"3"',
      '"4"',
      '"4"',
    ])
    expect((await test.send('GET', path())).headers.etag).toBe('"4"')
  })

  it('is not sent again to who holds it', async () => {
    const held = await test.send('GET', path(), undefined, { 'if-none-match': 'W/"1"' })
    const old = await test.send('GET', path(), undefined, { 'if-none-match': '"0"' })

    expect([held.status, held.headers.etag, old.status]).toEqual([304, '"1"', 200])
  })

  it.each(['"1"', '"7", "1"', '*'])('may be changed by who names it: %s', async tag => {
    expect((await put('Second', { 'if-match': tag })).status).toBe(200)
  })

  it.each(['"0"', 'W/"1"', '1', '""', 'x'])('is kept from who names another: %s', async tag => {
    const answer = await put('Second', { 'if-match': tag })

    expect([answer.status, answer.body.error_code]).toEqual([412, 'precondition_failed'])
    expect((await test.send('GET', path())).body.project_name).toBe('Checkout redesign')
    expect(await actions()).toEqual(['project.create'])
  })

  it('lets one of two editors win', async () => {
    const answers = await Promise.all(['One', 'Two'].map(name => put(name, { 'if-match': '"1"' })))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await test.send('GET', path('/revisions'))).body.total).toBe(2)
  })

  it.each([
    ['POST', '/archive'],
    ['POST', '/restore'],
    ['DELETE', ''],
  ] as const)('guards %s %s too', async (method, suffix) => {
    await put('Second')

    expect((await test.send(method, path(suffix), undefined, { 'if-match': '"1"' })).status).toBe(412)
    expect((await test.send(method, path(suffix), undefined, { 'if-match': '"2"' })).status).toBe(200)
  })

  it('is seen as it stands after a change that was refused', async () => {
    await put('Second', { 'if-match': '"9"' })
    await put('Third')

    expect((await test.send('GET', path())).body).toMatchObject({ project_name: 'Third', revision_count: 2 })
  })
})

describe('the revisions of a project', () => {
  it('are listed, the newest first, of an archived project too', async () => {
    await put('Second')
    await put('Third')
    await test.send('POST', path('/archive'))

    const { body } = await test.send('GET', path('/revisions?limit=2&offset=1'))

    expect(body).toMatchObject({ project_id: id, total: 3, limit: 2, offset: 1 })
    expect(body.revisions.map((one: { source: string }) => one.source)).toEqual(['update', 'create'])
    expect(body.revisions[0].payload.project.project_name).toBe('Second')
  })

  it('keep their order when the clock is set back', async () => {
    test.clock.at -= 3_600_000
    await put('Second')
    await put('Third')

    const { body } = await test.send('GET', path('/revisions'))

    const names = body.revisions.map((one: { payload: typeof EXAMPLE_PROJECT }) => one.payload.project.project_name)
    expect(names).toEqual(['Third', 'Second', 'Checkout redesign'])
  })

  it('come back, as an update that keeps a revision and tells what changed', async () => {
    await put('Second')
    const { body: list } = await test.send('GET', path('/revisions'))

    const answer = await test.send('POST', path(`/revisions/${list.revisions[1].id}/restore`), undefined, {
      'if-match': '"2"',
    })

    expect(answer.body).toMatchObject({ project_name: 'Checkout redesign', revision_count: 3 })
    expect(answer.headers.etag).toBe('"3"')
    const rows = await test.db.selectFrom('audit_log').selectAll().orderBy('id', 'desc').execute()
    expect(rows[0]).toMatchObject({ action: 'project.update' })
    expect(JSON.parse(rows[0]!.payload_diff!)).toEqual({ 'project.project_name': ['Second', 'Checkout redesign'] })
  })

  it('do not come back from nowhere, from another project, or into an archived one', async () => {
    const other = await test.createProject()
    const { body: theirs } = await test.send('GET', `/api/v1/projects/${other}/revisions`)
    const restore = (revision: string) => test.send('POST', path(`/revisions/${revision}/restore`))

    expect((await restore('nowhere')).body.error_code).toBe('revision_not_found')
    expect((await restore(theirs.revisions[0].id)).status).toBe(404)
    const missing = await test.send('POST', '/api/v1/projects/none/revisions/none/restore')
    expect(missing.body.error_code).toBe('project_not_found')
    await test.send('POST', path('/archive'))
    expect((await restore('nowhere')).body.error_code).toBe('project_archived')
  })

  it('come back only while they fit the rules', async () => {
    const { body: list } = await test.send('GET', path('/revisions'))
    const [{ id: revision, payload }] = list.revisions
    const changed = { ...payload, metrics: { ...payload.metrics, baseline_value: 7 } }
    await test.db
      .updateTable('project_revisions')
      .set({ payload_json: JSON.stringify(changed) })
      .execute()

    const answer = await test.send('POST', path(`/revisions/${revision}/restore`))

    expect([answer.status, answer.body.error_code]).toEqual([400, 'revision_unfitting'])
  })
})

describe('a design is frozen at the first exposure', () => {
  const strict = { ...EXAMPLE_PROJECT, metrics: { ...EXAMPLE_PROJECT.metrics, alpha: 0.01 } }
  const loosen = () =>
    test.send('PUT', path(), { ...EXAMPLE_PROJECT, metrics: { ...EXAMPLE_PROJECT.metrics, alpha: 0.1 } })
  const evidence = async () => (await test.send('GET', `/api/v1/experiments/${id}/decision`)).body.evidence
  const ALPHA = { 'metrics.alpha': [0.01, 0.1] }

  beforeEach(async () => {
    test.clock.at += 60_000
    await test.send('PUT', path(), strict)
  })

  it('and an edit after it does not count, wherever the clock stands', async () => {
    for (const at of [0, -30_000, -3_600_000, 3_600_000]) {
      id = await test.createProject()
      const now = test.clock.at
      test.clock.at += 60_000
      await test.send('PUT', path(), strict)
      test.clock.at += 60_000
      await expose('first')
      test.clock.at += at
      await loosen()
      test.clock.at = now

      expect(await evidence()).toMatchObject({ policy_changed_after_start: true, policy_changes: ALPHA })
    }
  })

  it('and an edit before it counts, though the clock was set back in between', async () => {
    test.clock.at -= 3_600_000
    await expose('first')

    expect((await evidence()).policy_changed_after_start).toBe(false)
    await loosen()
    expect((await evidence()).policy_changes).toEqual(ALPHA)
  })

  it('and stays so when the first exposures are erased', async () => {
    await expose('first')
    await loosen()
    test.clock.at += 60_000
    await expose('second')
    await test.send('DELETE', `/api/v1/experiments/${id}/persons/first`)

    expect((await evidence()).policy_changes).toEqual(ALPHA)
  })

  it('and stays so when all of them were read once and then erased before the edit', async () => {
    await expose('first')
    await evidence()
    await test.send('DELETE', `/api/v1/experiments/${id}/persons/first`)
    await loosen()
    test.clock.at += 60_000
    await expose('second')

    expect((await evidence()).policy_changes).toEqual(ALPHA)
  })

  it('and an exposure that is acknowledged while an edit is written freezes what was before the edit', async () => {
    const count = test.events.countRaw.bind(test.events)
    let asked = 0
    test.events.countRaw = async experimentId => {
      const counts = await count(experimentId)
      asked += 1
      if (asked === 1) await expose('meanwhile')
      return counts
    }

    await loosen()

    expect((await evidence()).policy_changes).toEqual(ALPHA)
  })

  it('and goes by the times of the revisions where nobody watched the edits', async () => {
    test.clock.at += 60_000
    await expose('first')
    test.clock.at += 60_000
    await loosen()
    await test.db.updateTable('projects').set({ frozen_revision_id: null }).execute()
    await test.send('POST', path('/archive'))

    expect((await evidence()).policy_changes).toEqual(ALPHA)
  })

  it('and an edit is refused while the event store can not tell', async () => {
    test.events.countRaw = () => Promise.reject(new EventStoreUnavailableError('away'))

    expect((await loosen()).body.error_code).toBe('event_store_unavailable')
    expect((await test.send('GET', path('/revisions'))).body.total).toBe(2)
  })
})
