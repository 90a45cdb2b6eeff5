import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../database/database.ts'
import { openDuckDbEventStore } from '../../event-store/duckdb/duckdb-event-store.ts'
import type { EventBatch, EventStore } from '../../event-store/event-store.ts'
import { RowsRemovedError } from '../../event-store/event-store.ts'
import { expectClose } from '../../event-store/expect-close.ts'
import { openMemoryEventStore } from '../../event-store/memory/memory-event-store.ts'
import { history, query } from '../../event-store/random-histories.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from '../projects/analysis-example.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'

const EXPORT = '/api/v1/workspace/export'
const IMPORT = '/api/v1/workspace/import'
const VALIDATE = '/api/v1/workspace/validate'
const OPEN = { AB_RATE_LIMIT_ENABLED: 'false' }
const KEY = 'a key that signs workspaces'

const folder = mkdtempSync(join(tmpdir(), 'verdict-workspace-'))
afterAll(() => rmSync(folder, { recursive: true }))

let test: TestApp
let other: TestApp
beforeEach(async () => {
  test = await newTestApp(OPEN)
  other = await newTestApp(OPEN)
})
afterEach(async () => {
  await test.close()
  await other.close()
})

/** Two projects, one archived, with all that a bundle carries but events. */
async function fill(app = test): Promise<string> {
  const id = await app.createProject(payload => {
    payload.project.project_name = 'Käse 🧀'
    Object.assign(payload.setup, { targeting_rules: [{ attribute: 'age', operator: 'gte', value: 18 }] })
    Object.assign(payload.metrics, { direction: 'decrease' })
  })
  app.clock.at += 1000
  const changed = structuredClone(EXAMPLE_PROJECT)
  changed.project.market = 'US'
  await app.send('PUT', `/api/v1/projects/${id}`, changed)
  await app.send('POST', `/api/v1/projects/${id}/analysis`, EXAMPLE_ANALYSIS)
  await app.send('POST', `/api/v1/projects/${id}/exports`, { format: 'pdf' })
  app.clock.at += 1000
  const archived = await app.createProject()
  await app.send('POST', `/api/v1/projects/${archived}/archive`)
  const template = { name: 'Ours', description: 'D', tags: ['x'], payload: EXAMPLE_PROJECT }
  await app.send('POST', '/api/v1/templates', template)
  return id
}

const textOf = async (app: TestApp, path = EXPORT, headers = {}) =>
  (await app.app.inject({ method: 'GET', url: path, headers })).body

/** A bundle without what is new in every copy. */
function withoutIds(text: string): unknown {
  const { integrity, generated_at, ...lists } = JSON.parse(text)
  const ids = new Map<string, string>()
  const plain = JSON.stringify(lists).replaceAll(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    id => ids.get(id) ?? ids.set(id, `id ${ids.size}`).get(id)!,
  )
  return JSON.parse(plain)
}

