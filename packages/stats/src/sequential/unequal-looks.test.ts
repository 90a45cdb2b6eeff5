import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/sequential-bounds.json' with { type: 'json' }
import rpact from '../../fixtures/sequential-rpact.json' with { type: 'json' }
import { relativeError } from '../../testing/relative-error.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import { obrienFlemingBounds, obrienFlemingInflation } from './obrien-fleming.ts'
import { sequentialInflation } from './sequential-inflation.ts'
import { spendingBounds } from './spending-bounds.ts'
import type { SpendingFunction } from './spending-function.ts'
import { alphaSpent } from './spending-function.ts'
import { crossings, pocockBounds, wangTsiatisBounds } from './wang-tsiatis.ts'

/** Both integrate recursively, with rules of their own. */
const TOLERANCE = 1e-10

/** rpact 3.3.4 integrates by fixed rules that lose digits with the number of looks, and in its far bounds. */
const rpactTolerance = (looks: number) => (looks < 12 ? 2e-6 : 3e-4)

const SPENDING: readonly SpendingFunction[] = [
  { kind: 'obrien_fleming' },
  { kind: 'pocock' },
  { kind: 'kim_demets', rho: 2 },
  { kind: 'hwang_shih_decani', gamma: -4 },
  { kind: 'hwang_shih_decani', gamma: 0 },
]

const times = fc
  .uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 6 })
  .map(twentieths => [...twentieths.toSorted((a, b) => a - b).map(n => n / 20), 1])

function spendingOf(kind: string, parameter: number | null): SpendingFunction {
  if (kind === 'kim_demets' || kind === 'asKD') return { kind: 'kim_demets', rho: parameter! }
  if (kind === 'hwang_shih_decani' || kind === 'asHSD') return { kind: 'hwang_shih_decani', gamma: parameter! }
  return { kind: kind === 'pocock' || kind === 'asP' ? 'pocock' : 'obrien_fleming' }
}

describe('spending bounds', () => {
  it.each(exact.spending)('match an independent integration for $kind $parameter at $times', oracle => {
    const { z } = spendingBounds({ ...oracle, sides: 2, spending: spendingOf(oracle.kind, oracle.parameter) })

    oracle.z.forEach((bound, i) => {
      expect(relativeError(z[i]!, bound)).toBeLessThan(TOLERANCE)
    })
  })

  it.each(exact.oneSidedPocockSpending)('match it one-sided for $looks looks at $alpha', ({ looks, alpha, z }) => {
    const even = Array.from({ length: looks }, (_, i) => (i + 1) / looks)
    const bounds = spendingBounds({ times: even, alpha, sides: 1, spending: { kind: 'pocock' } })

    z.forEach((bound, i) => {
      expect(relativeError(bounds.z[i]!, bound)).toBeLessThan(TOLERANCE)
    })
  })

  it.each(rpact.designs.filter(({ type }) => type.startsWith('as')))(
    'match rpact, one-sided, for $type at $times',
    ({ type, parameter, times, alpha, critical_z, inflation }) => {
      const design = { times, alpha, sides: 1 as const }
      const bounds = spendingBounds({ ...design, spending: spendingOf(type, parameter) })

      critical_z.forEach((bound, i) => {
        if (bound !== null && bound < 5)
          expect(relativeError(bounds.z[i]!, bound)).toBeLessThan(rpactTolerance(times.length))
      })
      expect(relativeError(sequentialInflation({ ...design, power: 0.8 }, bounds), inflation)).toBeLessThan(
        rpactTolerance(times.length),
      )
    },
  )

  it('spend what the function says, at any looks, and never change when a later look moves', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(...SPENDING), fc.constantFrom(0.05, 0.001), (looks, spending, alpha) => {
        const bounds = spendingBounds({ times: looks, alpha, sides: 2, spending })
        const moved = spendingBounds({ times: [...looks.slice(0, -1), 0.97], alpha, sides: 2, spending })

        looks.forEach((time, i) => {
          const aim = 2 * alphaSpent(spending, time, alpha / 2)
          expect(Math.abs(bounds.spent[i]! - aim)).toBeLessThan(1e-11 * alpha + 1e-300)
          if (i < looks.length - 1 && Number.isFinite(bounds.z[i]!)) {
            expect(relativeError(moved.z[i]!, bounds.z[i]!)).toBeLessThan(1e-9)
          }
        })
      }),
      { seed: 61, numRuns: 60 },
    )
  })

  it('cannot be crossed where nothing can be spent, and are the fixed test for one look', () => {
    const early = spendingBounds({
      times: [0.0005, 1],
      alpha: 0.05,
      sides: 2,
      spending: { kind: 'obrien_fleming' },
    })
    const one = spendingBounds({ times: [1], alpha: 0.05, sides: 2, spending: { kind: 'pocock' } })

    expect([early.z[0], early.spent[0]]).toEqual([Number.POSITIVE_INFINITY, 0])
    expect(relativeError(early.z[1]!, normalUpperQuantile(0.025))).toBeLessThan(1e-11)
    expect(one.z).toEqual([normalUpperQuantile(0.025)])
  })

  it('are found for many looks, and for looks that lie close together', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => (i + 1) / 100)
    const many = spendingBounds({ times: hundred, alpha: 0.05, sides: 2, spending: { kind: 'pocock' } })
    const close = spendingBounds({
      times: [0.5, 0.5005, 1],
      alpha: 0.05,
      sides: 1,
      spending: { kind: 'kim_demets', rho: 1 },
    })

    expect(relativeError(many.spent.at(-1)!, 0.05)).toBeLessThan(1e-11)
    expect(relativeError(close.spent.at(-1)!, 0.05)).toBeLessThan(1e-10)
  })

  it('refuse designs that cannot be', () => {
    const spending = { kind: 'pocock' } as const

    expect(() => spendingBounds({ times: [], alpha: 0.05, sides: 2, spending })).toThrow(RangeError)
    expect(() => spendingBounds({ times: [0.5, 0.5], alpha: 0.05, sides: 2, spending })).toThrow(RangeError)
    expect(() => spendingBounds({ times: [0.5, 1.1], alpha: 0.05, sides: 2, spending })).toThrow(RangeError)
    expect(() => spendingBounds({ times: [0.5, 1], alpha: 0, sides: 2, spending })).toThrow(RangeError)
    expect(() => alphaSpent({ kind: 'kim_demets', rho: 0 }, 0.5, 0.05)).toThrow(RangeError)
    expect(() => alphaSpent({ kind: 'hwang_shih_decani', gamma: Number.NaN }, 0.5, 0.05)).toThrow(RangeError)
    expect(() => alphaSpent(spending, 0.5, 1)).toThrow(RangeError)
  })
})

