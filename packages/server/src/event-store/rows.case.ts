import { describe, expect, it } from 'vitest'
import { type Engine, type Experiment, experimentOf } from './event-store.case.ts'
import { type EventRowsPage, RowsRemovedError } from './event-store.ts'

const T0 = 1_700_000_000_000

/** What every engine must give back of what it has stored. */
export function describeRows(newExperiment: () => Experiment): void {
  describe('rows', () => {
    it('come back by kind, in the order of arrival, with both times', async () => {
      const experiment = newExperiment()
      await experiment.exposeAt(T0, ['bob', 1, T0 - 7], ['ann', 0])
      await experiment.exposeAt(T0 + 1, ['held', -1], ['bob', 0])
      await experiment.convertAt(T0 + 2, ['ann', 'buy', -0.1, 'key', T0 - 1], ['zoë', 'visits', 1e-7])

      const rows = await rowsOf(experiment)

      expect(rows.exposures).toEqual([
        { userId: 'bob', arm: 1, occurredAt: T0 - 7, receivedAt: T0, clusterId: null },
        { userId: 'ann', arm: 0, occurredAt: null, receivedAt: T0, clusterId: null },
        { userId: 'held', arm: -1, occurredAt: null, receivedAt: T0 + 1, clusterId: null },
      ])
      expect(rows.conversions).toEqual(
        [
          ...[{ userId: 'ann', metric: 'buy', value: -0.1, idempotencyKey: 'key', occurredAt: T0 - 1 }],
          ...[{ userId: 'zoë', metric: 'visits', value: 1e-7, idempotencyKey: null, occurredAt: null }],
        ].map(row => ({ ...row, receivedAt: T0 + 2 })),
      )
      expect(Object.keys(rows)).toEqual(['conversions', 'exposures'])
    })

    it('tell clusters, links, conflicts and corrections', async () => {
      const experiment = newExperiment()
      const shop = { userId: 'ann', arm: 1, occurredAt: null, clusterId: 'shop 7' }
      await experiment.append({ kind: 'exposures', items: [shop] })
      await experiment.link(['cookie', 'ann'])
      await experiment.link(['cookie', 'bob'])
      await experiment.measure(['ann', 'spent', 3])
      await experiment.correctMeasures(['ann', 'spent', 4], ['bob', 'spent', 5])
      await experiment.correctStrata(['ann', 'DE'])

      const rows = await rowsOf(experiment)

      expect(rows.exposures).toEqual([{ ...shop, receivedAt: T0 }])
      expect(rows.identities).toEqual([{ anonymousId: 'cookie', canonicalId: 'ann' }])
      expect(rows.identity_conflicts).toEqual([{ anonymousId: 'cookie' }])
      const values = rows.pre_period!.map(row => Object.values(row).join())
      const measured = ['ann,spent,3,false', 'ann,spent,4,true', 'bob,spent,5,false', 'bob,spent,5,true']
      expect([...values].sort()).toEqual(measured)
      expect(rows.strata).toEqual([
        { userId: 'ann', stratum: 'DE', isCorrection: false },
        { userId: 'ann', stratum: 'DE', isCorrection: true },
      ])
    })

    it('tell the exclusions that stand, not those that were lifted', async () => {
      const experiment = newExperiment()
      await experiment.exclude('ann', 'bob', 'cid')
      await experiment.liftExclusion('ann', 'bob')
      await experiment.append({ kind: 'exclusions', items: [{ userId: 'ann', reason: 'staff' }] })

      const { exclusions } = await rowsOf(experiment)

      expect(exclusions).toEqual([
        { userId: 'cid', reason: 'manual' },
        { userId: 'ann', reason: 'staff' },
      ])
    })

    it('are those of the moment at which the first page was asked for', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1])
      await experiment.convert(['ann', 'buy', 1])
      const pages = experiment.rows()[Symbol.asyncIterator]()
      const first = await pages.next()
      await experiment.expose(['bob', 1])

      const second = await pages.next()

      expect(first.value.rows).toHaveLength(1)
      expect(second.value.rows.map(({ userId }: { userId: string }) => userId)).toEqual(['ann'])
      expect((await pages.next()).done).toBe(true)
    })

    it('come in several pages where there are many, each row once', async () => {
      const experiment = newExperiment()
      const items = Array.from({ length: 45_001 }, (_, user) => ({ userId: `user-${user}`, arm: 0, occurredAt: null }))
      await experiment.append({ kind: 'exposures', items })

      const { exposures } = await rowsOf(experiment)

      expect(exposures!.map(({ userId }) => userId)).toEqual(items.map(({ userId }) => userId))
    })

    it('are each there once where corrections lie behind the first writes of their batch', async () => {
      const experiment = newExperiment()
      const users = Array.from({ length: 24_000 }, (_, user) => `user-${user}`)
      await experiment.correctStrata(...users.map(user => [user, 'DE'] as const))

      const { strata } = await rowsOf(experiment)

      const corrections = strata!.filter(row => row.isCorrection).map(({ userId }) => userId)
      expect(corrections).toEqual(users)
      expect(strata).toHaveLength(2 * users.length)
    })

    it('of erased persons are gone', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 1], ['bob', 0])
      await experiment.convert(['ann', 'buy', 1])
      await experiment.erase('ann')

      expect(await rowsOf(experiment)).toMatchObject({ exposures: [{ userId: 'bob' }] })
    })

    it('of an experiment that stores nothing are none', async () => {
      expect(await rowsOf(newExperiment())).toEqual({})
    })
  })
}

/** Of engines that read page by page: an erasure in between ends the export. */
export function describeRemovedRows(createEngine: () => Engine): void {
  it.each(['erase', 'delete'] as const)('rows that go (%s) while they are read end the export', async how => {
    const store = await createEngine().open()
    const experiment = experimentOf(store, 'removed')
    await experiment.expose(['ann', 1], ['bob', 0])
    await experiment.convert(['ann', 'buy', 1])
    const pages = experiment.rows()[Symbol.asyncIterator]()
    await pages.next()
    await experiment[how]('ann')

    await expect(pages.next()).rejects.toBeInstanceOf(RowsRemovedError)
    await store.close()
  })
}

type Rows = { readonly [K in EventRowsPage as K['kind']]?: K['rows'] }

async function rowsOf(experiment: Experiment): Promise<Rows> {
  const rows: Record<string, object[]> = {}
  for await (const page of experiment.rows()) rows[page.kind] = [...(rows[page.kind] ?? []), ...page.rows]
  return rows as Rows
}
