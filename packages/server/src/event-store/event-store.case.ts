import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeErasures } from './erasures.case.ts'
import {
  type Conversion,
  type EventBatch,
  type EventStore,
  EventStoreUnavailableError,
  type Exposure,
  type PersonQuery,
  type PopulationQuery,
  type Readout,
  type ReadoutQuery,
  type RetentionQuery,
  type TimelineQuery,
} from './event-store.ts'
import { describePersons } from './person.case.ts'
import { describeRows } from './rows.case.ts'
import { describeTimeline } from './timeline.case.ts'
import { describeWholePersons } from './whole-persons.case.ts'

/** One engine over one storage: what a closed store held, the next one opened has. */
export interface Engine {
  open(): Promise<EventStore>
}

const T0 = 1_700_000_000_000
const MINUTE = 60_000
const DAY = 86_400_000

/** What every engine must do. */
export function describeEventStore(createEngine: () => Engine): void {
  let store: EventStore
  let experimentCount = 0

  beforeAll(async () => {
    store = await createEngine().open()
  })
  afterAll(async () => {
    await store.close()
  })

  /** A fresh experiment of the shared store. */
  function newExperiment(): Experiment {
    experimentCount += 1
    return experimentOf(store, `experiment-${experimentCount}`)
  }

  describeWholePersons(newExperiment)
  describeTimeline(newExperiment)
  describeRows(newExperiment)
  describeErasures(newExperiment, createEngine)
  describePersons(newExperiment, createEngine)

  describe('recording', () => {
    it('keeps the first exposure within a batch', async () => {
      const experiment = newExperiment()

      const counts = await experiment.expose(['ann', 1], ['bob', 0], ['ann', 0])

      expect(counts).toMatchObject({ recorded: 2, deduplicated: 1 })
      expect(await experiment.arm('ann')).toBe(1)
    })

    it('keeps the first exposure across batches, whatever the arm and time of later ones', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1, T0])

      const counts = await experiment.expose(['ann', 0, T0 - DAY], ['bob', 0])

      expect(counts).toMatchObject({ recorded: 1, deduplicated: 1 })
      expect(await experiment.arm('ann')).toBe(1)
      expect((await experiment.countRaw()).exposures).toEqual([
        { arm: 0, count: 1 },
        { arm: 1, count: 1 },
      ])
    })

    it('keeps a holdout row, and the arm of a user who was exposed before', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['bob', -1])

      await experiment.expose(['ann', -1], ['bob', 0])

      expect(await experiment.arm('ann')).toBe(0)
      expect(await experiment.arm('bob')).toBe(-1)
      expect((await experiment.countRaw()).exposures).toEqual([
        { arm: -1, count: 1 },
        { arm: 0, count: 1 },
      ])
    })

    it('has no arm for a user who was never exposed', async () => {
      const experiment = newExperiment()
      await experiment.convert(['ann', 'buy', 1])

      expect(await experiment.arm('ann')).toBeNull()
      expect(await experiment.arm('nobody')).toBeNull()
    })

    it('exposes a user whose conversion came first', async () => {
      const experiment = newExperiment()
      await experiment.convert(['ann', 'buy', 1])

      const counts = await experiment.expose(['ann', 1])

      expect(counts).toMatchObject({ recorded: 1, deduplicated: 0 })
      expect(await experiment.arm('ann')).toBe(1)
    })

    it('records every conversion without an idempotency key', async () => {
      const experiment = newExperiment()

      await experiment.convert(['ann', 'buy', 2], ['ann', 'buy', 2])
      const counts = await experiment.convert(['ann', 'buy', 2])

      expect(counts).toMatchObject({ recorded: 1, deduplicated: 0 })
      expect((await experiment.countRaw()).conversions).toEqual([{ metric: 'buy', count: 3, valueSum: 6 }])
    })

    it('records an idempotency key once, within a batch and across batches, whoever the user is', async () => {
      const experiment = newExperiment()

      const first = await experiment.convert(['ann', 'buy', 2, 'k1'], ['bob', 'buy', 3, 'k1'], ['ann', 'buy', 4, 'k2'])
      const second = await experiment.convert(['cid', 'buy', 5, 'k2'], ['ann', 'buy', 6, 'k3'])

      expect(first).toMatchObject({ recorded: 2, deduplicated: 1 })
      expect(second).toMatchObject({ recorded: 1, deduplicated: 1 })
      expect((await experiment.countRaw()).conversions).toEqual([{ metric: 'buy', count: 3, valueSum: 12 }])
    })

    it('lets two metrics use one idempotency key', async () => {
      const experiment = newExperiment()

      const counts = await experiment.convert(['ann', 'buy', 1, 'k'], ['ann', 'visit', 1, 'k'], ['ann', 'buy', 1, 'k'])

      expect(counts).toMatchObject({ recorded: 2, deduplicated: 1 })
    })

    it('takes the empty idempotency key for a key', async () => {
      const experiment = newExperiment()

      const counts = await experiment.convert(['ann', 'buy', 1, ''], ['ann', 'buy', 1, ''], ['ann', 'buy', 1])

      expect(counts).toMatchObject({ recorded: 2, deduplicated: 1 })
    })

    it('lets two experiments use one idempotency key and one user', async () => {
      const [one, other] = [newExperiment(), newExperiment()]
      await one.convert(['ann', 'buy', 1, 'k'])
      await one.expose(['ann', 0])

      const conversions = await other.convert(['ann', 'buy', 1, 'k'])
      const exposures = await other.expose(['ann', 1])

      expect([conversions.recorded, exposures.recorded]).toEqual([1, 1])
      expect([await one.arm('ann'), await other.arm('ann')]).toEqual([0, 1])
    })

    it('keeps the first value of a covariate, for each user and covariate', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])

      const counts = await experiment.measure(['ann', 'age', 30], ['ann', 'age', 40], ['ann', 'spend', 7])
      const later = await experiment.measure(['ann', 'age', 50], ['bob', 'age', 50])

      expect(counts).toMatchObject({ recorded: 2, deduplicated: 1 })
      expect(later).toMatchObject({ recorded: 1, deduplicated: 1 })
      expect((await experiment.read()).cells[0]!.crossed!.means).toEqual([0, 30, 7])
    })

    it('keeps the first stratum of a user', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])

      const counts = await experiment.stratify(['ann', 'north'], ['ann', 'south'])
      const later = await experiment.stratify(['ann', 'south'])

      expect(counts).toMatchObject({ recorded: 1, deduplicated: 1 })
      expect(later).toMatchObject({ recorded: 0, deduplicated: 1 })
      expect((await experiment.read()).cells.map(cell => cell.stratum)).toEqual(['north'])
    })

    it('records nothing of an empty batch', async () => {
      const experiment = newExperiment()

      expect(await experiment.expose()).toMatchObject({ recorded: 0, deduplicated: 0 })
      expect(await experiment.version()).toBe('0')
    })

    it('stores nothing of a batch that can not be read to its end', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.stratify(['ann', 'north'])
      const broken = {
        ...exposureOf(['eve', 1]),
        get occurredAt(): never {
          throw new RangeError('unreadable')
        },
      }

      const whole = [exposureOf(['bob', 1]), exposureOf(['cid', 1])]
      const rejected = experiment.append({ kind: 'exposures', items: [...whole, broken] })

      await expect(rejected).rejects.toThrow('unreadable')
      expect(await experiment.arm('bob')).toBeNull()
      expect(await experiment.expose(['bob', 0], ['eve', 0])).toMatchObject({ recorded: 2, deduplicated: 0 })
      expect(await experiment.arm('bob')).toBe(0)
    })

    it('forgets names, keys, values and strata of a batch that can not be read to its end', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      const conversion = {
        ...conversionOf(['bob', 'buy', 1]),
        get value(): never {
          throw new RangeError('unreadable')
        },
      }
      const measure = {
        userId: 'eve',
        covariate: 'age',
        get value(): never {
          throw new RangeError('unreadable')
        },
      }
      const stratum = {
        userId: 'eve',
        get stratum(): never {
          throw new RangeError('unreadable')
        },
      }

      const rejected = await Promise.allSettled([
        experiment.append({ kind: 'conversions', items: [conversionOf(['bob', 'buy', 1, 'k']), conversion] }),
        experiment.append({ kind: 'pre_period', items: [{ userId: 'ann', covariate: 'age', value: 1 }, measure] }),
        experiment.append({ kind: 'strata', items: [{ userId: 'ann', stratum: 'north' }, stratum] }),
      ])
      const retried = [
        await experiment.convert(['bob', 'visit', 1, 'k'], ['bob', 'buy', 1, 'k']),
        await experiment.measure(['ann', 'spend', 2], ['ann', 'age', 1]),
        await experiment.stratify(['ann', 'south']),
      ]

      expect(rejected.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      expect(retried.map(({ recorded }) => recorded)).toEqual([2, 2, 1])
      expect(await experiment.read()).toMatchObject({
        covariates: ['age', 'spend'],
        cells: [{ stratum: 'south', crossed: { means: [0, 1, 2] } }],
      })
    })

    it('counts exactly when many callers send overlapping batches at once', async () => {
      const experiment = newExperiment()
      const batches = Array.from({ length: 40 }, (_, batch) =>
        Array.from({ length: 25 }, (_, i) => `user-${batch * 5 + i}`),
      )

      const counts = await Promise.all(
        batches.map(users => experiment.expose(...users.map(user => [user, 0] as const))),
      )

      const recorded = counts.reduce((sum, count) => sum + count.recorded, 0)
      const deduplicated = counts.reduce((sum, count) => sum + count.deduplicated, 0)
      expect([recorded, deduplicated]).toEqual([220, 780])
      expect((await experiment.countRaw()).exposures).toEqual([{ arm: 0, count: 220 }])
    })

    it('acknowledges in the order of sending, and first write wins by that order', async () => {
      const experiment = newExperiment()
      const acknowledged: number[] = []

      await Promise.all(
        Array.from({ length: 20 }, async (_, at) => {
          await experiment.expose(['ann', at % 2], [`user-${at}`, 0])
          acknowledged.push(at)
        }),
      )

      expect(acknowledged).toEqual(Array.from({ length: 20 }, (_, at) => at))
      expect(await experiment.arm('ann')).toBe(0)
    })

    it('keeps twenty experiments that are written at once apart', async () => {
      const experiments = Array.from({ length: 20 }, newExperiment)

      await Promise.all(experiments.map((experiment, at) => experiment.expose(['ann', at % 2], [`user-${at}`, 1])))

      const arms = await Promise.all(experiments.map(experiment => experiment.arm('ann')))
      const counts = await Promise.all(experiments.map(experiment => experiment.countRaw()))
      expect(arms).toEqual(experiments.map((_, at) => at % 2))
      expect(counts.map(({ exposures }) => exposures.reduce((sum, { count }) => sum + count, 0))).toEqual(
        Array(20).fill(2),
      )
    })
  })

  describe('ids', () => {
    const ids = {
      'an emoji': ['👩‍👩‍👧', '👩‍👩‍👦'],
      'combining marks, which are not normalised': ['é', 'e\u0301'],
      'right to left': ['שלום', 'مرحبا'],
      'a NUL inside': ['a\u0000b', 'a\u0000c'],
      'digits that are equal as numbers': ['1', '01'],
      'case only': ['Ann', 'ann'],
      'spaces only': ['x', 'x '],
      'UUIDs in lower and upper case': ['0f8fad5b-d9cb-469f-a165-70867728950e', '0F8FAD5B-D9CB-469F-A165-70867728950E'],
      'UUIDs with and without dashes': ['0f8fad5b-d9cb-469f-a165-70867728950e', '0f8fad5bd9cb469fa16570867728950e'],
      'a last letter after 10,000': [`${'x'.repeat(10_000)}a`, `${'x'.repeat(10_000)}b`],
      'beyond the basic plane': ['𐀀', '￿'],
      SQL: ["'; drop table users; --", "''"],
    }
    it.each(Object.entries(ids))('tells apart: %s', async (_, [one, other]) => {
      const experiment = newExperiment()

      await experiment.expose([one!, 0], [other!, 1], [one!, 1])

      expect([await experiment.arm(one!), await experiment.arm(other!)]).toEqual([0, 1])
      expect((await experiment.countRaw()).exposures).toEqual([
        { arm: 0, count: 1 },
        { arm: 1, count: 1 },
      ])
    })

    it('returns names as they were sent, ordered by code units', async () => {
      const experiment = newExperiment()
      const names = ['￿', '𐀀', 'é', 'e\u0301', 'a\u0000b', "it's", 'Z', 'a']
      await experiment.expose(['ann', 0])

      await experiment.convert(...names.map(name => ['ann', name, 1] as const))
      await experiment.measure(...names.map(name => ['ann', name, 1] as const))

      const sorted = [...names].sort()
      expect((await experiment.countRaw()).conversions.map(({ metric }) => metric)).toEqual(sorted)
      expect((await experiment.read({ maxCovariates: 8 })).covariates).toEqual(sorted)
    })

    it('keeps experiments whose ids differ in case or quotes apart', async () => {
      const [one, other, quoted] = ['Case', 'case', "case'"].map(id => experimentOf(store, id))

      await one!.expose(['ann', 0])
      await other!.expose(['ann', 1])
      await quoted!.expose(['ann', -1])

      expect(await Promise.all([one!, other!, quoted!].map(experiment => experiment.arm('ann')))).toEqual([0, 1, -1])
    })
  })

  describe('an experiment that nothing was recorded for', () => {
    it('answers with empty shapes', async () => {
      const experiment = newExperiment()

      const readout = await experiment.read({ armCount: 3 })

      expect(await experiment.countRaw()).toEqual({ exposures: [], conversions: [] })
      expect(await experiment.version()).toBe('0')
      expect(readout).toEqual({
        dataVersion: '0',
        population: {
          treatedUsers: 0,
          heldOutUsers: 0,
          firstExposureAt: null,
          manuallyExcludedByArm: [0, 0, 0],
          rateSpikeExcludedByArm: [0, 0, 0],
          conflicts: NO_CONFLICTS,
          identities: { links: 0, foldedEvents: 0, mergedPersons: 0 },
        },
        cells: [],
        clusters: [],
        histograms: [],
        quarters: [],
        heldOut: [{ converted: 0, outcome: { n: 0, mean: 0, m2: 0 } }],
        covariates: [],
        covariateCount: 0,
        stratumCount: 0,
        timing: NO_EVENTS,
      })
    })

    it('answers with zeros when only other kinds of rows are there', async () => {
      const experiment = newExperiment()

      await experiment.stratify(['ann', 'north'])

      expect(await experiment.read()).toMatchObject({ cells: [], stratumCount: 1, timing: NO_EVENTS })
    })
  })

  describe('data version', () => {
    it('changes with every recorded row and only then', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      const first = await experiment.version()

      await experiment.expose(['ann', 1])
      await newExperiment().expose(['ann', 0])
      const repeated = await experiment.version()
      await experiment.stratify(['ann', 'north'])
      const stratified = await experiment.version()
      await experiment.measure(['ann', 'age', 1])
      const measured = await experiment.version()

      expect(repeated).toBe(first)
      expect(new Set(['0', first, stratified, measured]).size).toBe(4)
    })

    it('is the same in the readout', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])

      expect((await experiment.read()).dataVersion).toBe(await experiment.version())
    })

    it('is not met again after a deletion', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      const before = await experiment.version()

      await experiment.delete()
      await experiment.expose(['ann', 0])

      expect(await experiment.version()).not.toBe(before)
    })
  })

  describe('population', () => {
    it('holds the persons of known arms; the holdout is counted apart', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 1], ['c', 1], ['held', -1], ['gone', 2])

      const { population, cells } = await experiment.read({ armCount: 2 })

      expect(population).toMatchObject({ treatedUsers: 3, heldOutUsers: 1 })
      expect(cells.map(cell => [cell.arm, cell.metrics[0]!.outcome.n])).toEqual([
        [0, 1],
        [1, 2],
      ])
    })

    it('tells when the first exposure of any arm was received, not when it occurred', async () => {
      const experiment = newExperiment()
      await experiment.convert(['ann', 'buy', 1])
      await experiment.exposeAt(T0 + 5, ['ann', -1, T0 + DAY])

      await experiment.exposeAt(T0 + 9, ['bob', 0, T0 - DAY])

      expect((await experiment.read()).population.firstExposureAt).toBe(T0 + 5)
    })

    it('leaves conversions of users without exposure, and of the holdout, out', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['held', -1])

      await experiment.convert(['ghost', 'buy', 5], ['held', 'buy', 7], ['ann', 'buy', 1])

      const { cells, timing } = await experiment.read()
      expect(cells).toMatchObject([{ metrics: [{ converted: 1, outcome: { n: 1, mean: 1 } }] }])
      expect(timing.total).toBe(1)
    })
  })

  describe('outcomes', () => {
    it('sums the values of a person, 0 without any', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0], ['c', 0], ['d', 1])

      await experiment.convert(['a', 'buy', 2], ['a', 'buy', 4], ['b', 'buy', 3], ['d', 'buy', 10])

      const { cells } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(cells.map(cell => cell.metrics)).toEqual([
        [{ converted: 2, outcome: { n: 3, mean: 3, m2: 18 } }],
        [{ converted: 1, outcome: { n: 1, mean: 10, m2: 0 } }],
      ])
    })

    it('takes a person for converted by one counted value above 0', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0], ['c', 0], ['d', 0])

      await experiment.convert(
        ['a', 'buy', 0],
        ['b', 'buy', -3],
        ['c', 'buy', -3],
        ['c', 'buy', 1],
        ['d', 'buy', 0.001],
      )

      const { cells } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'converted' }] })
      expect(cells[0]!.metrics).toEqual([{ converted: 2, outcome: { n: 4, mean: 0.5, m2: 1 } }])
    })

    it('sums negative values and zeros as they are', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0])

      await experiment.convert(['a', 'buy', -3], ['a', 'buy', 1], ['b', 'buy', 0])

      const { cells } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(cells[0]!.metrics).toEqual([{ converted: 1, outcome: { n: 2, mean: -1, m2: 2 } }])
    })

    it('answers for several metrics in the order of the query, with zeros for an unknown one', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0])
      await experiment.convert(['a', 'buy', 4], ['b', 'visit', 2], ['b', 'other', 100])

      const { cells } = await experiment.read({
        metrics: [
          { name: 'visit', outcome: 'converted' },
          { name: 'unheard', outcome: 'sum' },
          { name: 'buy', outcome: 'sum' },
          { name: 'buy', outcome: 'converted' },
        ],
      })

      expect(cells[0]!.metrics.map(({ converted, outcome }) => [converted, outcome.mean, outcome.m2])).toEqual([
        [1, 0.5, 0.5],
        [0, 0, 0],
        [1, 2, 8],
        [1, 0.5, 0.5],
      ])
    })

    it('keeps the deviations of large values', async () => {
      const experiment = newExperiment()
      const values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]
      await experiment.expose(...values.map((_, at) => [`u${at}`, 0] as const))

      await experiment.convert(...values.map((value, at) => [`u${at}`, 'buy', value] as const))

      const { cells } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(cells[0]!.metrics[0]!.outcome).toEqual({ n: 4, mean: 1e9 + 10, m2: 90 })
    })

    it('sums many small values beside a large one', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])

      await experiment.convert(...[1e16, 1, 1, 1, 1, -1e16].map(value => ['a', 'buy', value] as const))

      const { cells } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(cells[0]!.metrics[0]!.outcome.mean).toBe(4)
    })
  })

  describe('attribution', () => {
    const sumOfBuys: Partial<ReadoutQuery> = { metrics: [{ name: 'buy', outcome: 'sum' }] }
    const meanOf = (readout: Readout) => readout.cells[0]!.metrics[0]!.outcome.mean

    it('leaves an event before the exposure out when both carry a client time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0])

      await experiment.convert(
        ['a', 'buy', 1, null, T0 - 1],
        ['a', 'buy', 10, null, T0],
        ['a', 'buy', 100, null, T0 + 1],
      )

      const readout = await experiment.read(sumOfBuys)
      expect(meanOf(readout)).toBe(110)
      expect(readout.timing).toMatchObject({ total: 3, outOfOrder: 1, beforeExposureLeftOut: 1, withoutClientTime: 0 })
    })

    it('keeps an event before the exposure when the event has no client time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0])

      await experiment.convertAt(T0 - DAY, ['a', 'buy', 1])

      const readout = await experiment.read(sumOfBuys)
      expect(meanOf(readout)).toBe(1)
      expect(readout.timing).toMatchObject({ total: 1, outOfOrder: 1, beforeExposureLeftOut: 0, withoutClientTime: 1 })
    })

    it('keeps an event before the exposure when the exposure has no client time', async () => {
      const experiment = newExperiment()
      await experiment.exposeAt(T0, ['a', 0])

      await experiment.convert(['a', 'buy', 1, null, T0 - DAY])

      const readout = await experiment.read(sumOfBuys)
      expect(meanOf(readout)).toBe(1)
      expect(readout.timing).toMatchObject({ total: 1, outOfOrder: 1, beforeExposureLeftOut: 0, withoutClientTime: 1 })
    })

    it('leaves an event after the window out, and keeps one on its last millisecond', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0])

      await experiment.convert(['a', 'buy', 1, null, T0 + 7 * DAY], ['a', 'buy', 10, null, T0 + 7 * DAY + 1])

      const readout = await experiment.read({ ...sumOfBuys, attributionWindowDays: 7 })
      expect(meanOf(readout)).toBe(1)
      expect(readout.timing).toMatchObject({ total: 2, afterWindowLeftOut: 1, beforeExposureLeftOut: 0 })
    })

    it('keeps an event after the window when a client time is missing', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0], ['b', 0])

      await experiment.convertAt(T0 + 30 * DAY, ['a', 'buy', 1])
      await experiment.convert(['b', 'buy', 10, null, T0 + 30 * DAY])

      const readout = await experiment.read({ ...sumOfBuys, attributionWindowDays: 7 })
      expect(meanOf(readout)).toBe(5.5)
      expect(readout.timing).toMatchObject({ total: 2, afterWindowLeftOut: 0, withoutClientTime: 2 })
    })

    it('has no bound after the exposure without a window', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0])

      await experiment.convert(['a', 'buy', 1, null, T0 + 4000 * DAY])

      expect(meanOf(await experiment.read({ ...sumOfBuys, attributionWindowDays: null }))).toBe(1)
    })

    it('takes a window in fractions of a day', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0])

      await experiment.convert(['a', 'buy', 1, null, T0 + DAY / 2], ['a', 'buy', 10, null, T0 + DAY / 2 + 1])

      expect(meanOf(await experiment.read({ ...sumOfBuys, attributionWindowDays: 0.5 }))).toBe(1)
    })

    it('applies to every metric, and converted sees counted events only', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0])

      await experiment.convert(
        ['a', 'buy', 1, null, T0 - 1],
        ['a', 'visit', 1, null, T0 - 1],
        ['a', 'visit', 0, null, T0 + 1],
      )

      const metrics = [
        { name: 'buy', outcome: 'converted' },
        { name: 'visit', outcome: 'converted' },
      ] as const
      expect((await experiment.read({ metrics })).cells[0]!.metrics.map(({ converted }) => converted)).toEqual([0, 0])
    })

    it('holds times before 1970', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, -5_000_000_000])

      await experiment.convert(
        ['a', 'buy', 1, null, -5_000_000_001],
        ['a', 'buy', 10, null, -4_999_999_999],
        ['a', 'buy', 100, null, 0],
      )

      expect(meanOf(await experiment.read(sumOfBuys))).toBe(110)
    })
  })

  describe('event timing', () => {
    it('sorts the events of the primary metric by the horizon, by receive time where there is no client time', async () => {
      const experiment = newExperiment()
      await experiment.exposeAt(T0, ['a', 0, T0], ['b', 1])
      const horizon = T0 + 14 * DAY

      await experiment.convert(
        ['a', 'buy', 1, null, horizon],
        ['a', 'buy', 1, null, horizon + 1],
        ['b', 'buy', 1, null, T0 - 1],
      )
      await experiment.convertAt(horizon + 1, ['b', 'buy', 1], ['b', 'other', 1])

      expect((await experiment.read({ timingHorizonDays: 14 })).timing).toEqual({
        total: 4,
        inWindow: 1,
        late: 2,
        outOfOrder: 1,
        beforeExposureLeftOut: 0,
        afterWindowLeftOut: 0,
        withoutClientTime: 2,
      })
    })

    it('counts nothing for a primary metric without events', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])
      await experiment.convert(['a', 'other', 1])

      expect((await experiment.read()).timing).toEqual(NO_EVENTS)
    })
  })

  describe('rate spikes', () => {
    const rule = { maxEvents: 3, windowMinutes: 60 }
    const times = (...offsets: number[]) => offsets.map(offset => ['bot', 'buy', 1, null, T0 + offset] as const)

    it('keeps a person with exactly the greatest number of events', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 0], ['ann', 1])

      await experiment.convert(...times(0, 0, 0))

      expect((await experiment.read({ rateSpike: rule })).population).toMatchObject({
        treatedUsers: 2,
        rateSpikeExcludedByArm: [0, 0],
      })
    })

    it('leaves a person with one event more out, events and all, and counts it in its arm', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 1], ['ann', 1])

      await experiment.convert(...times(0, 0, 0, 0), ['ann', 'buy', 1])

      const { population, cells, timing } = await experiment.read({ rateSpike: rule })
      expect(population).toMatchObject({ treatedUsers: 1, rateSpikeExcludedByArm: [0, 1] })
      expect(cells).toMatchObject([{ arm: 1, metrics: [{ converted: 1, outcome: { n: 1 } }] }])
      expect(timing.total).toBe(1)
    })

    it('takes both ends of the window in', async () => {
      const [within, beyond] = [newExperiment(), newExperiment()]
      await within.expose(['bot', 0])
      await beyond.expose(['bot', 0])

      await within.convert(...times(60 * MINUTE, 0, 30, 20))
      await beyond.convert(...times(60 * MINUTE + 1, 0, 30, 20))

      expect((await within.read({ rateSpike: rule })).population.rateSpikeExcludedByArm).toEqual([1, 0])
      expect((await beyond.read({ rateSpike: rule })).population.rateSpikeExcludedByArm).toEqual([0, 0])
    })

    it('keeps a person with many events spread over time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 0])

      await experiment.convert(...times(...Array.from({ length: 50 }, (_, at) => at * 21 * MINUTE)))

      expect((await experiment.read({ rateSpike: rule })).population.treatedUsers).toBe(1)
    })

    it('finds a spike in the middle of a long history', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 0])
      const spread = Array.from({ length: 50 }, (_, at) => at * DAY)

      await experiment.convert(...times(...spread, 20 * DAY + 1, 20 * DAY + 2, 20 * DAY + 3))

      expect((await experiment.read({ rateSpike: rule })).population.treatedUsers).toBe(0)
    })

    it('counts events of every metric, left out or not, by receive time where there is no client time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 0, T0])

      await experiment.convert(['bot', 'buy', 1, null, T0 - 1], ['bot', 'visit', 0, null, T0])
      await experiment.convertAt(T0 + 1, ['bot', 'view', 1], ['bot', 'other', 1])

      expect((await experiment.read({ rateSpike: rule })).population.treatedUsers).toBe(0)
    })

    it('keeps everybody when the rule is off', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 0])

      await experiment.convert(...times(...Array<number>(200).fill(0)))

      const { population, cells } = await experiment.read({ rateSpike: null })
      expect(population).toMatchObject({ treatedUsers: 1, rateSpikeExcludedByArm: [0, 0] })
      expect(cells[0]!.metrics[0]!.converted).toBe(1)
    })

    it('leaves a person in the holdout out too, and counts it in no arm', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', -1], ['held', -1])

      await experiment.convert(...times(0, 0, 0, 0))

      const { population, heldOut } = await experiment.read({ rateSpike: rule })
      expect(population).toMatchObject({ heldOutUsers: 1, rateSpikeExcludedByArm: [0, 0] })
      expect(heldOut).toMatchObject([{ converted: 0, outcome: { n: 1 } }])
    })
  })

  describe('cells', () => {
    it('are one for each arm, stratum and completeness, in that order, null stratum first', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 1], ['b', 0], ['c', 0], ['d', 0], ['e', 0])
      await experiment.stratify(['b', 'south'], ['c', 'north'], ['d', 'north'], ['a', 'north'])
      await experiment.measure(['c', 'age', 1], ['a', 'age', 1])

      const { cells } = await experiment.read()

      expect(cells.map(({ arm, stratum, hasAllCovariates }) => [arm, stratum, hasAllCovariates])).toEqual([
        [0, null, false],
        [0, 'north', false],
        [0, 'north', true],
        [0, 'south', false],
        [1, 'north', true],
      ])
    })

    it('cross the primary outcome with the covariates, in the order of their names', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0], ['c', 0])
      await experiment.measure(['a', 'z', 1], ['b', 'z', 2], ['c', 'z', 6], ['a', 'k', 4], ['b', 'k', 4], ['c', 'k', 7])

      await experiment.convert(['a', 'buy', 1], ['b', 'buy', 3], ['c', 'buy', 8])

      const { cells, covariates } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(covariates).toEqual(['k', 'z'])
      expect(cells).toHaveLength(1)
      expectClose(cells[0]!.crossed!.means, [4, 5, 3])
      expectClose(cells[0]!.crossed!.products, [26, 12, 19, 12, 6, 9, 19, 9, 14])
      expect(cells[0]!.crossed!.n).toBe(3)
    })

    it('are without crossed moments for persons who lack one covariate of several', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0])

      await experiment.measure(['a', 'age', 1], ['a', 'spend', 1], ['b', 'age', 0])

      const { cells } = await experiment.read()
      expect(cells.map(cell => [cell.hasAllCovariates, cell.crossed?.n ?? null])).toEqual([
        [false, null],
        [true, 1],
      ])
    })

    it('take a covariate of value 0 for present', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])

      await experiment.measure(['a', 'age', 0])

      expect((await experiment.read()).cells[0]!.crossed!.means).toEqual([0, 0])
    })

    it('read no covariate when there are too many, and say how many there are', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])
      await experiment.measure(['a', 'one', 1], ['a', 'two', 1], ['b', 'three', 1])

      const [enough, tooFew] = [
        await experiment.read({ maxCovariates: 3 }),
        await experiment.read({ maxCovariates: 2 }),
      ]

      expect(enough).toMatchObject({ covariates: ['one', 'three', 'two'], covariateCount: 3 })
      expect(tooFew).toMatchObject({
        covariates: [],
        covariateCount: 3,
        cells: [{ hasAllCovariates: false, crossed: null }],
      })
    })

    it('read no stratum when there are too many, and say how many there are', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0])
      await experiment.stratify(['a', 'north'], ['b', 'south'])

      const readout = await experiment.read({ maxStrata: 1 })

      expect(readout.stratumCount).toBe(2)
      expect(readout.cells.map(cell => [cell.stratum, cell.metrics[0]!.outcome.n])).toEqual([[null, 2]])
    })

    it('count strata and covariates of users who were never exposed', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])

      await experiment.stratify(['ghost', 'north'])
      await experiment.measure(['ghost', 'age', 1])

      expect(await experiment.read()).toMatchObject({
        stratumCount: 1,
        covariateCount: 1,
        covariates: ['age'],
        cells: [{ stratum: null, hasAllCovariates: false }],
      })
    })
  })

  describe('identity links', () => {
    it('are recorded once, within a batch and across batches', async () => {
      const experiment = newExperiment()

      const first = await experiment.link(['cookie', 'ann'], ['cookie', 'ann'], ['phone', 'ann'])
      const again = await experiment.link(['phone', 'ann'])

      expect(first).toEqual({ recorded: 2, deduplicated: 1, refused: [] })
      expect(again).toEqual({ recorded: 0, deduplicated: 1, refused: [] })
      expect((await experiment.read()).population.identities).toMatchObject({ links: 2 })
    })

    it('are refused from an id to itself, with the place of the item', async () => {
      const experiment = newExperiment()

      const counts = await experiment.link(['cookie', 'ann'], ['ann', 'ann'], ['new', 'new'])

      expect(counts).toEqual({
        recorded: 1,
        deduplicated: 0,
        refused: [
          { index: 1, userId: 'ann', reason: 'self_link' },
          { index: 2, userId: 'new', reason: 'self_link' },
        ],
      })
    })

    it('are refused where they would make a chain, from either end', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])

      const counts = await experiment.link(['phone', 'cookie'], ['ann', 'bob'], ['phone', 'ann'])

      expect(counts).toEqual({
        recorded: 1,
        deduplicated: 0,
        refused: [
          { index: 0, userId: 'phone', reason: 'would_chain' },
          { index: 1, userId: 'ann', reason: 'would_chain' },
        ],
      })
    })

    it('are refused where a link of the same batch makes the chain', async () => {
      const experiment = newExperiment()

      const { refused } = await experiment.link(['a', 'b'], ['b', 'c'], ['c', 'a'], ['b', 'a'])

      expect(refused.map(({ index, reason }) => [index, reason])).toEqual([
        [1, 'would_chain'],
        [2, 'would_chain'],
        [3, 'would_chain'],
      ])
    })

    it('to another person are deduplicated, and counted once as a conflict of the person', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'], ['phone', 'ann'])
      const before = await experiment.version()

      const counts = await experiment.link(['cookie', 'bob'], ['cookie', 'cid'], ['phone', 'bob'])
      const marked = await experiment.version()
      await experiment.link(['cookie', 'dot'])

      expect(counts).toEqual({ recorded: 0, deduplicated: 3, refused: [] })
      expect((await experiment.read()).population.conflicts).toEqual({ ...NO_CONFLICTS, identity: 1 })
      expect(marked).not.toBe(before)
      expect(await experiment.version()).toBe(marked)
    })

    it('to the same person by another of its ids are no conflict', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'], ['phone', 'ann'])

      const counts = await experiment.link(['cookie', 'phone'])

      expect(counts).toEqual({ recorded: 0, deduplicated: 1, refused: [] })
      expect((await experiment.read()).population.conflicts.identity).toBe(0)
    })

    it('belong to one experiment', async () => {
      const [one, other] = [newExperiment(), newExperiment()]
      for (const experiment of [one, other]) await experiment.expose(['ann', 1], ['cookie', 1])

      await one.link(['cookie', 'ann'])

      expect((await one.read()).population.treatedUsers).toBe(1)
      expect((await other.read()).population.treatedUsers).toBe(2)
    })

    it('change the data version, and a refused one does not', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      const before = await experiment.version()
      await experiment.link(['ann', 'ann'])
      const refused = await experiment.version()

      await experiment.link(['cookie', 'ann'])

      expect(refused).toBe(before)
      expect(await experiment.version()).not.toBe(before)
    })

    it('of a refused item leave no user behind', async () => {
      const experiment = newExperiment()

      const counts = await experiment.link(['new', 'new'])

      expect(counts.refused).toHaveLength(1)
      expect(await experiment.version()).toBe('0')
      expect(await experiment.expose(['new', 1])).toMatchObject({ recorded: 1 })
    })

    it('are forgotten with a batch that can not be read to its end', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])
      const broken = {
        anonymousId: 'tablet',
        get canonicalId(): never {
          throw new RangeError('unreadable')
        },
      }
      const linkOf = (anonymousId: string, canonicalId: string) => ({ anonymousId, canonicalId })
      const items = [linkOf('phone', 'ann'), linkOf('phone', 'bob'), linkOf('cookie', 'bob'), linkOf('x', 'y'), broken]

      const rejected = experiment.append({ kind: 'identities', items })

      await expect(rejected).rejects.toThrow('unreadable')
      expect(await experiment.link(['y', 'x'], ['phone', 'bob'])).toMatchObject({ recorded: 2, refused: [] })
      expect((await experiment.read()).population.conflicts.identity).toBe(0)
    })
  })

  describe('a person of several ids', () => {
    const linkFirst = [true, false]

    it.each(linkFirst)('counts once, in the arm of the first exposure (links first: %s)', async isLinkFirst => {
      const experiment = newExperiment()
      if (isLinkFirst) await experiment.link(['cookie', 'ann'])

      await experiment.expose(['ann', 1, T0 + 5], ['cookie', 0, T0 + 2], ['bob', 1, T0])
      if (!isLinkFirst) await experiment.link(['cookie', 'ann'])

      const { population, cells } = await experiment.read()
      expect(population).toMatchObject({
        treatedUsers: 2,
        conflicts: { ...NO_CONFLICTS, severalArms: 1 },
        identities: { links: 1, foldedEvents: 1, mergedPersons: 1 },
      })
      expect(cells.map(cell => [cell.arm, cell.metrics[0]!.outcome.n])).toEqual([
        [0, 1],
        [1, 1],
      ])
    })

    it.each(linkFirst)('has the events of all its ids (links first: %s)', async isLinkFirst => {
      const experiment = newExperiment()
      if (isLinkFirst) await experiment.link(['cookie', 'ann'], ['phone', 'ann'])

      await experiment.expose(['phone', 1], ['bob', 1])
      await experiment.convert(['ann', 'buy', 1], ['cookie', 'buy', 10], ['phone', 'buy', 100], ['bob', 'buy', 7])
      if (!isLinkFirst) await experiment.link(['cookie', 'ann'], ['phone', 'ann'])

      const { population, cells, timing } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(cells).toMatchObject([{ arm: 1, metrics: [{ converted: 2, outcome: { n: 2, mean: 59, m2: 5408 } }] }])
      expect(timing.total).toBe(4)
      expect(population.identities).toEqual({ links: 2, foldedEvents: 3, mergedPersons: 0 })
    })

    it('is exposed through an anonymous id alone, under a name that was never seen', async () => {
      const experiment = newExperiment()
      await experiment.expose(['cookie', 1])

      await experiment.link(['cookie', 'ann'])

      expect((await experiment.read()).population.treatedUsers).toBe(1)
      expect([await experiment.arm('ann'), await experiment.arm('cookie')]).toEqual([1, 1])
    })

    it('takes the arm by client time, or receive time where there is none', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'], ['phone', 'bob'])
      await experiment.exposeAt(T0 + 50, ['ann', 0, T0 + 60], ['phone', 1, T0 + 49])

      await experiment.exposeAt(T0 + 50, ['cookie', 1], ['bob', 0])

      expect([await experiment.arm('ann'), await experiment.arm('bob')]).toEqual([1, 1])
    })

    it('takes the exposure that arrived first where times are equal', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'], ['phone', 'bob'])
      await experiment.expose(['cookie', 1, T0], ['bob', 0, T0])

      await experiment.exposeAt(T0, ['ann', 0], ['phone', 1])

      expect([await experiment.arm('ann'), await experiment.arm('phone')]).toEqual([1, 0])
      expect((await experiment.read()).cells.map(({ arm }) => arm)).toEqual([0, 1])
    })

    it('is held out when that came first, and is then in no arm', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])
      await experiment.expose(['cookie', -1, T0], ['ann', 1, T0 + 1])

      const { population, cells, heldOut } = await experiment.read()

      expect(population).toMatchObject({
        treatedUsers: 0,
        heldOutUsers: 1,
        conflicts: { ...NO_CONFLICTS, treatedAndHeldOut: 1 },
      })
      expect([cells.length, heldOut[0]!.outcome.n]).toEqual([0, 1])
      expect(await experiment.arm('ann')).toBe(-1)
    })

    it('is treated when that came before the holdout', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])
      await experiment.expose(['cookie', -1, T0 + 1], ['ann', 1, T0])

      const { population } = await experiment.read()

      expect(population).toMatchObject({ treatedUsers: 1, heldOutUsers: 0, conflicts: { treatedAndHeldOut: 1 } })
    })

    it('is dropped when its first exposure is to an arm that is not known', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])
      await experiment.expose(['cookie', 5, T0], ['ann', 1, T0 + 1])

      const { population } = await experiment.read()

      expect(population).toMatchObject({ treatedUsers: 0, heldOutUsers: 0, conflicts: { severalArms: 0 } })
    })

    it('judges the time of its events by its first exposure', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])
      await experiment.expose(['ann', 1, T0 + 100], ['cookie', 1, T0])

      await experiment.convert(['ann', 'buy', 1, null, T0 + 50], ['cookie', 'buy', 10, null, T0 - 1])

      const { cells, timing } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(cells[0]!.metrics[0]!.outcome).toEqual({ n: 1, mean: 1, m2: 0 })
      expect(timing).toMatchObject({ total: 2, beforeExposureLeftOut: 1, inWindow: 1 })
    })

    it.each(linkFirst)('has the stratum that was written first (links first: %s)', async isLinkFirst => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      if (isLinkFirst) await experiment.link(['cookie', 'ann'], ['phone', 'ann'])

      await experiment.stratify(['cookie', 'south'], ['ann', 'north'], ['phone', 'north'])
      if (!isLinkFirst) await experiment.link(['cookie', 'ann'], ['phone', 'ann'])

      const { cells, population, stratumCount } = await experiment.read()
      expect(cells.map(({ stratum }) => stratum)).toEqual(['south'])
      expect(population.conflicts).toEqual({ ...NO_CONFLICTS, severalStrata: 1 })
      expect(stratumCount).toBe(2)
    })

    it('is in no conflict when the strata of its ids agree', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])

      await experiment.stratify(['cookie', 'south'], ['ann', 'south'])

      expect((await experiment.read()).population.conflicts).toEqual(NO_CONFLICTS)
    })

    it('has the first value of each covariate, from whichever id it came', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.link(['cookie', 'ann'], ['phone', 'ann'])

      await experiment.measure(['cookie', 'age', 30], ['ann', 'age', 40], ['phone', 'age', 50], ['ann', 'spend', 7])

      const { cells, population } = await experiment.read()
      expect(cells[0]!.crossed!.means).toEqual([0, 30, 7])
      expect(population.conflicts).toEqual({ ...NO_CONFLICTS, covariate: 1 })
    })

    it('is left out for the rate of the events of all its ids together', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1], ['bob', 1])
      await experiment.link(['cookie', 'ann'])

      await experiment.convert(
        ['ann', 'buy', 1],
        ['ann', 'buy', 1],
        ['cookie', 'buy', 1],
        ['cookie', 'visit', 1],
        ['bob', 'buy', 1],
      )

      const { population, cells, timing } = await experiment.read({ rateSpike: { maxEvents: 3, windowMinutes: 60 } })
      expect(population).toMatchObject({ treatedUsers: 1, rateSpikeExcludedByArm: [0, 1] })
      expect(cells).toMatchObject([{ metrics: [{ converted: 1, outcome: { n: 1 } }] }])
      expect(timing.total).toBe(1)
    })

    it('leaves the raw counts as they were recorded', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1], ['cookie', 0])
      await experiment.convert(['cookie', 'buy', 2])

      await experiment.link(['cookie', 'ann'])

      expect(await experiment.countRaw()).toEqual({
        exposures: [
          { arm: 0, count: 1 },
          { arm: 1, count: 1 },
        ],
        conversions: [{ metric: 'buy', count: 1, valueSum: 2 }],
      })
    })

    it('is found again when the store is closed and opened', async () => {
      const engine = createEngine()
      const before = await engine.open()
      const written = experimentOf(before, 'x')
      await written.expose(['ann', 1, T0 + 5], ['cookie', 0, T0], ['bob', 1])
      await written.link(['cookie', 'ann'], ['cookie', 'bob'], ['ann', 'bob'])
      await written.exclude('bob', 'cid')
      await written.liftExclusion('bob')
      await written.correctStrata(['ann', 'north'])
      const readout = await written.read()
      await before.close()

      const after = await engine.open()
      const found = experimentOf(after, 'x')
      const again = [
        await found.link(['cookie', 'ann'], ['cookie', 'bob'], ['ann', 'bob'], ['phone', 'cookie']),
        await found.exclude('cid', 'bob'),
        await found.stratify(['ann', 'south']),
      ]

      expect(again.map(({ recorded, deduplicated, refused }) => [recorded, deduplicated, refused.length])).toEqual([
        [0, 2, 2],
        [1, 1, 0],
        [0, 1, 0],
      ])
      expect(await found.arm('ann')).toBe(0)
      await found.liftExclusion('bob')
      expect({ ...(await found.read()), dataVersion: '' }).toEqual({ ...readout, dataVersion: '' })
      await after.close()
    })
  })

  describe('clusters', () => {
    const exposureIn = (clusterId: string | null, row: ExposureRow) => ({ ...exposureOf(row), clusterId })

    it('are kept with the first exposure of a user', async () => {
      const experiment = newExperiment()
      await experiment.append({
        kind: 'exposures',
        items: [exposureIn('store 1', ['ann', 0]), exposureIn('store 2', ['ann', 0]), exposureIn(null, ['bob', 1])],
      })

      await experiment.append({ kind: 'exposures', items: [exposureIn('store 3', ['bob', 1]), exposureOf(['cid', 1])] })

      const clusters = await Promise.all(['ann', 'bob', 'cid', 'nobody'].map(experiment.cluster))
      expect(clusters).toEqual(['store 1', null, null, null])
    })

    it('are those of the first exposure of a person', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'], ['phone', 'bob'])

      await experiment.append({
        kind: 'exposures',
        items: [
          exposureIn('👩‍👩‍👧', ['ann', 0, T0 + 1]),
          exposureIn('north', ['cookie', 0, T0]),
          exposureIn('north', ['phone', 0, T0 + 1]),
          exposureIn(null, ['bob', 0, T0]),
        ],
      })

      const clusters = await Promise.all(['ann', 'cookie', 'bob', 'phone'].map(experiment.cluster))
      expect(clusters).toEqual(['north', 'north', null, null])
    })

    it('count as no stratum, and are not met in an experiment without any', async () => {
      const experiment = newExperiment()

      await experiment.append({ kind: 'exposures', items: [exposureIn('north', ['ann', 0])] })

      expect(await experiment.read()).toMatchObject({ stratumCount: 0, covariateCount: 0, cells: [{ stratum: null }] })
      expect(await newExperiment().cluster('ann')).toBeNull()
    })

    it('are found again when the store is closed and opened', async () => {
      const engine = createEngine()
      const before = await engine.open()
      const items = ['north', 'south', 'north'].map((cluster, at) => exposureIn(cluster, [`user-${at}`, 0]))
      await experimentOf(before, 'x').append({ kind: 'exposures', items })
      await before.close()

      const after = await engine.open()
      const found = experimentOf(after, 'x')
      await found.append({ kind: 'exposures', items: [exposureIn('south', ['user-3', 0])] })

      const clusters = await Promise.all([0, 1, 2, 3].map(at => found.cluster(`user-${at}`)))
      expect(clusters).toEqual(['north', 'south', 'north', 'south'])
      await after.close()
    })

    it('are forgotten with a batch that can not be read to its end', async () => {
      const experiment = newExperiment()
      await experiment.append({ kind: 'exposures', items: [exposureIn('north', ['ann', 0])] })
      const broken = {
        ...exposureOf(['eve', 1]),
        get clusterId(): never {
          throw new RangeError('unreadable')
        },
      }

      const rejected = experiment.append({ kind: 'exposures', items: [exposureIn('south', ['bob', 0]), broken] })

      await expect(rejected).rejects.toThrow('unreadable')
      await experiment.append({ kind: 'exposures', items: [exposureIn('west', ['bob', 0])] })
      expect([await experiment.cluster('ann'), await experiment.cluster('bob')]).toEqual(['north', 'west'])
    })
  })

  describe('manual exclusions', () => {
    it('leave a person out, events and all, and are counted in its arm', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1], ['bob', 1], ['cid', 0])
      await experiment.convert(['ann', 'buy', 1], ['bob', 'buy', 1])

      const counts = await experiment.exclude('ann', 'ann', 'ghost')

      const { population, cells, timing } = await experiment.read()
      expect(counts).toEqual({ recorded: 2, deduplicated: 1, refused: [] })
      expect(population).toMatchObject({
        treatedUsers: 2,
        manuallyExcludedByArm: [0, 1],
        rateSpikeExcludedByArm: [0, 0],
      })
      expect(cells.map(cell => [cell.arm, cell.metrics[0]!.outcome.n])).toEqual([
        [0, 1],
        [1, 1],
      ])
      expect(timing.total).toBe(1)
    })

    it('may come before the exposure', async () => {
      const experiment = newExperiment()
      await experiment.exclude('ann')

      await experiment.expose(['ann', 0], ['bob', 0])

      expect((await experiment.read()).population).toMatchObject({ treatedUsers: 1, manuallyExcludedByArm: [1, 0] })
    })

    it('are lifted, and may be made again', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.exclude('ann')

      const lifted = await experiment.liftExclusion('ann', 'ann', 'ghost')
      const { treatedUsers } = (await experiment.read()).population
      const again = await experiment.exclude('ann')

      expect(lifted).toEqual({ recorded: 1, deduplicated: 2, refused: [] })
      expect(treatedUsers).toBe(1)
      expect(again.recorded).toBe(1)
      expect((await experiment.read()).population).toMatchObject({ treatedUsers: 0, manuallyExcludedByArm: [1, 0] })
    })

    it('that are made and lifted at once follow the order of sending', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['bob', 0])

      await Promise.all([
        experiment.exclude('ann', 'bob'),
        experiment.liftExclusion('ann', 'bob'),
        experiment.exclude('bob'),
      ])

      expect((await experiment.read()).population).toMatchObject({ treatedUsers: 1, manuallyExcludedByArm: [1, 0] })
    })

    it('of any id leave the whole person out, and that id alone is lifted', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['bob', 0])
      await experiment.exclude('cookie', 'ann')

      await experiment.link(['cookie', 'ann'])
      await experiment.liftExclusion('ann')
      const still = await experiment.read()
      await experiment.liftExclusion('cookie')

      expect(still.population).toMatchObject({ treatedUsers: 1, manuallyExcludedByArm: [1, 0] })
      expect((await experiment.read()).population.treatedUsers).toBe(2)
    })

    it('win over a rate spike', async () => {
      const experiment = newExperiment()
      await experiment.expose(['bot', 0], ['fast', 0])
      await experiment.convert(...['bot', 'fast'].flatMap(user => Array(4).fill([user, 'buy', 1] as const)))

      await experiment.exclude('bot')

      const { population } = await experiment.read({ rateSpike: { maxEvents: 3, windowMinutes: 60 } })
      expect(population).toMatchObject({
        treatedUsers: 0,
        manuallyExcludedByArm: [1, 0],
        rateSpikeExcludedByArm: [1, 0],
      })
    })

    it('leave a person in the holdout out, and count it in no arm', async () => {
      const experiment = newExperiment()
      await experiment.expose(['held', -1], ['other', -1])
      await experiment.convert(['held', 'buy', 1])

      await experiment.exclude('held')

      const { population, heldOut } = await experiment.read()
      expect(population).toMatchObject({ heldOutUsers: 1, manuallyExcludedByArm: [0, 0] })
      expect(heldOut).toMatchObject([{ converted: 0, outcome: { n: 1 } }])
    })

    it('are forgotten with a batch that can not be read to its end', async () => {
      const experiment = newExperiment()
      await experiment.exclude('ann')
      const broken = {
        userId: 'dot',
        get reason(): never {
          throw new RangeError('unreadable')
        },
      }
      const nameless = {
        get userId(): never {
          throw new RangeError('unreadable')
        },
      }

      const rejected = await Promise.allSettled([
        experiment.append({ kind: 'exclusions', items: [{ userId: 'bob', reason: 'manual' }, broken] }),
        experiment.append({ kind: 'lifted_exclusions', items: [{ userId: 'ann' }, nameless] }),
      ])
      const again = [await experiment.exclude('bob', 'ann'), await experiment.liftExclusion('ann')]

      expect(rejected.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      expect(again).toMatchObject([
        { recorded: 1, deduplicated: 1 },
        { recorded: 1, deduplicated: 0 },
      ])
    })
  })

  describe('the holdout', () => {
    it('is read by metric, apart from the arms, over all strata', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', -1], ['b', -1], ['c', -1], ['d', 1])
      await experiment.stratify(['a', 'north'], ['b', 'south'])
      await experiment.measure(['a', 'age', 3])

      await experiment.convert(['a', 'buy', 2], ['b', 'buy', 4], ['c', 'visit', 1], ['d', 'buy', 9])

      const { heldOut, cells, timing } = await experiment.read({
        metrics: [
          { name: 'buy', outcome: 'sum' },
          { name: 'visit', outcome: 'converted' },
        ],
      })
      expect(heldOut.map(({ converted }) => converted)).toEqual([2, 1])
      expectClose([heldOut[0]!.outcome.n, heldOut[0]!.outcome.mean, heldOut[0]!.outcome.m2], [3, 2, 8])
      expect(cells.map(({ arm }) => arm)).toEqual([1])
      expect(timing.total).toBe(1)
    })

    it('leaves out events that came before it, when both carry a client time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', -1, T0])

      await experiment.convert(['a', 'buy', 1, null, T0 - 1], ['a', 'buy', 10, null, T0])

      const { heldOut } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })
      expect(heldOut[0]!.outcome).toMatchObject({ n: 1, mean: 10 })
    })
  })

  describe('corrections', () => {
    it('overwrite a stratum, the last one last, and later first writes are deduplicated', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['bob', 0])
      await experiment.stratify(['ann', 'nroth'])

      const corrected = await experiment.correctStrata(['ann', 'east'], ['ann', 'north'], ['bob', 'south'])
      const late = await experiment.stratify(['ann', 'west'], ['bob', 'west'])

      expect(corrected).toEqual({ recorded: 3, deduplicated: 0, refused: [] })
      expect(late).toMatchObject({ recorded: 0, deduplicated: 2 })
      expect((await experiment.read()).cells.map(({ stratum }) => stratum)).toEqual(['north', 'south'])
    })

    it('overwrite a covariate and no other', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.measure(['ann', 'age', 30], ['ann', 'spend', 7])

      await experiment.correctMeasures(['ann', 'age', 31])

      expect((await experiment.read()).cells[0]!.crossed!.means).toEqual([0, 31, 7])
    })

    it('stand for the whole person, whenever its ids are linked, and end a conflict', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.stratify(['cookie', 'south'], ['ann', 'west'])
      await experiment.measure(['cookie', 'age', 1], ['ann', 'age', 2])
      await experiment.correctStrata(['ann', 'north'])

      await experiment.link(['cookie', 'ann'])
      await experiment.correctMeasures(['cookie', 'age', 3])

      const { cells, population } = await experiment.read()
      expect(cells).toMatchObject([{ stratum: 'north', crossed: { means: [0, 3] } }])
      expect(population.conflicts).toEqual(NO_CONFLICTS)
    })

    it('change the data version each time', async () => {
      const experiment = newExperiment()
      await experiment.correctStrata(['ann', 'north'])
      const first = await experiment.version()

      await experiment.correctStrata(['ann', 'north'])

      expect(await experiment.version()).not.toBe(first)
    })

    it('are forgotten with a batch that can not be read to its end', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['bob', 0])
      await experiment.stratify(['ann', 'north'])
      const broken = {
        userId: 'eve',
        get stratum(): never {
          throw new RangeError('unreadable')
        },
      }
      const items = [{ userId: 'ann', stratum: 'south' }, { userId: 'bob', stratum: 'south' }, broken]

      const rejected = experiment.append({ kind: 'stratum_corrections', items })

      await expect(rejected).rejects.toThrow('unreadable')
      expect(await experiment.stratify(['ann', 'west'], ['bob', 'east'])).toMatchObject({
        recorded: 1,
        deduplicated: 1,
      })
      expect((await experiment.read()).cells.map(({ stratum }) => stratum)).toEqual(['east', 'north'])
    })
  })

  describe('deletion', () => {
    it('erases everything of the experiment and nothing of others', async () => {
      const [one, other] = [newExperiment(), newExperiment()]
      for (const experiment of [one, other]) {
        await experiment.expose(['ann', 0])
        await experiment.convert(['ann', 'buy', 1, 'k'])
        await experiment.measure(['ann', 'age', 1])
        await experiment.stratify(['ann', 'north'])
      }

      await one.delete()

      expect(await one.arm('ann')).toBeNull()
      expect(await one.version()).toBe('0')
      expect(await one.countRaw()).toEqual({ exposures: [], conversions: [] })
      expect(await one.read()).toMatchObject({ cells: [], covariateCount: 0, stratumCount: 0 })
      expect((await other.read()).cells).toMatchObject([{ stratum: 'north', crossed: { n: 1 } }])
    })

    it('erases links, exclusions and corrections, so that ids may change their parts', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'], ['cookie', 'bob'])
      await experiment.exclude('ann')
      await experiment.correctStrata(['ann', 'north'])

      await experiment.delete()
      const counts = [
        await experiment.link(['ann', 'cookie']),
        await experiment.exclude('ann'),
        await experiment.stratify(['ann', 'south']),
      ]

      expect(counts.map(({ recorded }) => recorded)).toEqual([1, 1, 1])
      expect((await experiment.read()).population.conflicts.identity).toBe(0)
    })

    it('lets the same users and keys be recorded anew', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.convert(['ann', 'buy', 1, 'k'])

      await experiment.delete()
      const exposed = await experiment.expose(['ann', 1])
      const converted = await experiment.convert(['ann', 'buy', 2, 'k'])

      expect([exposed.recorded, converted.recorded]).toEqual([1, 1])
      expect(await experiment.arm('ann')).toBe(1)
      expect((await experiment.countRaw()).conversions).toEqual([{ metric: 'buy', count: 1, valueSum: 2 }])
    })

    it('takes what was sent before it and leaves what is sent after it', async () => {
      const experiment = newExperiment()

      const before = experiment.expose(['ann', 0])
      const deleted = experiment.delete()
      const after = experiment.expose(['ann', 1])
      await Promise.all([before, deleted, after])

      expect(await experiment.arm('ann')).toBe(1)
      expect((await experiment.countRaw()).exposures).toEqual([{ arm: 1, count: 1 }])
    })

    it('of an unknown experiment is done at once', async () => {
      await expect(newExperiment().delete()).resolves.toBeUndefined()
    })
  })

  describe('reading while writing', () => {
    it('sees each batch whole or not at all', async () => {
      const experiment = newExperiment()
      const write = async () => {
        for (let batch = 0; batch < 30; batch += 1) {
          await experiment.expose(...Array.from({ length: 10 }, (_, i) => [`user-${batch}-${i}`, i % 2] as const))
        }
      }
      const sizes: number[][] = []
      const read = async () => {
        for (let at = 0; at < 20; at += 1) {
          const { population, cells } = await experiment.read()
          sizes.push([population.treatedUsers, cells.reduce((sum, cell) => sum + cell.metrics[0]!.outcome.n, 0)])
        }
      }

      await Promise.all([write(), read()])

      expect(sizes.every(([treated, inCells]) => treated === inCells && treated! % 10 === 0)).toBe(true)
      expect((await experiment.read()).population.treatedUsers).toBe(300)
    })

    it('sees every batch that was acknowledged before', async () => {
      const experiment = newExperiment()

      await experiment.expose(['a', 0])
      const first = await experiment.read()
      await experiment.expose(['b', 0])
      const second = await experiment.read()

      expect([first.population.treatedUsers, second.population.treatedUsers]).toEqual([1, 2])
    })
  })

  describe('closing and opening', () => {
    it('finds everything again, and first writes still win', async () => {
      const engine = createEngine()
      const before = await engine.open()
      const written = experimentOf(before, 'x')
      await written.expose(['ann', 0, T0], ['👩‍👩‍👧', 1], ['held', -1])
      await written.convert(['ann', 'buy', 2, 'k', T0 + 1], ['ann', 'buy', 3])
      await written.measure(['ann', 'age', 30])
      await written.stratify(['ann', 'north'])
      const [counts, readout] = [await written.countRaw(), await written.read()]
      await before.close()

      const after = await engine.open()
      const found = experimentOf(after, 'x')
      const again = [
        await found.expose(['ann', 1], ['👩‍👩‍👧', 0], ['held', 0]),
        await found.convert(['ann', 'buy', 2, 'k']),
        await found.measure(['ann', 'age', 31]),
        await found.stratify(['ann', 'south']),
      ]

      expect(again.map(({ recorded }) => recorded)).toEqual([0, 0, 0, 0])
      expect(await found.arm('👩‍👩‍👧')).toBe(1)
      expect(await found.countRaw()).toEqual(counts)
      expect(await found.read()).toEqual(readout)
      expect(await found.version()).toBe(readout.dataVersion)
      await after.close()
    })

    it('goes on counting versions where it stopped', async () => {
      const engine = createEngine()
      const before = await engine.open()
      await experimentOf(before, 'x').expose(['a', 0], ['b', 0])
      const version = await before.dataVersion('x')
      await before.close()

      const after = await engine.open()
      await experimentOf(after, 'y').expose(['a', 0])
      await experimentOf(after, 'x').expose(['c', 0])

      expect(Number(await after.dataVersion('x'))).toBeGreaterThan(Number(version))
      expect((await experimentOf(after, 'x').countRaw()).exposures).toEqual([{ arm: 0, count: 3 }])
      await after.close()
    })

    it('drains what was accepted before it closes, and refuses what comes later', async () => {
      const engine = createEngine()
      const before = await engine.open()
      const sent = Array.from({ length: 10 }, (_, at) => experimentOf(before, `x${at % 3}`).expose([`user-${at}`, 0]))

      await before.close()
      const late = experimentOf(before, 'x0').expose(['late', 0])

      await expect(late).rejects.toBeInstanceOf(EventStoreUnavailableError)
      expect((await Promise.all(sent)).map(({ recorded }) => recorded)).toEqual(Array(10).fill(1))
      const after = await engine.open()
      expect((await experimentOf(after, 'x0').countRaw()).exposures).toEqual([{ arm: 0, count: 4 }])
      await after.close()
    })

    it('closes twice without complaint', async () => {
      const once = await createEngine().open()

      await once.close()

      await expect(once.close()).resolves.toBeUndefined()
    })
  })

  describe('readiness', () => {
    it('is shown by a probe that changes no version', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])
      const version = await experiment.version()

      await store.probe()

      expect(await experiment.version()).toBe(version)
      expect(store.queueDepth().items).toBe(0)
    })
  })
}

