import { describe, expect, it } from 'vitest'
import type { Experiment } from './event-store.case.ts'
import type { Timeline } from './event-store.ts'

const T0 = 1_700_000_000_000
const DAY = 86_400_000
const DAY_0 = Math.floor(T0 / DAY)

/** How every engine must tell what happened day by day. */
export function describeTimeline(newExperiment: () => Experiment): void {
  describe('a timeline', () => {
    it('has each arm as it stood at the end of each day', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0], ['b', 0, T0 + DAY], ['c', 1, T0])
      await experiment.convert(['a', 'buy', 2, null, T0], ['a', 'buy', 4, null, T0 + 2 * DAY])

      const timeline = await experiment.timeline()

      expect(shown(timeline)).toEqual([
        [0, 0, 1, [2], [0]],
        [0, 1, 1, [0], [0]],
        [1, 0, 2, [1], [2]],
        [2, 0, 2, [3], [18]],
      ])
      expect(timeline.dataVersion).toBe(await experiment.version())
    })

    it('counts a conversion once, on the day of the first event above 0', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0], ['b', 0, T0])
      await experiment.convert(
        ['a', 'buy', 0, null, T0],
        ['a', 'buy', 3, null, T0 + DAY],
        ['a', 'buy', 3, null, T0 + 2 * DAY],
      )

      const timeline = await experiment.timeline({ metrics: [{ name: 'buy', outcome: 'converted' }] })

      expect(shown(timeline)).toEqual([
        [0, 0, 2, [0], [0]],
        [1, 0, 2, [0.5], [0.5]],
        [2, 0, 2, [0.5], [0.5]],
      ])
    })

    it('pairs two metrics', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0], ['b', 0, T0])
      await experiment.convert(['a', 'clicks', 1, null, T0], ['b', 'views', 2, null, T0 + DAY])
      const metrics = [
        { name: 'clicks', outcome: 'sum' },
        { name: 'views', outcome: 'sum' },
      ] as const

      expect(shown(await experiment.timeline({ metrics }))).toEqual([
        [0, 0, 2, [0.5, 0], [0.5, 0, 0, 0]],
        [1, 0, 2, [0.5, 1], [0.5, -1, -1, 2]],
      ])
    })

    it('takes an event without client time by its receipt, and never before the exposure', async () => {
      const experiment = newExperiment()
      await experiment.convertAt(T0 - 3 * DAY, ['a', 'buy', 1])
      await experiment.expose(['a', 0, T0])
      await experiment.convertAt(T0 + 2 * DAY, ['a', 'buy', 1])

      expect(shown(await experiment.timeline())).toEqual([
        [0, 0, 1, [1], [0]],
        [2, 0, 1, [2], [0]],
      ])
    })

    it('leaves out what the read-out leaves out', async () => {
      const experiment = newExperiment()
      await experiment.expose(['a', 0, T0], ['out', 0, T0], ['held', -1, T0], ['far', 5, T0])
      await experiment.exclude('out')
      await experiment.convert(
        ['a', 'buy', 1, null, T0 - 1],
        ['a', 'buy', 1, null, T0 + 5 * DAY],
        ['out', 'buy', 1, null, T0 + DAY],
        ['held', 'buy', 1, null, T0 + DAY],
      )

      expect(shown(await experiment.timeline({ attributionWindowDays: 2 }))).toEqual([[0, 0, 1, [0], [0]]])
    })

    it('ends as the read-out is, for linked persons too', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0, T0], ['cookie', 0, T0 - DAY], ['bob', 0, T0])
      await experiment.convert(['ann', 'buy', 1, null, T0], ['cookie', 'buy', 2, null, T0 + DAY])
      await experiment.link(['cookie', 'ann'])

      const { days } = await experiment.timeline()
      const { cells } = await experiment.read({ metrics: [{ name: 'buy', outcome: 'sum' }] })

      expect(days.at(-1)!.moments).toEqual({ n: 2, means: [1.5], products: [4.5] })
      expect(cells.map(cell => cell.metrics[0]!.outcome.mean)).toEqual([3, 0])
    })

    it('of nothing is empty', async () => {
      expect(await newExperiment().timeline()).toEqual({ dataVersion: '0', days: [] })
    })
  })
}

/** [day, arm, n, means, products] of each entry. */
function shown({ days }: Timeline) {
  return days.map(({ day, arm, moments: { n, means, products } }) => [day - DAY_0, arm, n, means, products])
}
