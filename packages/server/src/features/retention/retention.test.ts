import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { ProjectsRepository } from '../projects/projects-repository.ts'
import { WebhookDeliveriesRepository } from '../webhooks/webhook-deliveries-repository.ts'
import { hasWindow, purgeOld } from './retention.ts'

const DAY = 86_400_000

let test: TestApp
let archived: string
let active: string
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', AB_RETENTION_EXPOSURES_DAYS: '30' })
  archived = await newExperiment()
  active = await newExperiment()
  await test.send('POST', `/api/v1/projects/${archived}/archive`)
})
afterEach(() => test.close())

/** One exposure and one conversion of 100 days ago, and one exposure of now. */
async function newExperiment(): Promise<string> {
  const id = await test.createProject()
  const now = test.clock.now()
  const expose = (userId: string, receivedAt: number) =>
    test.events.append({
      experimentId: id,
      receivedAt,
      kind: 'exposures',
      items: [{ userId, arm: 0, occurredAt: null }],
    })
  await expose('old', now - 100 * DAY)
  await expose('new', now)
  const items = [{ userId: 'old', metric: 'purchase', value: 1, idempotencyKey: null, occurredAt: null }]
  await test.events.append({ experimentId: id, receivedAt: now - 100 * DAY, kind: 'conversions', items })
  return id
}

const purge = (body?: unknown) => test.send('POST', '/api/v1/admin/retention/purge', body)
const rows = async (id: string) => {
  const { body } = await test.send('GET', `/api/v1/experiments/${id}/ingestion`)
  return [body.exposures_total, body.conversions_total]
}

describe('the retention purge', () => {
  it('only counts, without a body, by the windows of the settings', async () => {
    const { status, body } = await purge()

    expect(status).toBe(200)
    expect(body).toMatchObject({
      dry_run: true,
      purged: { exposures: 1, conversions: 0, audit_log: 0, webhook_deliveries: 0 },
      generated_at: '2026-05-01T09:00:00.000Z',
    })
    expect(await rows(archived)).toEqual([2, 1])
  })

  it('erases of archived experiments alone, and writes down that it did', async () => {
    const { body } = await purge({ conversions_days: 30, dry_run: false })

    expect(body.purged).toMatchObject({ exposures: 1, conversions: 1 })
    expect([await rows(archived), await rows(active)]).toEqual([
      [1, 0],
      [2, 1],
    ])
    const entries = await test.db.selectFrom('audit_log').selectAll().where('action', '=', 'retention.purge').execute()
    expect(entries.map(({ payload_diff }) => JSON.parse(payload_diff!))).toEqual([
      { exposures: [1, 0], conversions: [1, 0], audit_log: [0, 0], webhook_deliveries: [0, 0] },
    ])
  })

  it('takes active experiments too where that is asked for', async () => {
    await purge({ include_active: true, dry_run: false })

    expect(await rows(active)).toEqual([1, 1])
  })

  it('skips what has no window', async () => {
    const { body } = await purge({ exposures_days: 0, dry_run: false })

    expect(body.purged).toMatchObject({ exposures: 0, conversions: 0 })
    expect(await rows(archived)).toEqual([2, 1])
  })

  it('takes any number of days, since nothing is older than time', async () => {
    const { status, body } = await purge({ exposures_days: 9_007_199_254_740_991, audit_days: 1e15, dry_run: false })

    expect([status, body.purged.exposures, body.purged.audit_log]).toEqual([200, 0, 0])
  })

  it('keeps what is exactly as old as the window', async () => {
    expect((await purge({ exposures_days: 100 })).body.purged.exposures).toBe(0)
    expect((await purge({ exposures_days: 99 })).body.purged.exposures).toBe(1)
  })

  it('erases old entries of the audit log', async () => {
    test.clock.at += 10 * DAY
    const { body } = await purge({ audit_days: 5, dry_run: false })

    expect(body.purged.audit_log).toBe(3)
    const left = await test.db.selectFrom('audit_log').select('action').execute()
    expect(left.map(({ action }) => action)).toEqual(['retention.purge'])
  })

  it.each([{ exposures_days: '30' }, { dry_run: 1 }, [], 'now'])('refuses %j', async body => {
    expect((await purge(body)).status).toBe(422)
  })

  it('needs the write scope', async () => {
    const guarded = await newTestApp({ AB_API_TOKEN: 'may-write', AB_READONLY_API_TOKEN: 'may-read' })
    const headers = { authorization: 'Bearer may-read' }

    expect((await guarded.send('POST', '/api/v1/admin/retention/purge', {}, headers)).status).toBe(403)
    await guarded.close()
  })

  it('runs by itself only when something may be too old', async () => {
    const windows = { exposuresDays: 30, conversionsDays: 0, auditDays: 0, webhookDeliveriesDays: 0 }
    const projects = new ProjectsRepository(test.db)
    const deliveries = new WebhookDeliveriesRepository(test.db)
    const deps = { db: test.db, projects, events: test.events, deliveries, clock: test.clock }

    const purged = await purgeOld(deps, { ...windows, includeActive: false, isDryRun: false })

    expect(purged).toEqual({ exposures: 1, conversions: 0, auditLog: 0, webhookDeliveries: 0 })
    expect([hasWindow(windows), hasWindow({ ...windows, exposuresDays: 0 })]).toEqual([true, false])
  })
})
