import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import designs from '../../fixtures/group-sequential-design.json' with { type: 'json' }
import peer from '../../fixtures/group-sequential-rpact.json' with { type: 'json' }
import { relativeError } from '../../testing/relative-error.ts'
import { rpactDisagrees } from '../../testing/suites/sequential-suites.ts'
import { normalSurvival, normalUpperQuantile } from '../distributions/normal.ts'
import type { BoundaryFamily } from './boundary-family.ts'
import { boundaryFamily, boundsOf } from './boundary-family.ts'
import { designCharacteristics } from './design-characteristics.ts'
import { futilityBounds } from './futility-bounds.ts'
import type { GroupSequentialInput } from './group-sequential-design.ts'
import { groupSequentialDesign } from './group-sequential-design.ts'
import { haybittlePetoBounds } from './haybittle-peto.ts'
import { crossings } from './wang-tsiatis.ts'

const even = (looks: number) => Array.from({ length: looks }, (_, i) => (i + 1) / looks)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const FAMILIES: readonly BoundaryFamily[] = [
  { kind: 'obrien_fleming' },
  { kind: 'pocock' },
  { kind: 'wang_tsiatis', delta: 0.3 },
  { kind: 'lan_demets_obrien_fleming' },
  { kind: 'lan_demets_pocock' },
  { kind: 'kim_demets', rho: 2 },
  { kind: 'hwang_shih_decani', gamma: -4 },
]

const PLAN: GroupSequentialInput = {
  family: { kind: 'obrien_fleming' },
  times: even(5),
  alpha: 0.05,
  sides: 2,
  power: 0.8,
  futility: null,
}

const plans: fc.Arbitrary<GroupSequentialInput> = fc.record({
  family: fc.constantFrom(...FAMILIES),
  times: fc
    .uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 6 })
    .map(twentieths => [...twentieths.toSorted((a, b) => a - b).map(n => n / 20), 1]),
  alpha: fc.constantFrom(1e-6, 0.01, 0.05, 0.3),
  sides: fc.constantFrom(1 as const, 2 as const),
  power: fc.constantFrom(0.5, 0.8, 0.99, 0.999999),
  futility: fc.constant(null),
})

