import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClickHouseEventStore } from '../../event-store/clickhouse/clickhouse-event-store.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from '../../event-store/clickhouse/test-engine/start-chdb.ts'
import { digestOfId } from '../../event-store/digest-of-id.ts'
import { openDuckDbEventStore } from '../../event-store/duckdb/duckdb-event-store.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { openMemoryEventStore } from '../../event-store/memory/memory-event-store.ts'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { canonicalText } from './bundle-canonical.ts'

const EXPORT = '/api/v1/workspace/export?include=execution'
const IMPORT = '/api/v1/workspace/import'
const OPEN = { AB_RATE_LIMIT_ENABLED: 'false' }

const folder = mkdtempSync(join(tmpdir(), 'verdict-erased-'))
let chdb: Chdb | null = null
let storeCount = 0
beforeAll(async () => {
  if (reasonWithoutChdb() === null) chdb = await startChdb()
}, 60_000)
afterAll(async () => {
  await chdb?.stop()
  rmSync(folder, { recursive: true })
})

const ENGINES: readonly (readonly [string, () => Promise<EventStore>])[] = [
  ['memory', async () => openMemoryEventStore()],
  ['DuckDB', () => openDuckDbEventStore({ path: join(folder, `${storeCount++}.duckdb`) })],
  ...(reasonWithoutChdb() === null
    ? [['ClickHouse', () => openClickHouseEventStore({ url: chdb!.url, database: `erased_${storeCount++}` })] as const]
    : []),
]

/** Two persons, one with a cookie, and one who was erased by it. */
async function withErased(app: TestApp): Promise<string> {
  const id = await app.createProject()
  const send = sender(app, id)
  const users = ['erased-ann', 'erased-cookie', 'bob', 'cid']
  await send('exposures', { exposures: users.map((user_id, at) => ({ user_id, variation_index: at % 2 })) })
  await send('identities', { identities: [{ anonymous_id: 'erased-cookie', canonical_id: 'erased-ann' }] })
  await send('conversions', { conversions: users.map(user_id => ({ user_id, metric: 'purchase' })) })
  const erased = await app.send('DELETE', `/api/v1/experiments/${id}/persons/erased-cookie`)
  expect(erased.status).toBe(204)
  return id
}

const sender = (app: TestApp, id: string) => (what: string, body: unknown) =>
  app.send('POST', `/api/v1/experiments/${id}/${what}`, body)

/** What becomes of the erased person, and of somebody new, when both are sent. */
async function answersTo(app: TestApp, id: string): Promise<unknown> {
  const send = sender(app, id)
  const ids = ['erased-ann', 'erased-cookie', 'dan']
  const bodies = {
    exposures: { exposures: ids.map(user_id => ({ user_id, variation_index: 0 })) },
    conversions: { conversions: ids.map(user_id => ({ user_id, metric: 'purchase' })) },
    strata: { strata: ids.map(user_id => ({ user_id, stratum: 'north' })) },
    identities: { identities: [{ anonymous_id: 'device', canonical_id: 'erased-ann' }] },
  }
  const answers: unknown[] = []
  for (const [what, body] of Object.entries(bodies)) {
    const { recorded, deduplicated } = (await send(what, body)).body
    answers.push([what, recorded, deduplicated])
  }
  return answers
}

const textOf = async (app: TestApp) => (await app.app.inject({ method: 'GET', url: EXPORT })).body
const onlyProject = async (app: TestApp) => (await app.send('GET', '/api/v1/projects')).body.projects[0].id as string
const raw = (app: TestApp, id: string) => app.events.countRaw(id)
const DIGESTS = ['erased-ann', 'erased-cookie'].map(digestOfId).sort()
const digestsOf = (text: string) =>
  (JSON.parse(text).execution[0].erasures as { id_sha256: string }[]).map(row => row.id_sha256).sort()