const NO_CONFLICTS = { severalArms: 0, treatedAndHeldOut: 0, severalStrata: 0, covariate: 0, identity: 0 }

const NO_EVENTS = {
  total: 0,
  inWindow: 0,
  late: 0,
  outOfOrder: 0,
  beforeExposureLeftOut: 0,
  afterWindowLeftOut: 0,
  withoutClientTime: 0,
}

type ExposureRow = readonly [userId: string, arm: number, occurredAt?: number | null]
type ConversionRow = readonly [
  userId: string,
  metric: string,
  value: number,
  idempotencyKey?: string | null,
  occurredAt?: number | null,
]
type BatchItems = EventBatch extends infer Batch
  ? Batch extends EventBatch
    ? Pick<Batch, 'kind' | 'items'>
    : never
  : never

export type Experiment = ReturnType<typeof experimentOf>

/** One experiment of a store, with short words for what the cases do to it. Everything is received at T0 unless said. */
export function experimentOf(store: EventStore, experimentId: string) {
  const append = (batch: BatchItems, receivedAt = T0) => store.append({ experimentId, receivedAt, ...batch })
  return {
    append,
    expose: (...rows: ExposureRow[]) => append({ kind: 'exposures', items: rows.map(exposureOf) }),
    exposeAt: (receivedAt: number, ...rows: ExposureRow[]) =>
      append({ kind: 'exposures', items: rows.map(exposureOf) }, receivedAt),
    convert: (...rows: ConversionRow[]) => append({ kind: 'conversions', items: rows.map(conversionOf) }),
    convertAt: (receivedAt: number, ...rows: ConversionRow[]) =>
      append({ kind: 'conversions', items: rows.map(conversionOf) }, receivedAt),
    measure: (...rows: (readonly [userId: string, covariate: string, value: number])[]) =>
      append({ kind: 'pre_period', items: rows.map(([userId, covariate, value]) => ({ userId, covariate, value })) }),
    stratify: (...rows: (readonly [userId: string, stratum: string])[]) =>
      append({ kind: 'strata', items: rows.map(([userId, stratum]) => ({ userId, stratum })) }),
    correctMeasures: (...rows: (readonly [userId: string, covariate: string, value: number])[]) =>
      append({
        kind: 'pre_period_corrections',
        items: rows.map(([userId, covariate, value]) => ({ userId, covariate, value })),
      }),
    correctStrata: (...rows: (readonly [userId: string, stratum: string])[]) =>
      append({ kind: 'stratum_corrections', items: rows.map(([userId, stratum]) => ({ userId, stratum })) }),
    link: (...rows: (readonly [anonymousId: string, canonicalId: string])[]) =>
      append({
        kind: 'identities',
        items: rows.map(([anonymousId, canonicalId]) => ({ anonymousId, canonicalId })),
      }),
    exclude: (...userIds: string[]) =>
      append({ kind: 'exclusions', items: userIds.map(userId => ({ userId, reason: 'manual' })) }),
    liftExclusion: (...userIds: string[]) =>
      append({ kind: 'lifted_exclusions', items: userIds.map(userId => ({ userId })) }),
    arm: (userId: string) => store.findArm(experimentId, userId),
    cluster: (userId: string) => store.findCluster(experimentId, userId),
    version: () => store.dataVersion(experimentId),
    countRaw: () => store.countRaw(experimentId),
    read: (query: Partial<ReadoutQuery> = {}) => store.readout({ ...PLAIN_QUERY, experimentId, ...query }),
    timeline: (query: Partial<TimelineQuery> = {}) =>
      store.timeline({ ...PLAIN_POPULATION, metrics: [{ name: 'buy', outcome: 'sum' }], experimentId, ...query }),
    person: (userId: string, query: Partial<PersonQuery> = {}) =>
      store.findPerson({ ...PLAIN_POPULATION, maxEvents: 100, experimentId, userId, ...query }),
    rows: () => store.exportRows(experimentId),
    erase: (userId: string) => store.erasePerson(experimentId, userId),
    purge: (query: Partial<RetentionQuery> = {}) =>
      store.purge({ experimentId, exposuresBefore: null, conversionsBefore: null, isDryRun: false, ...query }),
    delete: () => store.deleteExperiment(experimentId),
  }
}

const PLAIN_POPULATION: Omit<PopulationQuery, 'experimentId'> = {
  armCount: 2,
  attributionWindowDays: null,
  rateSpike: { maxEvents: 100, windowMinutes: 60 },
}

const PLAIN_QUERY: Omit<ReadoutQuery, 'experimentId'> = {
  ...PLAIN_POPULATION,
  metrics: [{ name: 'buy', outcome: 'converted' }],
  pairedWith: null,
  readsClusters: false,
  readsHistograms: false,
  quarteredBy: null,
  timingHorizonDays: 14,
  maxCovariates: 5,
  maxStrata: 10,
}

function exposureOf([userId, arm, occurredAt = null]: ExposureRow): Exposure {
  return { userId, arm, occurredAt }
}

function conversionOf([userId, metric, value, idempotencyKey = null, occurredAt = null]: ConversionRow): Conversion {
  return { userId, metric, value, idempotencyKey, occurredAt }
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((value, at) => {
    expect(Math.abs(value - expected[at]!)).toBeLessThanOrEqual(1e-12 * Math.abs(expected[at]!))
  })
}