describe('group-sequential design', () => {
  it.each([
    [2, 1.0078],
    [3, 1.0174],
    [4, 1.0238],
    [5, 1.0284],
    [6, 1.0318],
    [10, 1.0399],
  ])("has O'Brien and Fleming's known inflation for %i looks", (looks, inflation) => {
    const design = groupSequentialDesign({ ...PLAN, times: even(looks) })

    expect(design.inflation.toFixed(4)).toBe(inflation.toFixed(4))
  })

  it("has Jennison and Turnbull's sizes for Pocock bounds", () => {
    const four = groupSequentialDesign({ ...PLAN, family: { kind: 'pocock' }, times: even(4) })
    const at = (multiple: number) => designCharacteristics(four, multiple * four.drift).expectedInformation

    const percent = [0, 0.5, 1, 1.5].map(multiple => (100 * four.inflation * at(multiple)).toFixed(1))

    expect((100 * four.inflation).toFixed(1)).toBe('120.2')
    expect(percent).toEqual(['117.5', '108.8', '80.5', '52.2'])
  })

  it.each([
    [0.1, 9, 0.9, 1.048, 2.113],
    [0.25, 6, 0.8, 1.077, 2.154],
    [0.4, 7, 0.8, 1.159, 2.313],
  ])("has Wang and Tsiatis' published inflation for delta %d", (delta, looks, power, inflation, last) => {
    const design = groupSequentialDesign({
      ...PLAN,
      family: { kind: 'wang_tsiatis', delta },
      times: even(looks),
      power,
    })

    expect(design.inflation.toFixed(3)).toBe(inflation.toFixed(3))
    expect(design.z.at(-1)!.toFixed(3)).toBe(last.toFixed(3))
  })

  it('differs from rpact only where an independent integration does too, and says by how much', () => {
    const off = designs.peer.flatMap(({ kind, times, rpact, z }) =>
      rpact.z.flatMap((theirs, i) =>
        theirs !== null && rpactDisagrees(theirs, z[i]!) ? [{ kind, times, theirs, z: z[i]! }] : [],
      ),
    )

    expect(peer.designs).toHaveLength(designs.peer.length)
    expect(off.every(({ times }) => times.length >= 5)).toBe(true)
    expect(Math.max(...off.map(row => relativeError(row.theirs, row.z)))).toBeLessThan(3e-4)
  })

  it('is the fixed test for one look', () => {
    const design = groupSequentialDesign({
      ...PLAN,
      times: [1],
      futility: { family: { kind: 'lan_demets_pocock' }, beta: 0.2 },
    })

    expect(design.z).toEqual([normalUpperQuantile(0.025)])
    expect(design.inflation).toBeCloseTo(1, 13)
    expect(design.futility).toBeNull()
  })

  it('spends alpha, keeps the power, and gives every path one end', () => {
    fc.assert(
      fc.property(plans, plan => {
        const design = groupSequentialDesign(plan)
        const { upper, lower, futile } = design.underEffect

        expect(relativeError(design.spent.at(-1)!, plan.alpha)).toBeLessThan(1e-10)
        expect(relativeError(sum(lower) + sum(futile), 1 - plan.power)).toBeLessThan(1e-9)
        expect(sum(upper) + sum(lower) + sum(futile)).toBeCloseTo(1, 12)
        expect(design.inflation).toBeGreaterThan(1 - 1e-9)
        expect(design.underNull.expectedInformation).toBeLessThanOrEqual(1 + 1e-12)
      }),
      { seed: 71, numRuns: 40 },
    )
  })

  it('keeps its size whether futility is obeyed or not, and its power when it is', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(0.2, 0.9, 1), (plan, share) => {
        const futility = { family: { kind: 'hwang_shih_decani', gamma: -2 } as const, beta: share * (1 - plan.power) }
        const without = groupSequentialDesign(plan)

        const design = groupSequentialDesign({ ...plan, futility })

        const { upper, lower } = design.underNull
        expect(design.z).toEqual(without.z)
        expect(sum(upper) + sum(lower)).toBeLessThanOrEqual(plan.alpha * (1 + 1e-9))
        expect(1 - sum(design.underEffect.upper)).toBeCloseTo(1 - plan.power, 9)
        expect(design.drift).toBeGreaterThanOrEqual(without.drift * (1 - 1e-9))
        expect(design.underNull.expectedInformation).toBeLessThanOrEqual(without.underNull.expectedInformation + 1e-9)
      }),
      { seed: 72, numRuns: 25 },
    )
  })

  it('spends beta on futility as planned, and ends at the efficacy bound', () => {
    const futility = { family: { kind: 'kim_demets', rho: 1 } as const, beta: 0.1 }
    const design = groupSequentialDesign({ ...PLAN, sides: 1, power: 0.9, futility })

    const missed = design.underEffect.futile.map((_, i) => sum(design.underEffect.futile.slice(0, i + 1)))

    expect(design.futility!.at(-1)).toBe(design.z.at(-1))
    missed.forEach((share, i) => {
      expect(relativeError(share, (0.1 * (i + 1)) / 5)).toBeLessThan(1e-9)
    })
  })

  it('stops for futility at once where beta asks for more than the bounds leave', () => {
    const bounds = futilityBounds(
      { times: [0.2, 0.9, 1], z: [2.5, 2.5, 2.5], futility: { family: { kind: 'lan_demets_pocock' }, beta: 0.5 } },
      5,
    )

    expect(bounds.slice(1)).toEqual([2.5, 2.5])
    expect(bounds[0]!).toBeLessThan(2.5)
  })

  it('mirrors the drift in its two rejections', () => {
    const design = groupSequentialDesign(PLAN)

    const up = designCharacteristics(design, 1.3)
    const down = designCharacteristics(design, -1.3)

    up.upper.forEach((share, i) => {
      expect(relativeError(down.lower[i]!, share)).toBeLessThan(1e-9)
    })
    expect(down.expectedInformation).toBeCloseTo(up.expectedInformation, 12)
  })

  it('answers for an alpha above one half and for one of 1e-100', () => {
    const loose = groupSequentialDesign({ ...PLAN, sides: 1, alpha: 0.95, power: 0.99 })
    const strict = groupSequentialDesign({ ...PLAN, alpha: 1e-100 })

    expect(relativeError(loose.spent.at(-1)!, 0.95)).toBeLessThan(1e-12)
    expect(loose.z.at(-1)!).toBeLessThan(0)
    expect(relativeError(strict.spent.at(-1)!, 1e-100)).toBeLessThan(1e-10)
    expect(sum(strict.underEffect.upper)).toBeCloseTo(0.8, 12)
  })

  it('refuses what cannot be', () => {
    const pocock = { kind: 'lan_demets_pocock' } as const
    const wrong: Partial<GroupSequentialInput>[] = [
      { times: [] },
      { times: [0.5, 0.4] },
      { alpha: 0 },
      { alpha: 1 },
      { power: 0.02 },
      { power: 1 },
      { futility: { family: pocock, beta: 0.21 } },
      { futility: { family: pocock, beta: 0 } },
      { family: { kind: 'wang_tsiatis', delta: Number.NaN } },
    ]

    for (const change of wrong) expect(() => groupSequentialDesign({ ...PLAN, ...change })).toThrow(RangeError)
  })
})

