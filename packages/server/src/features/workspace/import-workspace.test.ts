import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { EXAMPLE_ANALYSIS } from '../projects/analysis-example.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { canonicalText } from './bundle-canonical.ts'

// Written by fixtures/workspace-bundle.py, the checksums by Python.
const oracle = JSON.parse(
  readFileSync(new URL('../../../fixtures/workspace-bundles.json', import.meta.url), 'utf8'),
) as { readonly key: string; readonly bundles: Readonly<Record<string, string>> }

const IMPORT = '/api/v1/workspace/import'
const VALIDATE = '/api/v1/workspace/validate'
const T = '2026-04-01T09:00:00Z'

let test: TestApp
beforeEach(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterEach(() => test.close())

const codeOf = async (body: unknown, app = test) => {
  const answers = [await app.send('POST', VALIDATE, body), await app.send('POST', IMPORT, body)]
  expect(answers[0]!.body.error_code).toBe(answers[1]!.body.error_code)
  return [answers[0]!.status, answers[0]!.body.error_code]
}
const totals = async () => {
  const tables = ['projects', 'analysis_runs', 'export_events', 'project_revisions', 'project_templates'] as const
  return Promise.all(tables.map(async table => (await test.db.selectFrom(table).select('id').execute()).length))
}
const changed = (name: string, change: (bundle: Bundle) => void) => {
  const bundle = JSON.parse(oracle.bundles[name]!) as Bundle
  change(bundle)
  return bundle
}
type Bundle = Record<string, never> & { integrity: Record<string, never>; projects: Record<string, never>[] }

describe('a bundle of the earlier system', () => {
  it.each([
    ['version_1', 1, 0],
    ['version_1_sealed', 1, 0],
    ['version_2', 2, 0],
    ['version_3', 3, 2],
    ['version_3_thin', 3, 2],
    ['version_3_written', 3, 2],
  ])('%s is valid and comes in', async (name, version, revisions) => {
    const valid = await test.send('POST', VALIDATE, oracle.bundles[name])
    const imported = await test.send('POST', IMPORT, oracle.bundles[name])

    expect(valid.body).toMatchObject({
      status: 'valid',
      schema_version: version,
      signature_verified: false,
      counts: { projects: 2, analysis_runs: 1, export_events: 2, project_revisions: revisions },
    })
    expect(imported.body).toEqual({
      status: 'imported',
      imported_projects: 2,
      imported_analysis_runs: 1,
      imported_export_events: 2,
      imported_project_revisions: revisions,
      imported_templates: 0,
      imported_execution_rows: 0,
    })
  })

  it('keeps times and archive marks, and every reference under new ids', async () => {
    await test.send('POST', IMPORT, oracle.bundles.version_3)

    const { body } = await test.send('GET', '/api/v1/projects?status=all&sort_by=created_at&sort_dir=asc')
    const [first, second] = body.projects
    expect(first).toMatchObject({
      project_name: 'Kasse für München 🎉 𝄞',
      created_at: '2025-01-01T10:00:00.123Z',
      updated_at: '2025-02-01T10:00:00.000Z',
      last_analysis_at: '2025-02-01T11:00:00.000Z',
      last_exported_at: '2025-02-01T12:00:00.000Z',
      duration_days: 17,
      revision_count: 2,
      is_archived: false,
    })
    expect(second).toMatchObject({ archived_at: '2025-02-28T22:00:00.000Z', is_archived: true, revision_count: 1 })
    expect(first.id).not.toBe('project-1')
    const history = (await test.send('GET', `/api/v1/projects/${first.id}/history`)).body
    expect(history.analysis_runs[0].id).toBe(first.last_analysis_run_id)
    expect(history.export_events[0].analysis_run_id).toBe(first.last_analysis_run_id)
    const revisions = (await test.send('GET', `/api/v1/projects/${first.id}/revisions`)).body.revisions
    expect(revisions.map((row: Record<string, never>) => [row.source, row.created_at])).toEqual([
      ['update', '2025-01-01T10:00:00.124Z'],
      ['create', '2025-01-01T10:00:00.123Z'],
    ])
  })

  it('gives a project without a history one revision, and writes one audit entry', async () => {
    await test.send('POST', IMPORT, oracle.bundles.version_2)

    const rows = await test.db.selectFrom('project_revisions').select(['source', 'created_at']).execute()
    const audit = await test.db.selectFrom('audit_log').select(['action', 'project_id']).execute()
    expect(rows.map(({ source }) => source)).toEqual(['workspace_import', 'workspace_import'])
    expect(audit).toEqual([{ action: 'workspace_imported', project_id: null }])
  })

  it('comes in once for an Idempotency-Key, and again without one', async () => {
    const send = (headers = {}) => test.send('POST', IMPORT, oracle.bundles.version_3, headers)
    await send({ 'idempotency-key': 'k' })

    const again = await send({ 'idempotency-key': 'k' })

    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true'])
    expect((await totals())[0]).toBe(2)
    await send()
    expect((await totals())[0]).toBe(4)
  })

  it('takes the newest run where a project names none that the bundle holds', async () => {
    const bundle = changed('version_1', ({ projects }) => {
      projects[0]!.last_analysis_run_id = 'gone' as never
    })

    await test.send('POST', IMPORT, bundle)

    const row = await test.db.selectFrom('projects').selectAll().where('duration_days', '=', 17).executeTakeFirst()
    const run = await test.db.selectFrom('analysis_runs').selectAll().executeTakeFirst()
    expect([row?.last_analysis_run_id, row?.last_analysis_at]).toEqual([run?.id, '2025-02-01T11:00:00.000Z'])
    expect(row?.frozen_revision_id).toBeNull()
  })
})

describe('a bundle that is refused', () => {
  const cases: readonly [string, string, (bundle: Bundle) => void][] = [
    ['workspace_schema_unsupported', 'version_3', bundle => (bundle.schema_version = 5 as never)],
    ['workspace_integrity_required', 'version_2', bundle => (bundle.integrity = null as never)],
    ['workspace_integrity_counts_mismatch', 'version_3', ({ integrity }) => (at(integrity.counts).projects = 3)],
    ['workspace_integrity_checksum_missing', 'version_3', ({ integrity }) => (at(integrity).checksum_sha256 = ' ')],
    ['workspace_integrity_checksum_mismatch', 'version_3', ({ projects }) => (at(projects[0]).project_name = 'X')],
    ['workspace_signature_verification_unavailable', 'version_3_signed', () => undefined],
  ]
  it.each(cases)('%s', async (code, name, change) => {
    expect(await codeOf(changed(name, change))).toEqual([400, code])
    expect(await totals()).toEqual([0, 0, 0, 0, 0])
  })

  it('tells the version before anything else, and the counts before the checksum', async () => {
    const wrong = changed('version_3', bundle => {
      bundle.schema_version = 0 as never
      bundle.integrity = null as never
    })
    const miscounted = changed('version_3', bundle => {
      at(bundle.integrity.counts).export_events = 9
      at(bundle.integrity).checksum_sha256 = ''
    })

    expect(await codeOf(wrong)).toEqual([400, 'workspace_schema_unsupported'])
    expect(await codeOf(miscounted)).toEqual([400, 'workspace_integrity_counts_mismatch'])
  })

  it.each([
    ['a change of a design', (bundle: Bundle) => (at(at(bundle.projects[0]!.payload).metrics).alpha = 0.01)],
    ['a change of an analysis', (bundle: Bundle) => (at(at(bundle.analysis_runs)[0].analysis.advice).error = 'x')],
    ['a change of a time', (bundle: Bundle) => (at(bundle.export_events)[1].created_at = T)],
    ['projects in another order', (bundle: Bundle) => bundle.projects.reverse()],
  ])('%s breaks the checksum', async (_name, change) => {
    expect(await codeOf(changed('version_3', change))).toEqual([400, 'workspace_integrity_checksum_mismatch'])
  })

  it.each(['direction', 'attribution_window_days'])(
    'a design with %s, which its checksum would not cover',
    async name => {
      const bundle = changed('version_3', ({ projects }) => {
        at(at(projects[0]!.payload).metrics)[name] = name === 'direction' ? 'decrease' : 7
      })

      const { status, body } = await test.send('POST', IMPORT, bundle)

      expect(status).toBe(422)
      expect(body.detail[0]).toMatchObject({
        type: 'extra_forbidden',
        loc: ['body', 'projects', 0, 'payload', 'metrics', name],
      })
    },
  )
})

describe('signatures', () => {
  const signing = () => newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', AB_WORKSPACE_SIGNING_KEY: oracle.key })

  it('of the right key are verified', async () => {
    const app = await signing()

    const valid = await app.send('POST', VALIDATE, oracle.bundles.version_3_signed)
    const imported = await app.send('POST', IMPORT, oracle.bundles.version_3_signed)

    expect([valid.body.signature_verified, imported.status]).toEqual([true, 200])
    await app.close()
  })

  it('are required where there is a key, and have to match', async () => {
    const app = await signing()
    const forged = changed('version_3_signed', ({ integrity }) => {
      at(integrity).signature_hmac_sha256 = 'f'.repeat(64)
    })

    expect(await codeOf(oracle.bundles.version_3, app)).toEqual([400, 'workspace_signature_required'])
    expect(await codeOf(forged, app)).toEqual([400, 'workspace_signature_mismatch'])
    expect(await codeOf(oracle.bundles.version_1, app)).toEqual([200, undefined])
    await app.close()
  })
})

describe('ids and references', () => {
  const run = { id: 'run', project_id: 'p', created_at: T, analysis: EXAMPLE_ANALYSIS }
  const revision = { id: 'revision', project_id: 'p', source: 'create', created_at: T, payload: EXAMPLE_PROJECT }
  const exported = { id: 'export', project_id: 'p', analysis_run_id: 'run', format: 'pdf', created_at: T }
  const template = {
    ...{ id: 't', name: 'T', category: 'Custom', description: 'D', tags: ['a'], created_at: T, updated_at: T },
    payload: EXAMPLE_PROJECT,
  }

  it.each([
    ['workspace_duplicate_project_id', { projects: [project('p'), project('p')] }],
    ['workspace_duplicate_analysis_run_id', { analysis_runs: [run, run] }],
    ['workspace_duplicate_project_revision_id', { project_revisions: [revision, revision] }],
    ['workspace_duplicate_template_id', { templates: [template, template] }],
    ['workspace_duplicate_execution', { execution: [{ project_id: 'p' }, { project_id: 'p' }] }],
    ['workspace_analysis_unknown_project', { analysis_runs: [{ ...run, project_id: 'q' }] }],
    ['workspace_export_unknown_project', { analysis_runs: [run], export_events: [{ ...exported, project_id: 'q' }] }],
    ['workspace_export_unknown_analysis_run', { export_events: [exported] }],
    [
      'workspace_export_unknown_analysis_run',
      {
        projects: [project('p'), project('q')],
        analysis_runs: [run],
        export_events: [{ ...exported, project_id: 'q' }],
      },
    ],
    ['workspace_revision_unknown_project', { project_revisions: [{ ...revision, project_id: 'q' }] }],
    ['workspace_execution_unknown_project', { execution: [{ project_id: 'q' }] }],
    ['workspace_execution_unknown_revision', { execution: [{ project_id: 'p', frozen_revision_id: 'r' }] }],
  ])('%s', async (code, parts) => {
    expect(await codeOf(seal(parts))).toEqual([400, code])
    expect(await totals()).toEqual([0, 0, 0, 0, 0])
  })

  it('are not looked at for duplicates in a bundle of version 1 without integrity; its references are', async () => {
    const base = { schema_version: 1, generated_at: T, analysis_runs: [], export_events: [] }

    expect(await codeOf({ ...base, projects: [project('p'), project('p')] })).toEqual([200, undefined])
    expect(await codeOf({ ...base, projects: [], analysis_runs: [run] })).toEqual([
      400,
      'workspace_analysis_unknown_project',
    ])
  })

  it('of a bundle of ours that fits: templates come with it', async () => {
    const parts = { analysis_runs: [run], project_revisions: [revision], export_events: [exported] }

    const { body } = await test.send('POST', IMPORT, seal({ ...parts, templates: [template] }))

    expect(body).toMatchObject({ imported_projects: 1, imported_templates: 1, imported_execution_rows: 0 })
    expect(await totals()).toEqual([1, 1, 1, 1, 1])
    const { body: listed } = await test.send('GET', '/api/v1/templates')
    expect(listed.templates.at(-1)).toMatchObject({ name: 'T', tags: ['a'], built_in: false, usage_count: 0 })
  })
})

describe('hostile bodies', () => {
  it.each([
    ['nothing', '', 'missing', ['body']],
    ['a list', '[]', 'dict_type', ['body']],
    ['a million tiny rows', rows('{}', 1_000_000), 'missing', ['body', 'projects', 0, 'id']],
    ['a million numbers', rows('1.0', 1_000_000), 'dict_type', ['body', 'projects', 0]],
    ['a version that is a text', '{"schema_version":"3"}', 'missing', ['body', 'generated_at']],
  ])('%s get 4xx with the path and write nothing', async (_name, body, type, loc) => {
    const answer = await test.send('POST', IMPORT, body)

    expect(answer.status).toBe(422)
    expect(answer.body.detail[0]).toMatchObject(body === '' ? {} : { type, loc })
    expect(await totals()).toEqual([0, 0, 0, 0, 0])
  })

  it.each([
    ['{"schema_version":true}', 'int_type', ['body', 'schema_version']],
    ['{"generated_at":1}', 'string_type', ['body', 'generated_at']],
    ['{"integrity":[]}', 'dict_type', ['body', 'integrity']],
    ['{"integrity":{"counts":{}}}', 'missing', ['body', 'integrity', 'checksum_sha256']],
  ])('wrong types: %s', async (part, type, loc) => {
    const base = { schema_version: 3, generated_at: T, projects: [], analysis_runs: [], export_events: [] }

    const { status, body } = await test.send('POST', VALIDATE, { ...base, ...JSON.parse(part) })

    expect([status, body.detail[0].type, body.detail[0].loc]).toEqual([422, type, loc])
  })

  it.each([
    ['a time', { created_at: 'yesterday' }, ['created_at']],
    ['a design', { payload: { ...EXAMPLE_PROJECT, setup: null } }, ['payload', 'setup']],
    ['a rule of a design', { payload: split([50, 30, 20]) }, ['payload', 'setup', 'traffic_split']],
    ['an id', { id: '' }, ['id']],
    ['a version that no column holds', { payload_schema_version: 2 ** 31 }, ['payload_schema_version']],
  ])('%s that does not fit', async (_name, part, path) => {
    const { status, body } = await test.send('POST', IMPORT, seal({ projects: [{ ...project('p'), ...part }] }))

    expect([status, body.detail[0].loc]).toEqual([422, ['body', 'projects', 0, ...path]])
    expect(await totals()).toEqual([0, 0, 0, 0, 0])
  })

  it('a duration that is no number of days', async () => {
    const analysis = structuredClone(EXAMPLE_ANALYSIS)
    analysis.report.calculations.estimated_duration_days = -1
    const run = { id: 'r', project_id: 'p', created_at: T, analysis }

    const { status, body } = await test.send('POST', IMPORT, seal({ analysis_runs: [run] }))

    expect(status).toBe(422)
    expect(body.detail[0].loc.slice(0, 4)).toEqual(['body', 'analysis_runs', 0, 'analysis'])
  })

  it('that nest a million deep', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`
    const bundle = JSON.stringify(seal({})).replace('"payload":', `"more":${deep},"payload":`)

    const { status, body } = await test.send('POST', IMPORT, bundle)

    expect([status, body.detail[0].loc.slice(0, 4)]).toEqual([422, ['body', 'projects', 0, 'more']])
  })

  it('with half a character a million deep', async () => {
    const body = `${'['.repeat(1_000_000)}"\\ud800"${']'.repeat(1_000_000)}`

    const { status } = await test.send('POST', IMPORT, body)

    expect(status).toBe(422)
  })

  it('of more than AB_MAX_WORKSPACE_BODY_BYTES', async () => {
    const { status, body } = await test.send('POST', IMPORT, `{"generated_at":"${'x'.repeat(8_388_608)}"}`)

    expect([status, body.error_code]).toEqual([413, 'request_body_too_large'])
  })

  it('from who may only read', async () => {
    const app = await newTestApp({ AB_READONLY_API_TOKEN: 'may-only-read', AB_API_TOKEN: 'may-write-too' })
    const headers = { authorization: 'Bearer may-only-read' }

    const statuses = [IMPORT, VALIDATE].map(async path => (await app.send('POST', path, {}, headers)).status)

    expect(await Promise.all(statuses)).toEqual([403, 403])
    await app.close()
  })
})

function at(value: unknown) {
  // biome-ignore lint/suspicious/noExplicitAny: a test changes bundles by path
  return value as any
}

function rows(row: string, count: number): string {
  const list = Array(count).fill(row).join()
  return `{"schema_version":1,"generated_at":"x","analysis_runs":[],"export_events":[],"projects":[${list}]}`
}

function split(traffic_split: readonly number[]) {
  return { ...EXAMPLE_PROJECT, setup: { ...EXAMPLE_PROJECT.setup, traffic_split } }
}

function project(id: string) {
  return {
    id,
    project_name: id,
    payload_schema_version: 1,
    created_at: T,
    updated_at: T,
    payload: EXAMPLE_PROJECT,
  }
}

/** A bundle of version 4 with a checksum that fits. */
function seal(parts: Record<string, unknown>, key: string | null = null) {
  const base = { projects: [project('p')], analysis_runs: [], export_events: [], project_revisions: [], templates: [] }
  const bundle: Record<string, unknown> = { schema_version: 4, generated_at: T, ...base, ...parts }
  const text = canonicalText(4, Buffer.from(JSON.stringify(bundle)))
  const lists = ['projects', 'analysis_runs', 'export_events', 'project_revisions', 'templates']
  const counts = Object.fromEntries(lists.map(name => [name, at(bundle[name]).length]))
  return {
    ...bundle,
    integrity: {
      counts,
      checksum_sha256: createHash('sha256').update(text).digest('hex'),
      signature_hmac_sha256: key === null ? null : createHmac('sha256', key).update(text).digest('hex'),
    },
  }
}
