import type { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { type AuditEntry, recordAudits } from './audit-repository.ts'

const TOKENS = {
  AB_API_TOKEN: 'write-token-1',
  AB_READONLY_API_TOKEN: 'read-token-22',
  AB_ADMIN_TOKEN: 'admin-token-3',
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const START = Date.UTC(2026, 4, 1)

let test: TestApp
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterEach(() => test.close())

const list = (query = '', headers = {}) => test.send('GET', `/api/v1/audit${query}`, undefined, headers)
const exported = (query = '') => test.app.inject({ method: 'GET', url: `/api/v1/audit/export${query}` })

describe('GET /api/v1/audit', () => {
  it('tells who changed what, the newest first', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/projects/${id}/archive`)
    const { status, body } = await list()

    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 2, next_before_id: null })
    expect(body.entries).toMatchObject([
      { id: 2, action: 'project.archive', project_id: id, actor: 'anonymous', ip_address: '127.0.0.1' },
      { id: 1, action: 'project.create', project_id: id, ts: '2026-05-01T09:00:00.000Z' },
    ])
  })

  it('gives pages that hold every entry once, though more are written meanwhile', async () => {
    await fill(25)
    const seen: number[] = []
    for (let query = '?limit=10'; ; ) {
      const { body } = await list(query)
      seen.push(...body.entries.map(({ id }: { id: number }) => id))
      await fill(1)
      if (body.next_before_id === null) break
      query = `?limit=10&before_id=${body.next_before_id}`
    }

    expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => 25 - at))
  })

  it('filters by project, key, action and time, and counts what matches', async () => {
    await fill(40)
    const of = async (query: string) => {
      const { body } = await list(query)
      return [body.total, body.entries.length]
    }

    expect(await of('?project_id=p1')).toEqual([20, 20])
    expect(await of('?key_id=k0&limit=3')).toEqual([10, 3])
    expect(await of('?action=a2')).toEqual([8, 8])
    expect(await of('?project_id=p1&action=a1')).toEqual([4, 4])
    expect(await of(`?since=${time(10)}`)).toEqual([30, 30])
    expect(await of(`?until=${time(10)}`)).toEqual([10, 10])
    expect(await of(`?since=${time(10)}&until=${time(12)}`)).toEqual([2, 2])
    expect(await of('?until=9999-12-31T23:59:59Z')).toEqual([40, 40])
    expect(await of('?since=0001-01-01')).toEqual([40, 40])
    expect(await of('?project_id=none')).toEqual([0, 0])
  })

  it('finds entries of a time though the clock was set back by hours', async () => {
    await fill(10)
    await recordAudits(test.db, [entry(0, { action: 'late' })])

    expect((await list(`?since=${time(0)}&until=${time(1)}`)).body.entries).toHaveLength(2)
  })

  it('counts right in a log of thousands, as it grows, and after a purge', async () => {
    await fill(3000)
    expect((await list('?limit=1')).body.total).toBe(3000)
    expect((await list('?limit=1&project_id=p1')).body.total).toBe(1500)
    await fill(2500)
    expect((await list('?limit=1')).body.total).toBe(5500)
    expect((await list('?limit=1&project_id=p1')).body.total).toBe(2750)

    test.clock.at = START + 86_400_000 + 1000 * 1000
    const purge = await test.send('POST', '/api/v1/admin/retention/purge', { audit_days: 1, dry_run: false })

    const left = 5500 - purge.body.purged.audit_log + 1
    expect(left).toBe(4501)
    expect((await list('?limit=1')).body.total).toBe(left)
    expect((await list()).body.entries).toHaveLength(500)
  })

  it.each(['limit=0', 'limit=501', 'limit=x', 'before_id=0', 'before_id=1.5', 'since=yesterday', 'until=2026-13-01'])(
    '?%s is refused',
    async query => {
      expect((await list(`?${query}`)).status).toBe(422)
    },
  )

  it('takes a filter for a value, whatever it looks like', async () => {
    await fill(3)

    expect((await list(`?action=${encodeURIComponent("' or 1=1 --")}`)).body).toMatchObject({ total: 0, entries: [] })
  })
})

describe('who may see the log', () => {
  it('the write scope with addresses, the read scope without', async () => {
    const closed = await newTestApp(TOKENS)
    await recordAudits(closed.db, [entry(1)])
    const read = (token: string) => closed.send('GET', '/api/v1/audit', undefined, bearer(token))
    const addresses = await Promise.all(
      ['read-token-22', 'write-token-1', 'admin-token-3'].map(
        async token => (await read(token)).body.entries[0].ip_address,
      ),
    )

    expect(addresses).toEqual([null, '10.0.0.1', '10.0.0.1'])
    expect((await closed.send('GET', '/api/v1/audit/export', undefined, bearer('read-token-22'))).status).toBe(403)
    await closed.close()
  })

  it('no visitor of a public demo', async () => {
    const demo = await newTestApp({ AB_PUBLIC_DEMO: 'true' })

    expect(await demo.send('GET', '/api/v1/audit')).toMatchObject({ status: 403, body: { error_code: 'forbidden' } })
    await demo.close()
  })

  it('the address is the one that trusted proxies vouch for', async () => {
    const behind = await newTestApp({ AB_TRUSTED_PROXY_HOPS: '1' })
    await behind.send(
      'POST',
      '/api/v1/admin/retention/purge',
      { dry_run: false },
      { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' },
    )

    expect((await behind.send('GET', '/api/v1/audit')).body.entries[0].ip_address).toBe('203.0.113.9')
    await behind.close()
  })
})

describe('GET /api/v1/audit/export', () => {
  it('is a file with every entry, however many', async () => {
    await fill(1234)
    const { statusCode, headers, body } = await exported()
    const lines = body.split('\r\n')

    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename="audit-log.csv"')
    expect(lines[0]).toBe('ts,action,project_id,project_name,actor,key_id,request_id,payload_diff,ip_address')
    expect(lines).toHaveLength(1236)
    expect(new Set(lines.slice(1, -1).map(line => line.split(',')[6])).size).toBe(1234)
    expect(lines[1]).toContain('r1233')
  })

  it('quotes as RFC 4180 says, sorts the keys of a change, and marks what looks like a formula', async () => {
    const diff = { z: [null, { b: 1, a: 2 }], a: ['x', 'y'] } as const
    await recordAudits(test.db, [entry(0, { projectName: '=HYPERLINK("evil")', actor: 'a, "b"\n', diff })])
    const [, line] = (await exported()).body.split('\r\n')

    expect(line).toContain(',"\'=HYPERLINK(""evil"")",')
    expect(line).toContain(',"a, ""b""\n",')
    expect(line).toContain('"{""a"":[""x"",""y""],""z"":[null,{""a"":2,""b"":1}]}"')
  })

  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])('marks a cell that begins like %j', async projectName => {
    await recordAudits(test.db, [entry(0, { projectName })])

    expect((await exported()).body).toContain(`'${projectName}`)
  })

  it('takes the filters of the list', async () => {
    await fill(40)

    expect((await exported('?project_id=p1&action=a1')).body.trim().split('\r\n')).toHaveLength(5)
  })

  it('reads no more of the log than its reader takes', async () => {
    await fill(5000)
    const answer = await test.app.inject({ method: 'GET', url: '/api/v1/audit/export', payloadAsStream: true })
    const stream: Readable = answer.stream()
    let bytes = 0
    for await (const part of stream) {
      bytes += (part as Buffer).length
      break
    }

    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(200_000)
    expect(stream.destroyed).toBe(true)
  })

  it('HEAD reads nothing', async () => {
    await fill(10)
    const { statusCode, body } = await test.app.inject({ method: 'HEAD', url: '/api/v1/audit/export' })

    expect([statusCode, body]).toEqual([200, ''])
  })
})

describe('an ingestion call', () => {
  const calls: [string, string, object][] = [
    ['exposures', 'ingest.exposures', { exposures: [{ user_id: 'u', variation_index: 1 }] }],
    ['conversions', 'ingest.conversions', { conversions: [{ user_id: 'u', metric: 'm' }] }],
    ['pre-period', 'ingest.pre_period', { pre_period_values: [{ user_id: 'u', value: 1 }] }],
    ['strata', 'ingest.strata', { strata: [{ user_id: 'u', stratum: 's' }] }],
    ['holdout', 'ingest.holdout', { holdout: [{ user_id: 'v' }] }],
    ['exclusions', 'ingest.exclusions', { exclusions: [{ user_id: 'w' }] }],
    ['identities', 'ingest.identities', { identities: [{ anonymous_id: 'x', canonical_id: 'x' }] }],
  ]

  it.each(calls)('of %s leaves one entry, without events', async (path, action, body) => {
    const id = await test.createProject()
    const { body: result } = await test.send('POST', `/api/v1/experiments/${id}/${path}`, body)
    const { entries } = (await list(`?action=${action}`)).body

    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ project_id: id, actor: 'anonymous', ip_address: '127.0.0.1' })
    expect(entries[0].payload_diff).toEqual({
      received: [null, 1],
      recorded: [null, result.recorded],
      deduplicated: [null, result.deduplicated],
      refused: [null, result.refused.length],
    })
  })

  it('that is sent again leaves another one, with its own counts', async () => {
    const id = await test.createProject()
    const send = () => test.send('POST', `/api/v1/experiments/${id}/exposures`, calls[0]![2])
    await send()
    await send()

    expect((await list('?action=ingest.exposures')).body.entries[0].payload_diff.deduplicated).toEqual([null, 1])
  })

  it('that is refused leaves none', async () => {
    const id = await test.createProject()
    await test.send('POST', `/api/v1/experiments/${id}/exposures`, {
      exposures: [{ user_id: 'u', variation_index: 9 }],
    })
    await test.send('POST', `/api/v1/experiments/none/exposures`, calls[0]![2])

    expect((await list()).body.total).toBe(1)
  })

  it('is not acknowledged when its entry can not be written', async () => {
    const id = await test.createProject()
    await test.db.schema.dropTable('audit_log').execute()

    expect((await test.send('POST', `/api/v1/experiments/${id}/exposures`, calls[0]![2])).status).toBe(500)
  })
})

async function fill(count: number): Promise<void> {
  const last = await test.db.selectFrom('audit_log').select('id').orderBy('id', 'desc').executeTakeFirst()
  const from = last?.id ?? 0
  await recordAudits(
    test.db,
    Array.from({ length: count }, (_, at) => entry(from + at)),
  )
}

function entry(at: number, change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    action: `a${at % 5}`,
    at: time(at),
    projectId: `p${at % 2}`,
    projectName: 'Checkout',
    actor: 'anonymous',
    keyId: `k${at % 4}`,
    requestId: `r${at}`,
    clientAddress: '10.0.0.1',
    diff: null,
    ...change,
  }
}

function time(at: number): string {
  return new Date(START + at * 1000).toISOString()
}
