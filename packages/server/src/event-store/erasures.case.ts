import { describe, expect, it } from 'vitest'
import { digestOfId } from './digest-of-id.ts'
import { type Engine, type Experiment, experimentOf } from './event-store.case.ts'
import type { Erasure } from './event-store.ts'

/** What every engine must do with the digests of persons who were erased: give them back, and take them. */
export function describeErasures(newExperiment: () => Experiment, createEngine: () => Engine): void {
  describe('digests of erased persons', () => {
    it('come back with the rows, one for each id, and no id with them', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0], ['bob', 1])
      await experiment.link(['cookie', 'ann'])
      await experiment.erase('ann')

      const rows = await erasuresOf(experiment)

      const digests = rows.map(row => row.digest)
      expect(digests.sort()).toEqual([digestOfId('ann'), digestOfId('cookie')].sort())
      expect(rows.every(row => Object.keys(row).join() === 'digest')).toBe(true)
    })

    it('are none after a purge', async () => {
      const experiment = newExperiment()
      await experiment.expose(['ann', 0])
      await experiment.purge({ exposuresBefore: Number.MAX_SAFE_INTEGER, conversionsBefore: null })

      expect(await erasuresOf(experiment)).toEqual([])
    })

    it('that come with a copy keep those persons away, and nobody else', async () => {
      const experiment = newExperiment()

      const taken = await experiment.append(erasuresBatch('ann', 'cookie', 'ann'))
      const again = await experiment.append(erasuresBatch('cookie'))
      const counts = [
        await experiment.expose(['ann', 0], ['bob', 0]),
        await experiment.convert(['cookie', 'buy', 1, 'k'], ['bob', 'buy', 1, 'k']),
        await experiment.measure(['ann', 'age', 1]),
        await experiment.correctStrata(['ann', 'north']),
        await experiment.link(['device', 'ann'], ['cookie', 'bob']),
        await experiment.exclude('ann'),
      ]

      expect([taken, again]).toMatchObject([
        { recorded: 2, deduplicated: 1 },
        { recorded: 0, deduplicated: 1 },
      ])
      expect(counts.map(({ recorded, deduplicated }) => [recorded, deduplicated])).toEqual([
        ...[
          [1, 1],
          [1, 1],
          [0, 1],
          [0, 1],
        ],
        ...[
          [0, 2],
          [0, 1],
        ],
      ])
      expect(await experiment.person('ann')).toBeNull()
      expect((await erasuresOf(experiment)).map(({ digest }) => digest).sort()).toEqual(
        [digestOfId('ann'), digestOfId('cookie')].sort(),
      )
    })

    it('hold for what is sent at the same time and later', async () => {
      const experiment = newExperiment()

      const [, beside] = await Promise.all([
        experiment.append(erasuresBatch('ann')),
        experiment.expose(['ann', 0], ['bob', 0]),
      ])

      expect(beside).toMatchObject({ recorded: 1, deduplicated: 1 })
    })

    it('of a batch that can not be read to its end are forgotten', async () => {
      const experiment = newExperiment()
      const broken = {
        get digest(): never {
          throw new RangeError('unreadable')
        },
      }
      const items = [{ digest: digestOfId('ann') }, broken]

      await expect(experiment.append({ kind: 'erasures', items })).rejects.toThrow('unreadable')

      expect(await experiment.expose(['ann', 0])).toMatchObject({ recorded: 1 })
    })

    it('that came with a copy are there when the store is closed and opened', async () => {
      const engine = createEngine()
      const before = await engine.open()
      await experimentOf(before, 'x').append(erasuresBatch('ann'))
      await experimentOf(before, 'x').expose(['bob', 0])
      await before.close()

      const after = await engine.open()
      const found = experimentOf(after, 'x')

      expect(await found.expose(['ann', 0], ['cid', 0])).toMatchObject({ recorded: 1, deduplicated: 1 })
      expect(await erasuresOf(found)).toEqual([{ digest: digestOfId('ann') }])
      await after.close()
    })

    it('go with the experiment', async () => {
      const experiment = newExperiment()
      await experiment.append(erasuresBatch('ann'))
      await experiment.delete()

      expect(await experiment.expose(['ann', 0])).toMatchObject({ recorded: 1 })
    })
  })
}

function erasuresBatch(...ids: readonly string[]) {
  return { kind: 'erasures', items: ids.map(id => ({ digest: digestOfId(id) })) } as const
}

async function erasuresOf(experiment: Experiment): Promise<Erasure[]> {
  const rows: Erasure[] = []
  for await (const page of experiment.rows()) if (page.kind === 'erasures') rows.push(...page.rows)
  return rows
}
