import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckDbEventStore } from './duckdb/duckdb-event-store.ts'
import type { EventBatch, EventStore, IdentityLink, Readout, ReadoutQuery } from './event-store.ts'
import { expectClose } from './expect-close.ts'
import { openMemoryEventStore } from './memory/memory-event-store.ts'
import {
  cleanLinks,
  type History,
  history,
  type Query,
  query,
  receivedAt,
  T0,
  USERS,
  unlinked,
  userId,
} from './random-histories.ts'

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

  it('answer alike when persons are erased and old rows purged in the middle of a history', async () => {
    const times = fc.option(receivedAt)
    const purging = fc.record({ exposuresBefore: times, conversionsBefore: times, isDryRun: fc.boolean() })
    const erased = fc.array(userId, { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(history, erased, purging, history, query, async (before, users, purge, after, question) => {
        const experimentId = newExperimentId()

        await append(experimentId, before)
        for (const user of users) {
          const isErased = await memory.erasePerson(experimentId, user)
          expect(await duckdb.erasePerson(experimentId, user)).toBe(isErased)
        }
        const purged = await memory.purge({ experimentId, ...purge })
        expect(await duckdb.purge({ experimentId, ...purge })).toEqual(purged)
        await append(experimentId, after)

        await expectAgreement(experimentId, question)
      }),
      { numRuns: 60 },
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
    await expectSameTimeline(asked)
    await expectSamePersons(asked)
  }

  async function expectSameTimeline({ metrics, ...asked }: ReadoutQuery): Promise<void> {
    const pair = metrics.length > 1 ? ([metrics[0], metrics[1]!] as const) : ([metrics[0]] as const)
    const [actual, expected] = [
      await duckdb.timeline({ ...asked, metrics: pair }),
      await memory.timeline({ ...asked, metrics: pair }),
    ]
    // What is taken out of moments and put back loses digits to the largest variance there was.
    expectClose(actual.days, expected.days, '', 1e-9)
  }

  async function expectSamePersons(asked: ReadoutQuery): Promise<void> {
    for (const user of USERS.slice(0, 4)) {
      const question = { ...asked, userId: user, maxEvents: 5 }
      expect(await duckdb.findPerson(question)).toEqual(await memory.findPerson(question))
    }
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