describe('an export of the workspace', () => {
  it('comes in elsewhere as what it was', async () => {
    await fill()
    const bundle = await textOf(test)

    const valid = await other.send('POST', VALIDATE, bundle)
    const imported = await other.send('POST', IMPORT, bundle)

    const counts = { projects: 2, analysis_runs: 1, export_events: 1, project_revisions: 3 }
    expect(valid.body).toMatchObject({ schema_version: 4, counts: { ...counts, templates: 1, execution_rows: 0 } })
    expect(imported.status).toBe(200)
    expect(withoutIds(await textOf(other))).toEqual(withoutIds(bundle))
  })

  it('fits its schema, is JSON, and tells its own checksum of what stands before integrity', async () => {
    await fill()

    const { headers, body } = await test.send('GET', EXPORT)
    const text = await textOf(test)

    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(body.schema_version).toBe(4)
    const [covered] = text.split(',"integrity":') as [string]
    const checksum = createHash('sha256').update(`${covered}}`).digest('hex')
    expect(body.integrity).toMatchObject({ checksum_sha256: checksum, signature_hmac_sha256: null })
    expect(body).not.toHaveProperty('execution')
  })

  it('of an empty workspace is one too', async () => {
    const imported = await other.send('POST', IMPORT, await textOf(test, `${EXPORT}?include=execution`))

    expect(imported.body).toMatchObject({ imported_projects: 0, imported_execution_rows: 0 })
  })

  it('in version 3 has nothing that the earlier system refuses, floats as it prints them, and is valid', async () => {
    await fill()

    const text = await textOf(test, `${EXPORT}?version=3&include=execution`)
    const bundle = JSON.parse(text)

    expect(Object.keys(bundle)).toEqual([
      ...['analysis_runs', 'export_events', 'generated_at', 'project_revisions', 'projects', 'schema_version'],
      'integrity',
    ])
    expect(Object.keys(bundle.projects[0].payload).sort()).toEqual([
      ...['additional_context', 'constraints', 'hypothesis', 'metrics', 'project', 'setup'],
    ])
    expect(bundle.project_revisions[0].payload.metrics).not.toHaveProperty('direction')
    expect(text).toContain('"mde_pct":5.0,')
    expect(text).toContain('K\\u00e4se \\ud83e\\uddc0')
    expect(Object.keys(bundle.integrity.counts)).toHaveLength(4)
    expect((await other.send('POST', IMPORT, text)).body).toMatchObject({ imported_projects: 2 })
    expect((await other.send('POST', VALIDATE, JSON.stringify(bundle))).status).toBe(200)
  })

  it('is signed where there is a key, and a changed one is refused', async () => {
    const signing = await newTestApp({ ...OPEN, AB_WORKSPACE_SIGNING_KEY: KEY })
    await fill(signing)

    const text = await textOf(signing)

    const [covered] = text.split(',"integrity":') as [string]
    const { integrity } = JSON.parse(text)
    expect(integrity.signature_hmac_sha256).toBe(createHmac('sha256', KEY).update(`${covered}}`).digest('hex'))
    expect((await signing.send('POST', VALIDATE, text)).body.signature_verified).toBe(true)
    const code = async (body: string, app = signing) => (await app.send('POST', IMPORT, body)).body.error_code
    expect(await code(text.replace('"decrease"', '"increase"'))).toBe('workspace_integrity_checksum_mismatch')
    expect(await code(text, other)).toBe('workspace_signature_verification_unavailable')
    await signing.close()
  })

  it.each(['version=2', 'version=x', 'include=everything'])('with ?%s is 422', async part => {
    expect((await test.send('GET', `${EXPORT}?${part}`)).status).toBe(422)
  })

  it('is not for visitors of a public demo, but for who may read', async () => {
    const demo = await newTestApp({ ...OPEN, AB_PUBLIC_DEMO: 'true', AB_READONLY_API_TOKEN: 'may-only-read' })

    const visitor = await demo.send('GET', EXPORT)
    const reader = await demo.send('GET', EXPORT, undefined, { 'x-api-key': 'may-only-read' })

    expect([visitor.status, visitor.body.error_code, reader.status]).toEqual([403, 'forbidden', 200])
    await demo.close()
  })

  it('in the language of the visitor tells why not', async () => {
    const demo = await newTestApp({ ...OPEN, AB_PUBLIC_DEMO: 'true' })

    const { body } = await demo.send('GET', EXPORT, undefined, { 'accept-language': 'de' })

    expect(body.detail).toBe('Besucher einer öffentlichen Demo dürfen das nicht: Senden Sie ein Token')
    await demo.close()
  })
})

