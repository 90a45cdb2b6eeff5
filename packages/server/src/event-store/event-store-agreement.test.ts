import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckDbEventStore } from './duckdb/duckdb-event-store.ts'
import type { EventBatch, EventStore, ReadoutQuery } from './event-store.ts'
import { openMemoryEventStore } from './memory/memory-event-store.ts'

const T0 = 1_700_000_000_000
const HOUR = 3_600_000
const RELATIVE_TOLERANCE = 1e-12

const userId = fc.constantFrom('a', 'b', 'c', 'd', 'é', '👩‍👩‍👧', '0f8fad5b-d9cb-469f-a165-70867728950e', '01', '1')
const occurredAt = fc.option(fc.integer({ min: -6, max: 60 }).map(hours => T0 + hours * HOUR))
const value = fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -100, max: 100, noNaN: true }))
const exposure = fc.record({ userId, arm: fc.integer({ min: -1, max: 2 }), occurredAt })
const conversion = fc.record({
  userId,
  metric: fc.constantFrom('m0', 'm1', 'm2'),
  value,
  idempotencyKey: fc.option(fc.constantFrom('k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7')),
  occurredAt,
})
const prePeriodValue = fc.record({ userId, covariate: fc.constantFrom('c0', 'c1', 'c2'), value })
const stratum = fc.record({ userId, stratum: fc.constantFrom('north', 'south', 'ß') })

const receivedAt = fc.integer({ min: 0, max: 48 }).map(hours => T0 + hours * HOUR)
const items = { maxLength: 25 }
const batch = fc.oneof(
  fc.record({ kind: fc.constant('exposures' as const), receivedAt, items: fc.array(exposure, items) }),
  fc.record({ kind: fc.constant('conversions' as const), receivedAt, items: fc.array(conversion, items) }),
  fc.record({ kind: fc.constant('pre_period' as const), receivedAt, items: fc.array(prePeriodValue, items) }),
  fc.record({ kind: fc.constant('strata' as const), receivedAt, items: fc.array(stratum, items) }),
)
const history = fc.array(batch, { maxLength: 12 })

const metric = fc.record({
  name: fc.constantFrom('m0', 'm1', 'm2', 'none'),
  outcome: fc.constantFrom('converted' as const, 'sum' as const),
})
const query = fc.record({
  armCount: fc.integer({ min: 2, max: 3 }),
  metrics: fc.tuple(metric, fc.array(metric, { maxLength: 3 })).map(([first, rest]) => [first, ...rest] as const),
  attributionWindowDays: fc.option(fc.constantFrom(0.05, 1, 2.5)),
  rateSpike: fc.option(
    fc.record({ maxEvents: fc.integer({ min: 1, max: 6 }), windowMinutes: fc.constantFrom(1, 60, 600) }),
  ),
  timingHorizonDays: fc.constantFrom(0.5, 1, 14),
  maxCovariates: fc.integer({ min: 0, max: 3 }),
  maxStrata: fc.integer({ min: 0, max: 3 }),
})

type History = (EventBatch extends infer Batch
  ? Batch extends EventBatch
    ? Omit<Batch, 'experimentId'>
    : never
  : never)[]
type Query = Omit<ReadoutQuery, 'experimentId'>

describe('the DuckDB engine and the memory engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-agreement-'))
  const path = join(folder, 'events.duckdb')
  const memory = openMemoryEventStore()
  let duckdb: EventStore
  let runCount = 0

  beforeAll(async () => {
    duckdb = await openDuckDbEventStore({ path })
  })
  afterAll(async () => {
    await duckdb.close()
    rmSync(folder, { recursive: true })
  })

  it('answer alike after any history', async () => {
    await fc.assert(
      fc.asyncProperty(history, query, async (batches, question) => {
        const experimentId = newExperimentId()

        await append(experimentId, batches)

        await expectAgreement(experimentId, question)
      }),
      { numRuns: 120 },
    )
  })

  it('answer alike when the file is closed and opened in the middle of a history', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, query, async (before, after, question) => {
        const experimentId = newExperimentId()

        await append(experimentId, before)
        await duckdb.close()
        duckdb = await openDuckDbEventStore({ path })
        await append(experimentId, after)

        await expectAgreement(experimentId, question)
      }),
      { numRuns: 8 },
    )
  })

  function newExperimentId(): string {
    runCount += 1
    return `run-${runCount}`
  }

  async function append(experimentId: string, batches: History): Promise<void> {
    const sent = batches.map(part => ({ ...part, experimentId }) as EventBatch)
    const counts = await Promise.all(sent.map(part => duckdb.append(part)))
    const expected = await Promise.all(sent.map(part => memory.append(part)))
    expect(counts).toEqual(expected)
  }

  async function expectAgreement(experimentId: string, question: Query): Promise<void> {
    const asked = { ...question, experimentId }
    const [actual, expected] = [await duckdb.readout(asked), await memory.readout(asked)]
    expectClose({ ...actual, dataVersion: '' }, { ...expected, dataVersion: '' })
    expectClose(await duckdb.countRaw(experimentId), await memory.countRaw(experimentId))
    for (const user of ['a', 'é', '01', 'nobody']) {
      expect(await duckdb.findArm(experimentId, user)).toBe(await memory.findArm(experimentId, user))
    }
  }
})

/** Equal in shape; numbers within 1e-12 of the larger of the two, or of 1. */
function expectClose(actual: unknown, expected: unknown, place = ''): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const scale = Math.max(1, Math.abs(actual), Math.abs(expected))
    expect(Math.abs(actual - expected), `${place}: ${actual} against ${expected}`).toBeLessThanOrEqual(
      RELATIVE_TOLERANCE * scale,
    )
  } else if (isObject(actual) && isObject(expected)) {
    expect(Object.keys(actual).sort(), place).toEqual(Object.keys(expected).sort())
    for (const key of Object.keys(expected)) expectClose(actual[key], expected[key], `${place}.${key}`)
  } else {
    expect(actual, place).toEqual(expected)
  }
}

function isObject(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null
}
