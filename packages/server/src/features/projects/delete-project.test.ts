import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventStore } from '../../event-store/event-store.ts'
import { openMemoryEventStore } from '../../event-store/memory/memory-event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from './analysis-example.ts'
import { DeletedExperiments } from './deleted-experiments.ts'

let test: TestApp
let id: string
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  id = await test.createProject()
  await expose(test.events, 'early')
  await test.send('POST', `/api/v1/projects/${id}/analysis`, EXAMPLE_ANALYSIS)
  await test.send('POST', `/api/v1/projects/${id}/exports`, { format: 'pdf' })
  await test.send('GET', `/api/v1/experiments/${id}/decision`)
})
afterEach(() => test.close())

const expose = (store: EventStore, userId: string) =>
  store.append({
    experimentId: id,
    receivedAt: test.clock.now(),
    kind: 'exposures',
    items: [{ userId, arm: 0, occurredAt: null }],
  })
const remove = () => test.send('DELETE', `/api/v1/projects/${id}`)
const exposed = async () => (await test.events.countRaw(id)).exposures.length

describe('DELETE /projects/{id}', () => {
  it('leaves neither rows nor events, and keeps the audit log', async () => {
    const { status, body } = await remove()

    expect([status, body]).toEqual([200, { id, deleted: true }])
    for (const table of [
      'projects',
      'project_revisions',
      'analysis_runs',
      'export_events',
      'recorded_looks',
    ] as const) {
      expect(await test.db.selectFrom(table).selectAll().execute()).toEqual([])
    }
    expect(await exposed()).toBe(0)
    const log = await test.db.selectFrom('audit_log').selectAll().orderBy('id').execute()
    expect(log.map(({ action }) => action)).toEqual([
      'project.create',
      'analysis_run_created',
      'export_created',
      'project.delete',
    ])
    expect(log.at(-1)).toMatchObject({ project_id: id, project_name: 'Checkout redesign' })
  })

  it('is seen at once by everything that knew the project', async () => {
    await remove()

    for (const read of ['decision', 'live-stats', 'ingestion']) {
      expect((await test.send('GET', `/api/v1/experiments/${id}/${read}`)).status).toBe(404)
    }
    const assigned = await test.send('POST', `/api/v1/experiments/${id}/assign`, { user_id: 'u' })
    expect(assigned.status).toBe(404)
    expect((await test.send('GET', '/api/v1/sdk/config')).body.experiments).toEqual([])
    expect((await test.send('GET', '/api/v1/projects?status=all')).body.total).toBe(0)
  })

  it('takes an archived project too, and none twice', async () => {
    await test.send('POST', `/api/v1/projects/${id}/archive`)

    expect((await remove()).status).toBe(200)
    expect((await remove()).body).toMatchObject({ status_code: 404, error_code: 'not_found' })
    expect((await test.send('DELETE', '/api/v1/projects/..%2f')).status).toBe(404)
  })

  it('hides the project although its events can not be erased now, and erases them later', async () => {
    const erase = test.events.deleteExperiment
    test.events.deleteExperiment = () => Promise.reject(new Error('away'))
    const { status } = await remove()

    expect([status, await exposed()]).toEqual([200, 1])
    expect((await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).status).toBe(404)

    test.events.deleteExperiment = erase
    await new DeletedExperiments({ ...test, onError: () => undefined }).sweep()

    expect(await exposed()).toBe(0)
  })
})

describe('the sweep after deletions', () => {
  it('erases what a batch under way brought back, until the deletion is an hour old', async () => {
    const erased: string[] = []
    const events = { deleteExperiment: async (experimentId: string) => void erased.push(experimentId) }
    const sweeper = new DeletedExperiments({ ...test, events, onError: () => undefined })
    await remove()

    await sweeper.sweep()
    await sweeper.sweep()
    test.clock.at += 3_600_001
    await sweeper.sweep()
    await sweeper.sweep()

    expect(erased).toEqual([id, id, id])
  })

  it('tries again what failed, and tells of it', async () => {
    const failures: unknown[] = []
    const store = openMemoryEventStore()
    let isAway = true
    const events = {
      deleteExperiment: (experimentId: string) =>
        isAway ? Promise.reject(new Error('away')) : store.deleteExperiment(experimentId),
    }
    await expose(store, 'late')
    const sweeper = new DeletedExperiments({ ...test, events, onError: error => failures.push(error) })
    await remove()
    test.clock.at += 3_600_001

    await sweeper.sweep()
    isAway = false
    await sweeper.sweep()

    expect(failures).toEqual([new Error('away')])
    expect((await store.countRaw(id)).exposures).toEqual([])
  })
})