describe('an export with execution', () => {
  it('gives the same read-out, looks and answers to retries elsewhere', async () => {
    const id = await fill()
    await expose(test, id)
    const stats = (await test.send('GET', `/api/v1/experiments/${id}/live-stats`)).body
    const decision = (await test.send('GET', `/api/v1/experiments/${id}/decision`)).body

    await other.send('POST', IMPORT, await textOf(test, `${EXPORT}?include=execution`))

    const [copy] = (await other.send('GET', '/api/v1/projects')).body.projects
    const comparable = ({ experiment_id, project_id, project_name, data_version, ...rest }: Record<string, unknown>) =>
      rest
    const read = async (what: string) => (await other.send('GET', `/api/v1/experiments/${copy.id}/${what}`)).body
    other.clock.at = test.clock.at
    expect(stats.looks.length).toBeGreaterThan(0)
    expect(comparable(await read('live-stats'))).toEqual(comparable(stats))
    expect(comparable(await read('decision'))).toEqual(comparable(decision))
    const again = [{ user_id: 'user-1', metric: 'purchase', idempotency_key: 'order-1' }]
    const retry = await other.send('POST', `/api/v1/experiments/${copy.id}/conversions`, { conversions: again })
    expect(retry.body).toMatchObject({ recorded: 0, deduplicated: 1 })
  })

  it('leaves looks and rows out unless it is asked for them', async () => {
    const id = await fill()
    await expose(test, id)

    const [plain, whole] = [await textOf(test), await textOf(test, `${EXPORT}?include=execution`)]

    expect(JSON.parse(plain).execution).toBeUndefined()
    expect(JSON.parse(whole).execution).toMatchObject([{ project_id: id }])
    expect(JSON.parse(whole).integrity.counts.execution_rows).toBeGreaterThan(800)
  })

  it.each([
    ['memory', 60, async () => openMemoryEventStore()],
    ['duckdb', 12, async () => openDuckDbEventStore({ path: join(folder, `${Math.random()}.duckdb`) })],
  ])(
    'carries any history (%s)',
    async (_engine, numRuns, open) => {
      const store = await open()
      const app = await newTestApp(OPEN, store)
      await fc.assert(
        fc.asyncProperty(history, query, async (batches, question) => {
          const id = await app.createProject()
          for (const batch of batches) await store.append({ ...batch, experimentId: id } as EventBatch)
          const text = await textOf(app, `${EXPORT}?include=execution`)
          const elsewhere = openMemoryEventStore()
          const target = await newTestApp(OPEN, elsewhere)

          expect((await target.send('POST', IMPORT, text)).status).toBe(200)

          const copy = (await target.db.selectFrom('projects').select('id').executeTakeFirstOrThrow()).id
          const read = async (from: EventStore, experimentId: string) => {
            const readout = await from.readout({ ...question, experimentId })
            return { ...readout, dataVersion: '', raw: await from.countRaw(experimentId) }
          }
          expectClose(await read(elsewhere, copy), await read(store, id))
          await target.close()
          await app.send('DELETE', `/api/v1/projects/${id}`)
        }),
        { numRuns },
      )
      await app.close()
      await store.close()
    },
    120_000,
  )

  it('asks the store for what its reader takes, and for little more', async () => {
    const store = openMemoryEventStore()
    const reason = 'x'.repeat(1300)
    let asked = 0
    store.exportRows = async function* () {
      for (; asked < 200; asked += 1) {
        const rows = Array.from({ length: 100 }, (_, row) => ({ userId: `user ${asked} ${row}`, reason }))
        yield { kind: 'exclusions', rows }
      }
    }
    const app = await newTestApp(OPEN, store)
    await app.createProject()
    const address = await app.app.listen({ port: 0 })
    const answer = await new Promise<IncomingMessage>(resolve => {
      get(`${address}${EXPORT}?include=execution`, { agent: false }, resolve)
    })

    await new Promise(resolve => setTimeout(resolve, 500))
    const beforeReading = asked
    let text = ''
    for await (const part of answer) text += part

    // A page has some 135 KB; what lies ahead are the buffers of two sockets.
    expect(beforeReading).toBeLessThan(100)
    expect(asked).toBe(200)
    expect(JSON.parse(text).integrity.counts.execution_rows).toBe(20_000)
    await app.close()
  })

  it('that can not go on breaks off, and can not be imported', async () => {
    const store = openMemoryEventStore()
    store.exportRows = async function* () {
      yield { kind: 'exclusions', rows: [{ userId: 'ann', reason: 'staff' }] }
      throw new RowsRemovedError()
    }
    const app = await newTestApp(OPEN, store)
    await app.createProject()
    const address = await app.app.listen({ port: 0 })

    const answer = fetch(`${address}${EXPORT}?include=execution`).then(response => response.text())

    await expect(answer).rejects.toThrow()
    expect((await app.send('GET', '/api/v1/projects')).body.total).toBe(1)
    await app.close()
  })
})

