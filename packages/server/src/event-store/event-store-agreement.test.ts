import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckDbEventStore } from './duckdb/duckdb-event-store.ts'
import type { EventBatch, EventStore, IdentityLink, Readout, ReadoutQuery } from './event-store.ts'
import { openMemoryEventStore } from './memory/memory-event-store.ts'

const T0 = 1_700_000_000_000
const HOUR = 3_600_000
const RELATIVE_TOLERANCE = 1e-12

const USERS = [
  'a',
  'b',
  'c',
  'd',
  'é',
  '👩‍👩‍👧',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  '01',
  '1',
  'x',
  'y',
  'z',
] as const
const userId = fc.constantFrom(...USERS)
const occurredAt = fc.option(fc.integer({ min: -6, max: 60 }).map(hours => T0 + hours * HOUR))
const value = fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -100, max: 100, noNaN: true }))
const clusterId = fc.option(fc.constantFrom('n', 's', 'ß'))
const exposure = fc.record({ userId, arm: fc.integer({ min: -1, max: 2 }), occurredAt, clusterId })
const conversion = fc.record({
  userId,
  metric: fc.constantFrom('m0', 'm1', 'm2'),
  value,
  idempotencyKey: fc.option(fc.constantFrom('k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7')),
  occurredAt,
})
const prePeriodValue = fc.record({ userId, covariate: fc.constantFrom('c0', 'c1', 'c2'), value })
const stratum = fc.record({ userId, stratum: fc.constantFrom('north', 'south', 'ß') })

const link = fc.record({ anonymousId: userId, canonicalId: userId })
const exclusion = fc.record({ userId, reason: fc.constantFrom('manual', 'robot') })

const receivedAt = fc.integer({ min: 0, max: 48 }).map(hours => T0 + hours * HOUR)
const items = { maxLength: 25 }
const few = { maxLength: 4 }
const batch = fc.oneof(
  fc.record({ kind: fc.constant('exposures' as const), receivedAt, items: fc.array(exposure, items) }),
  fc.record({ kind: fc.constant('conversions' as const), receivedAt, items: fc.array(conversion, items) }),
  fc.record({ kind: fc.constant('pre_period' as const), receivedAt, items: fc.array(prePeriodValue, items) }),
  fc.record({ kind: fc.constant('strata' as const), receivedAt, items: fc.array(stratum, items) }),
)
const correction = fc.oneof(
  fc.record({ kind: fc.constant('pre_period_corrections' as const), receivedAt, items: fc.array(prePeriodValue, few) }),
  fc.record({ kind: fc.constant('stratum_corrections' as const), receivedAt, items: fc.array(stratum, few) }),
)
const exclusions = fc.oneof(
  fc.record({ kind: fc.constant('exclusions' as const), receivedAt, items: fc.array(exclusion, few) }),
  fc.record({
    kind: fc.constant('lifted_exclusions' as const),
    receivedAt,
    items: fc.array(fc.record({ userId }), few),
  }),
)
const links = fc.record({ kind: fc.constant('identities' as const), receivedAt, items: fc.array(link, items) })
const history = fc.oneof(
  fc.array(batch, { maxLength: 12 }),
  fc.array(fc.oneof(batch, batch, exclusions, correction, links), { maxLength: 16 }),
)

/** Anonymous ids and persons that are never both, each anonymous id linked once: such links may come in any order. */
const cleanLinks = fc
  .tuple(...USERS.slice(6).map(() => fc.option(fc.constantFrom(...USERS.slice(0, 6)))))
  .map(persons =>
    persons.flatMap((canonicalId, at) => (canonicalId === null ? [] : [{ anonymousId: USERS[at + 6]!, canonicalId }])),
  )
const unlinked = fc.array(fc.oneof(batch, batch, exclusions, correction), { maxLength: 12 })

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
      { numRuns: 150 },
    )
  }, 180_000)

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
  }, 180_000)

  it('answer alike, and as a count of persons by hand, whether links come before the events or after them', async () => {
    await fc.assert(
      fc.asyncProperty(unlinked, cleanLinks, fc.nat(12), query, async (batches, pairs, at, question) => {
        const asked = { ...question, rateSpike: null }
        const linking = { kind: 'identities' as const, receivedAt: T0, items: pairs }
        const [early, late] = [newExperimentId(), newExperimentId()]

        await append(early, [linking, ...batches])
        await append(late, [...batches.slice(0, at), linking, ...batches.slice(at)])

        const expected = await memory.readout({ ...asked, experimentId: early })
        for (const store of [memory, duckdb]) {
          for (const experimentId of [early, late]) {
            const readout = await store.readout({ ...asked, experimentId })
            expectClose({ ...readout, dataVersion: '' }, { ...expected, dataVersion: '' })
            expect(countsOf(readout)).toEqual(countByHand(batches, pairs, asked))
          }
        }
        await expectSameArms(early, late)
      }),
      { numRuns: 60 },
    )
  }, 180_000)

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
    await expectSameArms(experimentId, experimentId)
  }

  async function expectSameArms(one: string, other: string): Promise<void> {
    for (const user of [...USERS, 'nobody']) {
      expect(await duckdb.findArm(one, user)).toBe(await memory.findArm(other, user))
      expect(await duckdb.findCluster(one, user)).toBe(await memory.findCluster(other, user))
    }
  }
})

