import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

const path = (suffix = '') => `/api/v1/projects/${id}${suffix}`
const analyse = (analysis: unknown = EXAMPLE_ANALYSIS) => test.send('POST', path('/analysis'), analysis)
const lasting = (days: unknown) => {
  const { report } = EXAMPLE_ANALYSIS
  const calculations = { ...report.calculations, estimated_duration_days: days }
  return { ...EXAMPLE_ANALYSIS, report: { ...report, calculations } }
}
const audited = async () => {
  const rows = await test.db.selectFrom('audit_log').select(['action', 'project_id']).orderBy('id').execute()
  return rows.map(({ action }) => action)
}

describe('POST /projects/{id}/analysis', () => {
  it('keeps the analysis and names it on the project, which is no edit', async () => {
    const { body: before } = await test.send('GET', path())
    test.clock.at += 5000
    const { body } = await analyse()

    expect(body).toMatchObject({ has_analysis_snapshot: true, last_analysis_at: '2026-05-01T09:00:05.000Z' })
    expect(body).toMatchObject({ updated_at: before.updated_at, revision_count: 1 })
    expect(await audited()).toEqual(['project.create', 'analysis_run_created'])
    const { body: list } = await test.send('GET', '/api/v1/projects')
    expect(list.projects[0]).toMatchObject({
      duration_days: 41,
      last_analysis_run_id: body.last_analysis_run_id,
      last_analysis_at: body.last_analysis_at,
      has_analysis_snapshot: true,
    })
  })

  it('takes what /analyze answers as it is', async () => {
    const { body: analysis } = await test.send('POST', '/api/v1/analyze', EXAMPLE_PROJECT)
    await analyse(analysis)

    const { body } = await test.send('GET', path('/history'))

    expect(body.analysis_runs[0].analysis).toEqual(analysis)
  })

  it('takes what a client of the earlier system sends, and fills in what it does not know', async () => {
    const { sample_sizes_by_variant, total_sample_size_for_split, duration_days_for_split, ...calculations } =
      EXAMPLE_ANALYSIS.calculations
    const { guardrail_metrics, ...report } = EXAMPLE_ANALYSIS.report
    await analyse({ ...EXAMPLE_ANALYSIS, calculations, report })

    const { body } = await test.send('GET', path('/history'))

    const kept = body.analysis_runs[0].analysis
    expect(kept.calculations).toMatchObject({
      sample_sizes_by_variant,
      total_sample_size_for_split,
      duration_days_for_split,
    })
    expect(kept.report.guardrail_metrics).toEqual(guardrail_metrics)
  })

  it('keeps nothing that the schema does not know', async () => {
    const { status } = await analyse({ ...EXAMPLE_ANALYSIS, extra: 1, ['__proto__']: { polluted: true } })
    const { body } = await test.send('GET', path('/history'))

    expect(status).toBe(200)
    expect(Object.keys(body.analysis_runs[0].analysis)).toEqual(['calculations', 'report', 'advice'])
  })

  it.each([
    ['nothing', {}, ['body', 'calculations']],
    ['no list', { ...EXAMPLE_ANALYSIS, calculations: { ...EXAMPLE_ANALYSIS.calculations, warnings: 'none' } }, null],
    ['a number in quotes', lasting('41'), ['body', 'report', 'calculations', 'estimated_duration_days']],
    ['more days than there are', lasting(1e300), ['body', 'report', 'calculations', 'estimated_duration_days']],
    ['less than a day', lasting(-1), ['body', 'report', 'calculations', 'estimated_duration_days']],
    ['a list', [], null],
    ['advice without its keys', { ...EXAMPLE_ANALYSIS, advice: {} }, ['body', 'advice', 'raw_text']],
  ])('refuses %s with 422, and writes nothing', async (_name, analysis, loc) => {
    const answer = await analyse(analysis)

    expect(answer.status).toBe(422)
    if (loc !== null) expect(answer.body.detail).toContainEqual(expect.objectContaining({ loc }))
    expect(await audited()).toEqual(['project.create'])
    expect((await test.send('GET', path())).headers.etag).toBe('"1"')
  })

  it('refuses a project that is not there, and one that is archived', async () => {
    expect((await test.send('POST', '/api/v1/projects/none/analysis', EXAMPLE_ANALYSIS)).body).toMatchObject({
      status_code: 404,
      error_code: 'project_not_found',
    })
    await test.send('POST', path('/archive'))
    expect((await analyse()).body).toMatchObject({ status_code: 400, error_code: 'project_archived' })
  })

  it('needs the write scope', async () => {
    const guarded = await newTestApp({ AB_API_TOKEN: 'may-write', AB_READONLY_API_TOKEN: 'may-read' })
    const headers = { authorization: 'Bearer may-read' }

    expect((await guarded.send('POST', path('/analysis'), EXAMPLE_ANALYSIS, headers)).status).toBe(403)
    expect((await guarded.send('DELETE', path(), undefined, headers)).status).toBe(403)
    await guarded.close()
  })
})