describe('an import with execution that fails', () => {
  it('leaves no project and no row: the store gives up', async () => {
    const id = await fill()
    await expose(test, id)
    const bundle = await textOf(test, `${EXPORT}?include=execution`)
    const store = openMemoryEventStore()
    const touched = new Set<string>()
    const append = store.append.bind(store)
    store.append = async batch => {
      touched.add(batch.experimentId)
      if (batch.kind === 'conversions') throw new Error('The disk is full.')
      return append(batch)
    }
    const target = await newTestApp(OPEN, store)

    const { status } = await target.send('POST', IMPORT, bundle)

    expect(status).toBe(500)
    expect((await target.send('GET', '/api/v1/projects?status=all')).body.total).toBe(0)
    expect(touched.size).toBe(1)
    for (const experimentId of touched) expect((await store.countRaw(experimentId)).exposures).toEqual([])
    await target.close()
  })

  it('leaves no row: the key came with another request', async () => {
    const id = await fill()
    await expose(test, id)
    const bundle = await textOf(test, `${EXPORT}?include=execution`)
    const headers = { 'idempotency-key': 'k' }
    await other.send('POST', IMPORT, await textOf(test), headers)

    const { status } = await other.send('POST', IMPORT, bundle, headers)

    expect(status).toBe(409)
    const [entry] = await startedIds(other)
    expect((await other.events.countRaw(entry!)).exposures).toEqual([])
  })

  it('comes in once for a key, and the second time stores nothing', async () => {
    const id = await fill()
    await expose(test, id)
    const bundle = await textOf(test, `${EXPORT}?include=execution`)
    const send = () => other.send('POST', IMPORT, bundle, { 'idempotency-key': 'k' })

    const [first, again] = [await send(), await send()]

    expect(again.body).toEqual(first.body)
    const [kept, dropped] = await startedIds(other)
    expect((await other.events.countRaw(kept!)).exposures.length).toBe(3)
    expect((await other.events.countRaw(dropped!)).exposures).toEqual([])
  })

  it('writes one audit entry more, which names the experiments before their events are stored', async () => {
    const id = await fill()
    await expose(test, id)

    await other.send('POST', IMPORT, await textOf(test, `${EXPORT}?include=execution`))

    const rows = await other.db.selectFrom('audit_log').select('action').orderBy('id').execute()
    expect(rows.map(({ action }) => action)).toEqual(['workspace_import_started', 'workspace_imported'])
  })
})

