import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
let id: string
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
  id = await test.createProject()
})
afterEach(() => test.close())

/** So many users of an arm, numbered on from a first. */
async function expose(arm: number, from: number, count: number): Promise<void> {
  const exposures = Array.from({ length: count }, (_, at) => ({ user_id: `u${from + at}`, variation_index: arm }))
  await test.send('POST', `/api/v1/experiments/${id}/exposures`, { exposures })
}

const read = (what = 'decision') => test.send('GET', `/api/v1/experiments/${id}/${what}`)
const told = async () => {
  const rows = await test.db
    .selectFrom('audit_log')
    .selectAll()
    .where('actor', '=', 'system:readout')
    .orderBy('id')
    .execute()
  return rows.map(({ action, payload_diff }) => [action, JSON.parse(payload_diff!)])
}

describe('a read-out', () => {
  it('tells nothing while nothing has changed', async () => {
    await expose(0, 0, 100)
    await expose(1, 100, 100)
    await read()
    await read('live-stats')

    expect(await told()).toEqual([])
  })

  it('tells of a wrong split once, however often it is read, and of the decision that follows', async () => {
    await expose(0, 0, 100)
    await read()
    await expose(0, 100, 900)
    await expose(1, 1000, 400)
    await Promise.all([read(), read('live-stats'), read()])
    await expose(0, 5000, 10)
    const { body } = await read()

    const events = await told()
    expect(events.map(([action]) => action)).toEqual(
      body.verdict === 'keep_running' ? ['srm.detected'] : ['decision.changed', 'srm.detected'],
    )
    expect(events.at(-1)![1]).toMatchObject({ srm: [false, true], data_version: [null, expect.any(String)] })
  })

  it('goes when its experiment goes', async () => {
    await expose(0, 0, 10)
    await read()

    await test.db.deleteFrom('projects').where('id', '=', id).execute()

    expect(await test.db.selectFrom('readout_signals').selectAll().execute()).toEqual([])
  })
})
