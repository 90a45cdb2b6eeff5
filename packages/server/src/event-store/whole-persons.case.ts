import { describe, expect, it } from 'vitest'
import type { Experiment } from './event-store.case.ts'
import type { ReadoutCell } from './event-store.ts'
import { expectClose } from './expect-close.ts'

const T0 = 1_700_000_000_000
const DAY = 86_400_000
const DAY_0 = Math.floor(T0 / DAY)

/** What every engine must do with whole persons: their days, pairs of outcomes, clusters, histograms, quarters. */
export function describeWholePersons(newExperiment: () => Experiment): void {
  describe('the day of exposure', () => {
    it('splits the cells, by client time where there is one', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0, T0 - DAY], ['c', 0, T0 + DAY], ['d', 0, T0 - DAY])
      await experiment.convert(['b', 'buy', 1])

      const { cells } = await experiment.read()

      expect(cells.map(cell => [cell.exposureDay - DAY_0, cell.metrics[0]!.outcome.n])).toEqual([
        [-1, 2],
        [0, 1],
        [1, 1],
      ])
      expect(cells.map(cell => cell.metrics[0]!.converted)).toEqual([1, 0, 0])
    })

    it('changes at midnight UTC, before 1970 too', async () => {
      const experiment = newExperiment()

      await experiment.expose(['a', 0, -1], ['b', 0, 0], ['c', 0, DAY - 1], ['d', 0, DAY])

      expect((await experiment.read()).cells.map(cell => cell.exposureDay)).toEqual([-1, 0, 1])
    })

    it('is that of the first exposure of a linked person', async () => {
      const experiment = newExperiment()
      await experiment.expose(['cookie', 0, T0 - DAY], ['ann', 0, T0])

      await experiment.link(['cookie', 'ann'])

      expect((await experiment.read()).cells.map(cell => cell.exposureDay - DAY_0)).toEqual([-1])
    })
  })

  describe('a pair of outcomes', () => {
    const paired = {
      metrics: [
        { name: 'clicks', outcome: 'sum' },
        { name: 'views', outcome: 'sum' },
      ],
      pairedWith: 1,
    } as const

    it('is crossed over everybody, with or without events of either', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0], ['c', 0], ['d', 0])
      await experiment.convert(['a', 'clicks', 2], ['a', 'views', 4], ['b', 'views', 2], ['c', 'clicks', 1])

      const { cells } = await experiment.read(paired)

      const everybody = { n: 4, means: [0.75, 1.5], products: [2.75, 3.5, 3.5, 11] }
      expectClose(
        cells.map(cell => cell.paired),
        [everybody],
      )
    })

    it('is 0 in an arm without events, and where no event has the name', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 1])
      await experiment.convert(['a', 'clicks', 2])

      const { cells } = await experiment.read(paired)

      expect(cells.map(cell => cell.paired)).toEqual([
        { n: 1, means: [2, 0], products: [0, 0, 0, 0] },
        { n: 1, means: [0, 0], products: [0, 0, 0, 0] },
      ])
    })

    it('follows links, exclusions and the attribution window', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0, T0], ['bob', 0, T0], ['out', 0, T0])
      await experiment.link(['cookie', 'ann'])
      await experiment.exclude('out')
      await experiment.convert(
        ...(['ann', 'cookie', 'out'] as const).map(user => [user, 'clicks', 1, null, T0] as const),
        ['bob', 'views', 3, null, T0],
        ['bob', 'views', 9, null, T0 + 2 * DAY],
      )

      const { cells } = await experiment.read({ ...paired, attributionWindowDays: 1 })

      expect(cells.map(cell => cell.paired)).toEqual([{ n: 2, means: [1, 1.5], products: [2, -3, -3, 4.5] }])
    })

    it('is crossed with the covariates too', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0])
      await experiment.convert(['a', 'clicks', 2], ['b', 'views', 4])
      await experiment.measure(['a', 'age', 1], ['b', 'age', 3])

      const { cells } = await experiment.read(paired)

      expect(cells[0]!.crossed).toEqual({ n: 2, means: [1, 2, 2], products: [2, -4, -2, -4, 8, 4, -2, 4, 2] })
    })

    it('is null where it was not asked for', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])

      expect((await experiment.read()).cells[0]!.paired).toBeNull()
    })
  })

  describe('clusters of persons', () => {
    const clustered = { metrics: [{ name: 'buy', outcome: 'sum' }], readsClusters: true } as const

    it('are summed by arm: persons and outcome', async () => {
      const experiment = newExperiment()
      await exposeIn(experiment, ['a', 0, 'x'], ['b', 0, 'x'], ['c', 0, 'y'], ['d', 1, 'z'])
      await experiment.convert(['a', 'buy', 1], ['b', 'buy', 2], ['d', 'buy', 5])

      const { clusters } = await experiment.read(clustered)

      expect(clusters).toEqual([
        { arm: 0, moments: { n: 2, means: [1.5, 1.5], products: [0.5, 1.5, 1.5, 4.5] }, personsWithoutCluster: 0 },
        { arm: 1, moments: { n: 1, means: [1, 5], products: [0, 0, 0, 0] }, personsWithoutCluster: 0 },
      ])
    })

    it('count a person without one as a cluster, and one that spans arms in each', async () => {
      const experiment = newExperiment()
      await exposeIn(experiment, ['a', 0, 'x'], ['b', 1, 'x'], ['c', 1, null], ['d', 1, null])

      const { clusters } = await experiment.read(clustered)

      expect(clusters.map(({ moments, personsWithoutCluster }) => [moments.n, personsWithoutCluster])).toEqual([
        [1, 0],
        [3, 2],
      ])
    })

    it('have the outcomes of every metric', async () => {
      const experiment = newExperiment()
      await exposeIn(experiment, ['a', 0, 'x'], ['b', 0, 'x'], ['c', 0, 'y'])
      await experiment.convert(['a', 'buy', 1], ['a', 'visit', 3], ['b', 'visit', 1], ['c', 'visit', 2])

      const metrics = [clustered.metrics[0], { name: 'visit', outcome: 'sum' }] as const
      const { clusters } = await experiment.read({ metrics, readsClusters: true })

      expect(clusters.map(({ moments }) => moments)).toEqual([
        { n: 2, means: [1.5, 0.5, 3], products: [0.5, 0.5, 1, 0.5, 0.5, 1, 1, 1, 2] },
      ])
    })

    it('are those of the exposure that decides, for a linked person', async () => {
      const experiment = newExperiment()
      await exposeIn(experiment, ['ann', 0, 'x', T0], ['cookie', 0, 'y', T0 - 1], ['bob', 0, 'y', T0])

      await experiment.link(['cookie', 'ann'])

      const { clusters } = await experiment.read(clustered)
      expect(clusters).toMatchObject([{ moments: { n: 1, means: [2, 0] } }])
    })

    it('are not read where they were not asked for', async () => {
      const experiment = newExperiment()
      await exposeIn(experiment, ['a', 0, 'x'])

      expect((await experiment.read()).clusters).toEqual([])
    })
  })

  describe('histograms', () => {
    it('count the persons of each outcome, nobody left out', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0], ['c', 0], ['d', 1], ['held', -1])
      await experiment.convert(['a', 'buy', 2], ['b', 'buy', 1], ['b', 'buy', 1], ['d', 'buy', -3], ['held', 'buy', 9])

      const { histograms } = await experiment.read({
        metrics: [{ name: 'buy', outcome: 'sum' }],
        readsHistograms: true,
      })

      expect(histograms).toEqual([
        { arm: 0, values: [0, 2], counts: [1, 2] },
        { arm: 1, values: [-3], counts: [1] },
      ])
    })

    it('take -0 for 0', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0])
      await experiment.convert(['a', 'buy', -0])

      const { histograms } = await experiment.read({
        metrics: [{ name: 'buy', outcome: 'sum' }],
        readsHistograms: true,
      })

      expect(histograms).toEqual([{ arm: 0, values: [0], counts: [2] }])
    })
  })

  describe('quarters of a covariate', () => {
    const sizes = (cells: readonly ReadoutCell[]) => cells.map(cell => [cell.quarter, cell.metrics[0]!.outcome.n])

    it('hold a quarter of the persons each, and nobody who has no value', async () => {
      const experiment = newExperiment()
      const users = Array.from({ length: 8 }, (_, at) => `user-${at}`)
      await experiment.expose(...users.map(user => [user, 0] as const), ['none', 0])
      await experiment.measure(...users.map((user, at) => [user, 'age', at * 10] as const))

      const { cells, quarters } = await experiment.read({ quarteredBy: 'age' })

      expect(quarters).toEqual([
        { least: 0, greatest: 10 },
        { least: 20, greatest: 30 },
        { least: 40, greatest: 50 },
        { least: 60, greatest: 70 },
      ])
      expect(sizes(cells)).toEqual([[null, 1], ...[0, 1, 2, 3].map(quarter => [quarter, 2])])
    })

    it('are fewer where values are equal', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0], ['b', 0], ['c', 0], ['d', 1], ['e', 1])
      await experiment.measure(['a', 'n', 0], ['b', 'n', 0], ['c', 'n', 0], ['d', 'n', 0], ['e', 'n', 5])

      const { quarters } = await experiment.read({ quarteredBy: 'n' })

      expect(quarters).toEqual([
        { least: 0, greatest: 0 },
        { least: 5, greatest: 5 },
      ])
    })

    it('are not there for a covariate that nobody has, or that is not read', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0])
      await experiment.measure(['a', 'age', 1])

      const unknown = await experiment.read({ quarteredBy: 'size' })
      const unread = await experiment.read({ quarteredBy: 'age', maxCovariates: 0 })

      expect([unknown.quarters, unread.quarters]).toEqual([[], []])
      expect(unread.cells.map(cell => cell.quarter)).toEqual([null])
    })
  })
}

type ClusteredRow = readonly [userId: string, arm: number, clusterId: string | null, occurredAt?: number]

function exposeIn(experiment: Experiment, ...rows: readonly ClusteredRow[]) {
  const items = rows.map(([userId, arm, clusterId, occurredAt = null]) => ({ userId, arm, clusterId, occurredAt }))
  return experiment.append({ kind: 'exposures', items })
}