describe('the snapshot of an export', () => {
  it('of a file keeps nobody waiting, and does not see what comes later', async () => {
    const databasePath = join(folder, 'projects.sqlite3')
    const settings = { sqliteBusyTimeoutMs: 200, sqliteJournalMode: 'WAL', sqliteSynchronous: 'NORMAL' }
    const app = await newTestApp(OPEN, undefined, await openSqlite({ databasePath, ...settings }))
    for (let project = 0; project < 60; project += 1) await app.createProject()
    const answer = await app.app.inject({ method: 'GET', url: EXPORT, payloadAsStream: true })
    const stream = answer.stream() as Readable
    await new Promise(resolve => stream.once('readable', resolve))

    const late = await app.createProject()

    let text = ''
    for await (const part of stream) text += part
    expect(JSON.parse(text).projects).toHaveLength(60)
    expect(text).not.toContain(late)
    await app.close()
  })

  it.each(['DELETE', 'TRUNCATE'])(
    'of a file without a write-ahead log (%s) lets a write wait, and succeed',
    async mode => {
      const databasePath = join(folder, `${mode}.sqlite3`)
      const settings = { sqliteBusyTimeoutMs: 200, sqliteJournalMode: mode, sqliteSynchronous: 'NORMAL' }
      const app = await newTestApp(OPEN, undefined, await openSqlite({ databasePath, ...settings }))
      for (let project = 0; project < 60; project += 1) await app.createProject()
      const answer = await app.app.inject({ method: 'GET', url: EXPORT, payloadAsStream: true })
      const stream = answer.stream() as Readable
      await new Promise(resolve => stream.once('readable', resolve))
      const late = app.send('POST', '/api/v1/projects', EXAMPLE_PROJECT)

      let text = ''
      for await (const part of stream) text += part

      expect(JSON.parse(text).projects).toHaveLength(60)
      expect((await late).status).toBe(200)
      await app.close()
    },
  )

  it('is closed when the reader goes', async () => {
    for (let project = 0; project < 60; project += 1) {
      await test.createProject(payload => {
        payload.project.project_description = 'x'.repeat(200_000)
      })
    }
    const address = await test.app.listen({ port: 0 })

    await new Promise<void>(resolve => {
      const request = get(`${address}${EXPORT}`, answer => {
        answer.once('data', () => resolve(void request.destroy()))
      })
      request.on('error', () => undefined)
    })

    // The database of the tests has one connection: this waits until the snapshot has let it go.
    expect((await test.send('GET', '/api/v1/projects')).body.total).toBe(60)
  })
})

async function startedIds(app: TestApp): Promise<readonly string[]> {
  const rows = await app.db.selectFrom('audit_log').selectAll().orderBy('id').execute()
  const started = rows.filter(({ action }) => action === 'workspace_import_started')
  return started.flatMap(({ payload_diff: diff }) => JSON.parse(diff!).experiment_ids[1] as string[])
}

/** Exposures, conversions with keys, a covariate, strata, a link and an exclusion, enough for a look. */
async function expose(app: TestApp, id: string): Promise<void> {
  const payload = structuredClone(EXAMPLE_PROJECT)
  payload.metrics = { ...payload.metrics, baseline_value: 0.5, mde_pct: 60 }
  await app.send('PUT', `/api/v1/projects/${id}`, payload)
  const send = (what: string, body: unknown) => app.send('POST', `/api/v1/experiments/${id}/${what}`, body)
  const users = Array.from({ length: 400 }, (_, index) => `user-${index}`)
  await send('exposures', {
    exposures: users.map((user_id, index) => ({
      user_id,
      variation_index: index % 2,
      occurred_at: index % 3 === 0 ? '2026-04-30T09:00:00.5Z' : null,
    })),
  })
  app.clock.at += 60_000
  const buyers = users.filter((_, index) => index % 2 === 1 || index % 4 === 0)
  await send('conversions', {
    conversions: buyers.map((user_id, index) => ({ user_id, metric: 'purchase', idempotency_key: `order-${index}` })),
  })
  await send('pre-period', { pre_period_values: users.map((user_id, index) => ({ user_id, value: index / 7 })) })
  await send('strata', { strata: users.map((user_id, index) => ({ user_id, stratum: `s${index % 3}` })) })
  await send('holdout', { holdout: [{ user_id: 'held' }] })
  await send('identities', { identities: [{ anonymous_id: 'cookie', canonical_id: 'user-7' }] })
  await send('identities', { identities: [{ anonymous_id: 'cookie', canonical_id: 'user-8' }] })
  await send('exclusions', { exclusions: [{ user_id: 'user-9' }] })
  await app.send('PUT', `/api/v1/experiments/${id}/strata`, { strata: [{ user_id: 'user-3', stratum: 's0' }] })
}
