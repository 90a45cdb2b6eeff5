import { describe, expect, it } from 'vitest'
import { type Engine, type Experiment, experimentOf } from './event-store.case.ts'

const T0 = 1_700_000_000_000
const DAY = 86_400_000

/** What every engine must tell of one person, and how it must forget one. */
export function describePersons(newExperiment: () => Experiment, createEngine: () => Engine): void {
  describe('a person who is looked up', () => {
    it('is told with everything that is stored, under any of the ids', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1, T0], ['cookie', 0, T0 - DAY])
      await experiment.link(['cookie', 'ann'])
      await experiment.convert(['cookie', 'buy', 2, 'k', T0], ['ann', 'buy', 1, null, T0 - 2 * DAY])
      await experiment.measure(['ann', 'age', 30])
      await experiment.stratify(['cookie', 'north'])
      await experiment.exclude('ann')

      const person = await experiment.person('cookie')

      expect(person).toEqual({
        canonicalId: 'ann',
        anonymousIds: ['cookie'],
        exposures: [
          { userId: 'ann', arm: 1, clientTime: T0, receivedAt: T0, clusterId: null, decides: false },
          { userId: 'cookie', arm: 0, clientTime: T0 - DAY, receivedAt: T0, clusterId: null, decides: true },
        ],
        stratum: 'north',
        covariates: [{ covariate: 'age', value: 30 }],
        excludedIds: [{ userId: 'ann', reason: 'manual' }],
        isRateSpike: false,
        events: [
          { userId: 'cookie', metric: 'buy', value: 2, clientTime: T0, receivedAt: T0, standing: 'counted' },
          {
            userId: 'ann',
            metric: 'buy',
            value: 1,
            clientTime: T0 - 2 * DAY,
            receivedAt: T0,
            standing: 'before_exposure',
          },
        ],
        eventCount: 2,
      })
      expect(await experiment.person('ann')).toEqual(person)
    })

    it('says why events are left out', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0, T0])
      await experiment.convert(['ann', 'buy', 1, null, T0 + 2 * DAY], ['ann', 'buy', 1], ['eve', 'buy', 1])

      const ann = await experiment.person('ann', { attributionWindowDays: 1 })
      const eve = await experiment.person('eve')

      expect(ann!.events.map(({ standing }) => standing)).toEqual(['after_window', 'counted'])
      expect(eve!.events.map(({ standing }) => standing)).toEqual(['not_exposed'])
    })

    it('has the newest events, and the number of all', async () => {
      const experiment = newExperiment()
      await experiment.convert(...[1, 2, 3, 4].map(value => ['ann', 'buy', value] as const))

      const person = await experiment.person('ann', { maxEvents: 2 })

      expect(person!.events.map(({ value }) => value)).toEqual([3, 4])
      expect(person!.eventCount).toBe(4)
    })

    it('is a rate spike when the events of all ids are too many', async () => {
      const experiment = newExperiment()
      await experiment.link(['cookie', 'ann'])
      await experiment.convert(['ann', 'buy', 1, null, T0], ['cookie', 'buy', 1, null, T0], ['ann', 'see', 1, null, T0])

      const [strict, lax] = await Promise.all(
        [2, 3].map(maxEvents => experiment.person('ann', { rateSpike: { maxEvents, windowMinutes: 1 } })),
      )

      expect([strict!.isRateSpike, lax!.isRateSpike]).toEqual([true, false])
    })

    it('has the cluster of each exposure, and the last corrections', async () => {
      const experiment = newExperiment()
      const item = { userId: 'ann', arm: 0, occurredAt: null, clusterId: 'school' }
      await experiment.append({ kind: 'exposures', items: [item] })
      await experiment.correctStrata(['ann', 'north'], ['ann', 'south'])
      await experiment.correctMeasures(['ann', 'age', 1], ['ann', 'age', 2])

      expect(await experiment.person('ann')).toMatchObject({
        exposures: [{ clusterId: 'school' }],
        stratum: 'south',
        covariates: [{ value: 2 }],
      })
    })

    it('is null when nothing is stored', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])

      expect(await experiment.person('bob')).toBeNull()
      expect(await newExperiment().person('ann')).toBeNull()
    })
  })

  describe('a person who is erased', () => {
    it('is gone from everything, under all ids, and the others are as they were', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['cookie', 1], ['bob', 0])
      await experiment.link(['cookie', 'ann'])
      await experiment.convert(['ann', 'buy', 1], ['cookie', 'buy', 2], ['bob', 'buy', 4])
      await experiment.measure(['ann', 'age', 30], ['bob', 'age', 40])
      await experiment.stratify(['cookie', 'north'], ['bob', 'south'])
      const before = await experiment.version()

      const isErased = await experiment.erase('cookie')

      expect(isErased).toBe(true)
      expect(await experiment.version()).not.toBe(before)
      expect([await experiment.person('ann'), await experiment.arm('ann'), await experiment.arm('cookie')]).toEqual([
        null,
        null,
        null,
      ])
      expect(await experiment.countRaw()).toEqual({
        exposures: [{ arm: 0, count: 1 }],
        conversions: [{ metric: 'buy', count: 1, valueSum: 4 }],
      })
      expect(await experiment.read()).toMatchObject({
        population: { treatedUsers: 1, identities: { links: 0, mergedPersons: 0 } },
        cells: [{ arm: 0, stratum: 'south', crossed: { n: 1, means: [1, 40] } }],
      })
    })

    it('does not come back when it is sent again', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.convert(['ann', 'buy', 1, 'k'])
      await experiment.erase('ann')

      const counts = [
        await experiment.expose(['ann', 0], ['bob', 0]),
        await experiment.convert(['ann', 'buy', 1, 'k'], ['ann', 'buy', 1]),
        await experiment.measure(['ann', 'age', 1]),
        await experiment.correctStrata(['ann', 'north']),
        await experiment.link(['cookie', 'ann'], ['ann', 'bob']),
        await experiment.exclude('ann'),
      ]

      expect(counts.map(({ recorded, deduplicated }) => [recorded, deduplicated])).toEqual([
        [1, 1],
        [0, 2],
        [0, 1],
        [0, 1],
        [0, 2],
        [0, 1],
      ])
      expect(await experiment.person('ann')).toBeNull()
    })

    it('goes whole, however many ids it has', async () => {
      const experiment = newExperiment()
      const ids = Array.from({ length: 6000 }, (_, device) => `device-${device}`)
      await experiment.link(...ids.map(id => [id, 'ann'] as const))
      await experiment.expose(['ann', 0], ['device-5999', 1], ['bob', 1])

      await experiment.erase('device-3000')

      const { population, cells } = await experiment.read()
      expect(population.identities).toEqual({ links: 0, foldedEvents: 0, mergedPersons: 0 })
      expect(cells.map(({ arm, metrics }) => [arm, metrics[0]!.outcome.n])).toEqual([[1, 1]])
      expect(await experiment.expose(['device-17', 1])).toMatchObject({ recorded: 0, deduplicated: 1 })
    })

    it('leaves its idempotency keys to others', async () => {
      const experiment = newExperiment()
      await experiment.convert(['ann', 'buy', 1, 'k'])

      await experiment.erase('ann')

      expect(await experiment.convert(['bob', 'buy', 1, 'k'])).toMatchObject({ recorded: 1 })
    })

    it('is still known as erased when the store is closed and opened', async () => {
      const engine = createEngine()
      const before = await engine.open()
      const written = experimentOf(before, 'x')
      await written.expose(['ann', 0], ['bob', 1], ['cid', 0])
      await written.erase('bob')
      const version = await written.version()
      await before.close()

      const after = await engine.open()
      const found = experimentOf(after, 'x')

      expect(await found.version()).toBe(version)
      expect(await found.expose(['bob', 1], ['cid', 1], ['dan', 1])).toMatchObject({ recorded: 1, deduplicated: 2 })
      expect([await found.arm('cid'), await found.arm('dan'), await found.arm('bob')]).toEqual([0, 1, null])
      await after.close()
    })

    it('was nobody when nothing is stored', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      const version = await experiment.version()

      expect([await experiment.erase('bob'), await newExperiment().erase('ann')]).toEqual([false, false])
      expect(await experiment.version()).toBe(version)
      expect(await experiment.expose(['bob', 0])).toMatchObject({ recorded: 1 })
    })

    it('takes what was sent before with it, and nothing of others that are sent at the same time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])

      const sent = experiment.convert(['ann', 'buy', 1], ['bob', 'buy', 1])
      const erased = experiment.erase('ann')
      const later = experiment.expose(['bob', 0], ['ann', 0])
      await Promise.all([sent, erased, later])

      expect((await experiment.countRaw()).conversions).toEqual([{ metric: 'buy', count: 1, valueSum: 1 }])
      expect(await later).toMatchObject({ recorded: 1, deduplicated: 1 })
    })
  })

  describe('rows that are purged', () => {
    it('are those received before, of each kind by its own time', async () => {
      const experiment = newExperiment()
      await experiment.exposeAt(T0, ['old', 0])
      await experiment.exposeAt(T0 + DAY, ['new', 1])
      await experiment.convertAt(T0, ['new', 'buy', 1, 'k'])
      await experiment.convertAt(T0 + DAY, ['new', 'buy', 2])
      const version = await experiment.version()

      const purged = await experiment.purge({ exposuresBefore: T0 + 1, conversionsBefore: T0 + 1 })

      expect(purged).toEqual({ exposures: 1, conversions: 1 })
      expect(await experiment.version()).not.toBe(version)
      expect(await experiment.countRaw()).toEqual({
        exposures: [{ arm: 1, count: 1 }],
        conversions: [{ metric: 'buy', count: 1, valueSum: 2 }],
      })
    })

    it('may come again', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.convert(['ann', 'buy', 1, 'k'])

      await experiment.purge({ exposuresBefore: T0 + 1, conversionsBefore: T0 + 1 })

      expect(await experiment.arm('ann')).toBeNull()
      expect(await experiment.expose(['ann', 1])).toMatchObject({ recorded: 1 })
      expect(await experiment.convert(['ann', 'buy', 1, 'k'])).toMatchObject({ recorded: 1 })
    })

    it('are only counted by a dry run, and none without a time', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      const version = await experiment.version()

      const dry = await experiment.purge({ exposuresBefore: T0 + 1, isDryRun: true })
      const none = await experiment.purge()

      expect([dry, none]).toEqual([
        { exposures: 1, conversions: 0 },
        { exposures: 0, conversions: 0 },
      ])
      expect(await experiment.version()).toBe(version)
      expect(await experiment.arm('ann')).toBe(0)
    })
  })
}