function countsOf({ population, cells, heldOut }: Readout) {
  const { treatedUsers, heldOutUsers, manuallyExcludedByArm, conflicts } = population
  const inCells = cells.reduce((sum, cell) => sum + cell.metrics[0]!.outcome.n, 0)
  return { treatedUsers, heldOutUsers, manuallyExcludedByArm, conflicts, inCells, inHoldout: heldOut[0]!.outcome.n }
}

/** Every item in the name of its person, then person by person: another way to the same counts. Spikes are none here. */
function countByHand(batches: History, pairs: readonly IdentityLink[], { armCount }: Query) {
  const personOf = (id: string) => pairs.find(({ anonymousId }) => anonymousId === id)?.canonicalId ?? id
  const facts = new Map(USERS.map(id => [personOf(id), emptyFacts()]))
  const factsOf = (id: string) => facts.get(personOf(id))!
  const seen = new Set<string>()
  const isFirst = (...parts: readonly string[]) => !seen.has(parts.join()) && seen.add(parts.join()) !== null
  const excluded = new Set<string>()
  for (const part of batches) {
    for (const item of part.items) {
      if (!('userId' in item)) continue
      const own = factsOf(item.userId)
      if (part.kind === 'lifted_exclusions') excluded.delete(item.userId)
      if (part.kind === 'exclusions') excluded.add(item.userId)
      if ('arm' in item && isFirst('arm', item.userId)) {
        own.exposures.push([item.occurredAt ?? part.receivedAt, item.arm])
      }
      if ('stratum' in item) {
        if (part.kind === 'stratum_corrections') own.isStratumCorrected = true
        if (isFirst('stratum', item.userId)) own.strata.add(item.stratum)
      }
      if ('covariate' in item) {
        if (part.kind === 'pre_period_corrections') own.corrected.add(item.covariate)
        if (isFirst('covariate', item.covariate, item.userId)) own.values.push([item.covariate, item.value])
      }
    }
  }
  const isLeftOut = (person: string) => [...excluded].some(id => personOf(id) === person)
  const persons = [...facts].map(([person, own]) => ({
    ...own,
    arm: firstArm(own.exposures),
    isOut: isLeftOut(person),
  }))
  const isKnown = (arm: number | null) => arm !== null && arm >= 0 && arm < armCount
  const count = (keep: (person: (typeof persons)[number]) => boolean) => persons.filter(keep).length
  const treatedUsers = count(({ arm, isOut }) => isKnown(arm) && !isOut)
  const heldOutUsers = count(({ arm, isOut }) => arm === -1 && !isOut)
  const known = ({ exposures }: Facts) => new Set(exposures.map(([, arm]) => arm).filter(isKnown))
  return {
    treatedUsers,
    heldOutUsers,
    manuallyExcludedByArm: Array.from({ length: armCount }, (_, arm) => count(own => own.arm === arm && own.isOut)),
    conflicts: {
      severalArms: count(own => known(own).size > 1),
      treatedAndHeldOut: count(own => known(own).size > 0 && own.exposures.some(([, arm]) => arm === -1)),
      severalStrata: count(own => own.strata.size > 1 && !own.isStratumCorrected),
      covariate: count(own =>
        own.values.some(([name, value]) => {
          const others = own.values.filter(([other, otherValue]) => other === name && otherValue !== value)
          return others.length > 0 && !own.corrected.has(name)
        }),
      ),
      identity: 0,
    },
    inCells: treatedUsers,
    inHoldout: heldOutUsers,
  }
}

type Facts = ReturnType<typeof emptyFacts>

function emptyFacts() {
  return {
    exposures: [] as [time: number, arm: number][],
    strata: new Set<string>(),
    isStratumCorrected: false,
    values: [] as [covariate: string, value: number][],
    corrected: new Set<string>(),
  }
}

/** A stable sort keeps the order of arrival where times are equal. */
function firstArm(exposures: Facts['exposures']): number | null {
  return exposures.toSorted(([a], [b]) => a - b)[0]?.[1] ?? null
}

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