describe('Wang-Tsiatis and Pocock bounds', () => {
  it.each(exact.wangTsiatis)('match an independent integration for shape $shape at $times', oracle => {
    const { z, spent } = wangTsiatisBounds({ ...oracle, sides: 2 })

    expect(relativeError(spent.at(-1)!, oracle.alpha)).toBeLessThan(TOLERANCE)
    oracle.z.forEach((bound, i) => {
      expect(relativeError(z[i]!, bound)).toBeLessThan(TOLERANCE)
    })
  })

  it.each(exact.oneSided)('match it one-sided for shape $shape and $looks looks', ({ shape, looks, alpha, z }) => {
    const even = Array.from({ length: looks }, (_, i) => (i + 1) / looks)
    const bounds = wangTsiatisBounds({ times: even, alpha, sides: 1, shape })

    z.forEach((bound, i) => {
      expect(relativeError(bounds.z[i]!, bound)).toBeLessThan(TOLERANCE)
    })
  })

  it.each(rpact.designs.filter(({ type }) => !type.startsWith('as')))(
    'match rpact, one-sided, for $type $parameter at $times',
    ({ type, parameter, times, alpha, critical_z, inflation }) => {
      const design = { times, alpha, sides: 1 as const }
      const bounds = wangTsiatisBounds({ ...design, shape: type === 'WT' ? parameter! : type === 'P' ? 0.5 : 0 })

      critical_z.forEach((bound, i) => {
        if (bound !== null) expect(relativeError(bounds.z[i]!, bound)).toBeLessThan(rpactTolerance(times.length))
      })
      expect(relativeError(sequentialInflation({ ...design, power: 0.8 }, bounds), inflation)).toBeLessThan(
        rpactTolerance(times.length),
      )
    },
  )

  it("are O'Brien and Fleming's at equal looks for shape 0, inflation too", () => {
    const equal = [0.2, 0.4, 0.6, 0.8, 1]
    const design = { times: equal, alpha: 0.05, sides: 2 as const }
    const bounds = wangTsiatisBounds({ ...design, shape: 0 })
    const known = obrienFlemingBounds({ looks: 5, alpha: 0.05 })

    known.z.forEach((z, i) => {
      expect(relativeError(bounds.z[i]!, z)).toBeLessThan(1e-11)
    })
    expect(
      relativeError(
        sequentialInflation({ ...design, power: 0.9 }, bounds),
        obrienFlemingInflation({ looks: 5, alpha: 0.05, power: 0.9 }),
      ),
    ).toBeLessThan(1e-10)
  })

  it('give the known price of peeking', () => {
    // Armitage, McPherson & Rowe 1969, by rpact: |z| > 1.96 at 2, 3 and 4 equal looks.
    const error = (looks: number) =>
      crossings({
        times: Array.from({ length: looks }, (_, i) => (i + 1) / looks),
        z: new Array(looks).fill(normalUpperQuantile(0.025)),
        sides: 2,
      }).at(-1)!

    expect(relativeError(error(2), 0.0831178033545)).toBeLessThan(1e-10)
    expect(relativeError(error(3), 0.107256362838)).toBeLessThan(2e-6)
    expect(relativeError(error(4), 0.126168845)).toBeLessThan(2e-6)
  })

  it('keep one z at every look for Pocock, and spend alpha whatever the looks', () => {
    fc.assert(
      fc.property(
        times,
        fc.constantFrom(0.05, 0.01),
        fc.constantFrom(1 as const, 2 as const),
        (looks, alpha, sides) => {
          const { z, spent } = pocockBounds({ times: looks, alpha, sides })

          expect(new Set(z).size).toBe(1)
          expect(relativeError(spent.at(-1)!, alpha)).toBeLessThan(1e-10)
          expect(z[0]!).toBeGreaterThanOrEqual(normalUpperQuantile(alpha / sides) * (1 - 1e-15))
        },
      ),
      { seed: 62, numRuns: 40 },
    )
  })

  it('refuse an inflation that cannot be', () => {
    const design = { times: [0.5, 1], alpha: 0.05, sides: 2 as const }
    const bounds = pocockBounds(design)

    expect(() => sequentialInflation({ ...design, power: 0.02 }, bounds)).toThrow(RangeError)
    expect(() => sequentialInflation({ ...design, times: [0.5, 0.9], power: 0.8 }, bounds)).toThrow(RangeError)
    expect(sequentialInflation({ ...design, times: [1], power: 0.8 }, { z: [1.96] })).toBe(1)
  })
})
