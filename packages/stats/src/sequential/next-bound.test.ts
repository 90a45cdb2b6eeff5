import { describe, expect, it } from 'vitest'
import { boundsOf } from './boundary-family.ts'
import { exitProbabilitiesAt } from './exit-probabilities-at.ts'
import { nextBound } from './next-bound.ts'
import { alphaSpent } from './spending-function.ts'

const TIMES = [0.25, 0.5, 0.75, 1]

describe('the bound of the next look', () => {
  it.each(['obrien_fleming', 'pocock', 'lan_demets_pocock'] as const)(
    'is the planned one where all goes as planned: %s',
    kind => {
      const plan = boundsOf({ times: TIMES, alpha: 0.05, sides: 2, family: { kind } })

      const found = TIMES.map((time, i) => {
        const taken = TIMES.slice(0, i).map((at, k) => ({ time: at, z: plan.z[k]! }))
        return nextBound({ taken, time, spendBy: plan.spent[i]!, sides: 2 })
      })

      found.forEach((z, i) => {
        expect(z).toBeCloseTo(plan.z[i]!, 8)
      })
    },
  )

  it('keeps the whole alpha when looks come late, are left out, or run over', () => {
    const spending = { kind: 'obrien_fleming' } as const
    const real = [0.31, 0.82, 1.13]
    const taken: { time: number; z: number }[] = []
    for (const time of real) {
      const spendBy = time >= 1 ? 0.05 : 2 * alphaSpent(spending, time, 0.025)
      taken.push({ time, z: nextBound({ taken, time, spendBy, sides: 2 }) })
    }

    const exits = exitProbabilitiesAt({
      times: real,
      upper: taken.map(({ z }) => z),
      lower: taken.map(({ z }) => -z),
      drift: 0,
    })

    expect(1 - exits.inside).toBeCloseTo(0.05, 9)
  })

  it('is out of reach where nothing is left to spend', () => {
    const z = nextBound({ taken: [{ time: 0.5, z: 1.9599639845 }], time: 1, spendBy: 0.05, sides: 2 })

    expect(z).toBeGreaterThan(4)
  })

  it('refuses times that do not rise', () => {
    expect(() => nextBound({ taken: [{ time: 0.5, z: 2 }], time: 0.5, spendBy: 0.05, sides: 2 })).toThrow(RangeError)
  })
})