describe('POST /projects/{id}/exports', () => {
  it('writes down when and of which run, and ignores what it does not know', async () => {
    const { body: analysed } = await analyse()
    test.clock.at += 5000
    const run = analysed.last_analysis_run_id
    const { body } = await test.send('POST', path('/exports'), { format: 'html', analysis_run_id: run, extra: 1 })

    expect(body).toMatchObject({ last_exported_at: '2026-05-01T09:00:05.000Z', updated_at: analysed.updated_at })
    expect(await audited()).toEqual(['project.create', 'analysis_run_created', 'export_created'])
    const { body: list } = await test.send('GET', '/api/v1/projects')
    expect(list.projects[0].last_exported_at).toBe(body.last_exported_at)
  })

  it.each([
    [{ format: 'docx' }, 422, 'validation_error'],
    [{}, 422, 'validation_error'],
    [{ format: 'pdf', analysis_run_id: 7 }, 422, 'validation_error'],
    [{ format: 'pdf', analysis_run_id: 'unknown' }, 400, 'analysis_run_not_found'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await test.send('POST', path('/exports'), body)

    expect([answer.status, answer.body.error_code]).toEqual([status, code])
    expect(await audited()).toEqual(['project.create'])
  })

  it('knows no run of another project', async () => {
    const { body: analysed } = await analyse()
    const other = await test.createProject()
    const mark = { format: 'pdf', analysis_run_id: analysed.last_analysis_run_id }

    expect((await test.send('POST', `/api/v1/projects/${other}/exports`, mark)).status).toBe(400)
  })
})

describe('GET /projects/{id}/history', () => {
  it('lists both, the newest first, though the clock stood still or went back', async () => {
    for (const days of [1, 2, 3]) {
      await analyse(lasting(days))
      await test.send('POST', path('/exports'), { format: days === 3 ? 'pdf' : 'markdown' })
      test.clock.at -= 1000
    }
    await test.send('POST', path('/archive'))

    const { body } = await test.send('GET', path('/history?analysis_limit=2&analysis_offset=1&export_limit=1'))

    expect(body).toMatchObject({
      project_id: id,
      analysis_total: 3,
      analysis_limit: 2,
      analysis_offset: 1,
      export_total: 3,
      export_limit: 1,
      export_offset: 0,
    })
    const runs = body.analysis_runs as { analysis: typeof EXAMPLE_ANALYSIS; summary: object }[]
    expect(runs.map(({ analysis }) => analysis.report.calculations.estimated_duration_days)).toEqual([2, 1])
    expect(runs[0]!.summary).toEqual({
      metric_type: 'binary',
      sample_size_per_variant: 146642,
      total_sample_size: 293284,
      estimated_duration_days: 41,
      warnings_count: 0,
      advice_available: false,
    })
    expect(body.export_events).toMatchObject([{ format: 'pdf', analysis_run_id: null, project_id: id }])
  })

  it.each([
    '/history?analysis_limit=0',
    '/history?export_limit=101',
    '/history?export_offset=-1',
    '/revisions?limit=1.5',
  ])('refuses %s', async query => {
    expect((await test.send('GET', path(query))).status).toBe(422)
  })

  it.each(['/history', '/revisions'])('%s of nothing is 404', async suffix => {
    expect((await test.send('GET', `/api/v1/projects/none${suffix}`)).body.error_code).toBe('not_found')
  })
})