describe.each(ENGINES)('a person who was erased (%s)', (_, open) => {
  it('stays away from a copy too', async () => {
    const [app, copy] = [await newTestApp(OPEN, await open()), await newTestApp(OPEN, await open())]
    const id = await withErased(app)
    const text = await textOf(app)

    const imported = await copy.send('POST', IMPORT, text)

    const copyId = await onlyProject(copy)
    const { execution_rows } = JSON.parse(text).integrity.counts
    expect([imported.status, imported.body.imported_execution_rows]).toEqual([200, execution_rows])
    expect(execution_rows).toBe(6)
    expect(await raw(copy, copyId)).toEqual(await raw(app, id))
    const answers = await answersTo(app, id)
    expect(answers).toEqual([
      ...[
        ['exposures', 1, 2],
        ['conversions', 1, 2],
      ],
      ...[
        ['strata', 1, 2],
        ['identities', 0, 1],
      ],
    ])
    expect(await answersTo(copy, copyId)).toEqual(answers)
    expect(await raw(copy, copyId)).toEqual(await raw(app, id))
    for (const each of [app, copy]) {
      await each.close()
      await each.events.close()
    }
  }, 60_000)

  it('is in the bundle by digests alone, also in the bundle of a copy', async () => {
    const [app, copy] = [await newTestApp(OPEN, await open()), await newTestApp(OPEN, await open())]
    await withErased(app)

    const text = await textOf(app)
    await copy.send('POST', IMPORT, text)
    const again = await textOf(copy)

    expect([digestsOf(text), digestsOf(again)]).toEqual([DIGESTS, DIGESTS])
    expect(text + again).not.toContain('erased-')
    for (const each of [app, copy]) {
      await each.close()
      await each.events.close()
    }
  }, 60_000)
})

describe('the erasures of a bundle', () => {
  let app: TestApp
  let copy: TestApp
  beforeAll(async () => {
    app = await newTestApp(OPEN)
    copy = await newTestApp(OPEN)
    await withErased(app)
  })
  afterAll(async () => {
    await app.close()
    await copy.close()
  })
  const projects = async () => (await copy.send('GET', '/api/v1/projects')).body.total

  it('may be missing, as in bundles of an earlier version 4', async () => {
    const bundle = JSON.parse(await textOf(app))
    delete bundle.execution[0].erasures

    const { status, body } = await copy.send('POST', IMPORT, sealed(bundle, 4))

    expect([status, body.imported_execution_rows]).toEqual([200, 4])
  })

  it('are covered by counts and checksum', async () => {
    const [before, text] = [await projects(), await textOf(app)]
    const fewer = JSON.parse(text)
    fewer.execution[0].erasures.pop()
    const other = text.replace(DIGESTS[0]!, digestOfId('somebody else'))

    const codes = [await copy.send('POST', IMPORT, fewer), await copy.send('POST', IMPORT, other)]

    expect(codes.map(({ body }) => body.error_code)).toEqual([
      'workspace_integrity_counts_mismatch',
      'workspace_integrity_checksum_mismatch',
    ])
    expect(await projects()).toBe(before)
  })

  it.each(['', 'abc', 'A'.repeat(64), `${'a'.repeat(64)}\n`, 7, null])(
    'that are no digests are refused: %j',
    async bad => {
      const before = await projects()
      const bundle = JSON.parse(await textOf(app))
      bundle.execution[0].erasures[0].id_sha256 = bad

      const { status, body } = await copy.send('POST', IMPORT, sealed(bundle, 6))

      expect(status).toBe(422)
      expect(JSON.stringify(body)).toContain('id_sha256')
      expect(await projects()).toBe(before)
    },
  )

  it('win over rows of the same person', async () => {
    const bundle = JSON.parse(await textOf(app))
    bundle.execution[0].erasures.push({ id_sha256: digestOfId('bob') })
    const target = await newTestApp(OPEN)

    const { status } = await target.send('POST', IMPORT, sealed(bundle, 7))

    expect(status).toBe(200)
    expect((await raw(target, await onlyProject(target))).exposures).toEqual([{ arm: 1, count: 1 }])
    await target.close()
  })

  it('are none of a bundle of version 3', async () => {
    const { body } = await app.app.inject({ method: 'GET', url: `${EXPORT}&version=3` })

    expect(body).not.toContain('erasures')
    expect(body).not.toContain(DIGESTS[0])
  })
})

/** The bundle as it would have been sent with these contents. */
function sealed(bundle: Record<string, { counts: object }>, execution_rows: number) {
  const { integrity, ...rest } = bundle
  const text = canonicalText(4, Buffer.from(JSON.stringify(rest)))
  const checksum_sha256 = createHash('sha256').update(text).digest('hex')
  return { ...rest, integrity: { ...integrity, counts: { ...integrity!.counts, execution_rows }, checksum_sha256 } }
}