describe('families of bounds', () => {
  it('are known by name and parameter', () => {
    const families = FAMILIES.map(family => {
      const [parameter = null] = Object.values(family).filter(value => typeof value === 'number')
      return boundaryFamily(family.kind, parameter)
    })

    expect(families).toEqual(FAMILIES)
  })

  it('refuse a parameter that is missing or out of range', () => {
    expect(() => boundaryFamily('kim_demets', null)).toThrow(RangeError)
    expect(() => boundaryFamily('kim_demets', 0)).toThrow(RangeError)
    expect(() => boundaryFamily('hwang_shih_decani', Number.NaN)).toThrow(RangeError)
    expect(() => boundaryFamily('haybittle_peto', -3)).toThrow(RangeError)
  })

  it('never raise a bound when alpha rises', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FAMILIES), fc.double({ min: 1e-5, max: 0.2, noNaN: true }), (family, alpha) => {
        const design = { times: [0.3, 0.6, 1], sides: 2 as const, family }

        const strict = boundsOf({ ...design, alpha })
        const loose = boundsOf({ ...design, alpha: 1.1 * alpha })

        strict.z.forEach((z, i) => {
          expect(loose.z[i]!).toBeLessThanOrEqual(z)
        })
      }),
      { seed: 73, numRuns: 40 },
    )
  })
})

describe('Haybittle-Peto bounds', () => {
  it('hold one z until the last look, which brings the whole to alpha', () => {
    const { z, spent } = haybittlePetoBounds({ times: even(4), alpha: 0.05, sides: 2, interimZ: 3 })

    expect(z.slice(0, 3)).toEqual([3, 3, 3])
    expect(relativeError(spent.at(-1)!, 0.05)).toBeLessThan(1e-12)
    expect(relativeError(spent[0]!, 2 * normalSurvival(3))).toBeLessThan(1e-14)
    expect(relativeError(crossings({ times: even(4), z, sides: 2 }).at(-1)!, 0.05)).toBeLessThan(1e-12)
  })

  it('are the fixed test for one look, and refuse early looks that spend everything', () => {
    const one = haybittlePetoBounds({ times: [1], alpha: 0.05, sides: 1, interimZ: 3 })

    expect(one).toEqual({ z: [normalUpperQuantile(0.05)], spent: [0.05] })
    expect(() => haybittlePetoBounds({ times: even(3), alpha: 0.01, sides: 2, interimZ: 2 })).toThrow(RangeError)
  })
})
