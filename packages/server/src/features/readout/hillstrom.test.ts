import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckDbEventStore } from '../../event-store/duckdb/duckdb-event-store.ts'
import type { Conversion, EventBatch, EventStore } from '../../event-store/event-store.ts'
import { parserOf } from '../../http/validation.ts'
import { ExperimentInput, type ExperimentPayload } from '../projects/experiment-input.ts'
import type { Project } from '../projects/project.ts'
import { readoutQuery } from './readout-query.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

// An extract of a real experiment, read by R: fixtures/hillstrom-extract.R made both files.
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8')
const expected = JSON.parse(fixture('hillstrom-extract.json')) as Expected
const rows = readRows(fixture('hillstrom-extract.csv'))
const ARMS = ['No E-Mail', 'Mens E-Mail', 'Womens E-Mail']
const CLOSE = 1e-8

interface Estimate {
  readonly effect: number
  readonly statistic: number
  readonly p: number
  readonly lower: number
  readonly upper: number
  readonly df: number
  readonly se: number
  readonly theta: number
}
type Name = 'visit' | 'conversion' | 'spend' | 'spend_ancova' | 'spend_by_zip' | 'visit_by_zip'
interface Expected {
  readonly counts: readonly number[]
  readonly srm: { readonly chi_square: number; readonly p: number }
  readonly arms: readonly Record<'visit' | 'conversion' | 'spend_mean' | 'spend_sd', number>[]
  readonly comparisons: readonly Record<Name, Estimate>[]
}

describe('a real experiment, below HTTP, agrees with R to 1e-8', () => {
  let folder: string
  let store: EventStore
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verdict-hillstrom-'))
    store = await openDuckDbEventStore({ path: join(folder, 'events.duckdb') })
    for (const batch of batches()) await store.append(batch)
  })
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const read = async (metric: 'visit' | 'conversion' | 'spend'): Promise<Statistics> => {
    const project = projectOf(metric)
    return statisticsOf(project, await store.readout(readoutQuery(project)))
  }

  it('counts and sample ratio', async () => {
    const { arms, srm } = await read('visit')

    expect(arms.map(({ outcome }) => outcome.n)).toEqual(expected.counts)
    expect(arms.map(({ converted }) => converted)).toEqual(expected.arms.map(({ visit }) => visit))
    close(srm.test.ok && srm.test.value.chiSquare, expected.srm.chi_square)
    close(srm.test.ok && srm.test.value.pValue, expected.srm.p)
  })

  it.each(['visit', 'conversion', 'spend'] as const)('the plain test of %s', async metric => {
    const { comparisons } = await read(metric)

    for (const [index, { test }] of comparisons.entries()) {
      const want = expected.comparisons[index]![metric]
      if (!test.ok) throw new Error(test.reason)
      for (const [got, wanted] of [
        [test.value.effect, want.effect],
        [test.value.statistic, want.statistic],
        [test.value.pValue, want.p],
        [test.value.lower, want.lower],
        [test.value.upper, want.upper],
        [10 ** test.value.pValueLog10, want.p],
      ] as const) {
        close(got, wanted)
      }
      if (metric === 'spend') close(test.value.degreesOfFreedom!, want.df)
    }
  })

  it('CUPED over three arms', async () => {
    const { cuped } = await read('spend')

    for (const [index, contrast] of cuped!.contrasts.entries()) {
      const want = expected.comparisons[index]!.spend_ancova
      if (!contrast.ok || !cuped!.fit.ok) throw new Error('no contrast')
      close(contrast.value.effect, want.effect)
      close(contrast.value.standardError, want.se)
      close(contrast.value.pValue, want.p)
      close(contrast.value.degreesOfFreedom, want.df)
      close(cuped!.fit.value.thetas[0]!, want.theta)
    }
  })

  it.each([
    ['spend', 'spend_by_zip'],
    ['visit', 'visit_by_zip'],
  ] as const)('post-stratification of %s', async (metric, name) => {
    const { stratified } = await read(metric)

    for (const [index, test] of stratified!.tests.entries()) {
      const want = expected.comparisons[index]![name]
      if (!test.ok) throw new Error(test.reason)
      close(test.value.effect, want.effect)
      close(test.value.standardError, want.se)
      close(test.value.statistic, want.statistic)
      close(test.value.pValue, want.p)
    }
  })
})

function close(got: number | false, wanted: number): void {
  expect(Math.abs((got as number) / wanted - 1)).toBeLessThan(CLOSE)
}

type Row = Readonly<Record<string, string>>

function readRows(csv: string): readonly Row[] {
  const [header = '', ...lines] = csv.trim().split('\n')
  const unquoted = (line: string) => line.split(',').map(cell => cell.replaceAll('"', ''))
  const names = unquoted(header)
  return lines.map(line => Object.fromEntries(unquoted(line).map((cell, at) => [names[at]!, cell])))
}

function batches(): readonly EventBatch[] {
  const envelope = { experimentId: 'hillstrom', receivedAt: 0 }
  const users = rows.map((row, index) => ({ row, userId: String(index + 1) }))
  const events = users.flatMap(({ row, userId }) =>
    ['visit', 'conversion', 'spend'].flatMap((metric): Conversion[] => {
      const value = Number(row[metric])
      return value > 0 ? [{ userId, metric, value, idempotencyKey: null, occurredAt: null }] : []
    }),
  )
  return [
    {
      ...envelope,
      kind: 'exposures',
      items: users.map(({ row, userId }) => ({ userId, arm: ARMS.indexOf(row.segment!), occurredAt: null })),
    },
    { ...envelope, kind: 'conversions', items: events },
    {
      ...envelope,
      kind: 'pre_period',
      items: users.map(({ row, userId }) => ({ userId, covariate: 'history', value: Number(row.history) })),
    },
    { ...envelope, kind: 'strata', items: users.map(({ row, userId }) => ({ userId, stratum: row.zip_code! })) },
  ]
}

function projectOf(metric: string): Project {
  const design = fixtureProject(metric === 'spend' ? 'continuous' : 'binary', metric)
  return {
    id: 'hillstrom',
    projectName: metric,
    payload: design,
    payloadSchemaVersion: 1,
    archivedAt: null,
    createdAt: '',
    updatedAt: '',
    revisionCount: 1,
    lastRevisionAt: null,
    lastAnalysisAt: null,
    lastAnalysisRunId: null,
    lastExportedAt: null,
    version: 1,
    frozenRevision: { kind: 'newest' },
  }
}

const parse = parserOf(ExperimentInput, 'body')

function fixtureProject(metricType: string, metric: string): ExperimentPayload {
  const example = JSON.parse(
    readFileSync(new URL('../../../../../examples/hillstrom/spend.project.json', import.meta.url), 'utf8'),
  ) as ExperimentPayload
  return parse({
    ...example,
    metrics: {
      ...example.metrics,
      metric_type: metricType,
      primary_metric_name: metric,
      planned_test: null,
    },
    constraints: { ...example.constraints, rate_spike: null, n_looks: 1 },
    decision_policy: {},
  }) as ExperimentPayload
}
