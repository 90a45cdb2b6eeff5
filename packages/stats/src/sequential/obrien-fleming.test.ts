import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/obrien-fleming.json' with { type: 'json' }
import rpact from '../../fixtures/obrien-fleming-rpact.json' with { type: 'json' }
import { relativeError } from '../../testing/relative-error.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import { obrienFlemingBounds, obrienFlemingInflation } from './obrien-fleming.ts'

/** Both integrate recursively; the oracle's roots stand to 1e-13. */
const TOLERANCE = 1e-11

describe("O'Brien-Fleming bounds", () => {
  it.each(exact.cases)(
    'match an independent integration for $looks looks at $alpha',
    ({ looks, alpha, finalZ, spent }) => {
      const bounds = obrienFlemingBounds({ looks, alpha })

      expect(relativeError(bounds.finalZ, finalZ)).toBeLessThan(TOLERANCE)
      expect(bounds.spent).toHaveLength(looks)
      spent.forEach((probability, i) => {
        expect(relativeError(bounds.spent[i]!, probability)).toBeLessThan(1e-9)
      })
    },
  )

  // rpact's designs are one-sided at alpha / 2: the other bound changes z by less than 1e-4.
  it.each(rpact.designs)("agree with rpact's one-sided $looks looks at $alpha_one_sided", design => {
    const bounds = obrienFlemingBounds({ looks: design.looks, alpha: 2 * design.alpha_one_sided })
    const inflation = obrienFlemingInflation({ looks: design.looks, alpha: 2 * design.alpha_one_sided, power: 0.8 })

    design.critical_z.forEach((z, i) => {
      if (z !== null) expect(relativeError(bounds.z[i]!, z)).toBeLessThan(1e-4)
    })
    expect(relativeError(inflation, design.inflation_factor_power80)).toBeLessThan(1e-4)
  })

  it.each([
    [0.05, 2, '1.9774'],
    [0.05, 3, '2.0040'],
    [0.05, 5, '2.0401'],
    [0.05, 10, '2.0865'],
    [0.05, 20, '2.1257'],
    [0.025, 2, '2.2505'],
    [0.025, 5, '2.3034'],
    [0.1, 5, '1.7509'],
    [0.01, 3, '2.5949'],
    [0.01, 20, '2.6951'],
  ])('print the final z of alpha %d and %d looks', (alpha, looks, finalZ) => {
    const bounds = obrienFlemingBounds({ looks, alpha })

    expect(bounds.finalZ.toFixed(4)).toBe(finalZ)
  })

  it('print the four looks of a design at 0.05', () => {
    const bounds = obrienFlemingBounds({ looks: 4, alpha: 0.05 })

    expect(bounds.z.map(z => z.toFixed(4))).toEqual(['4.0486', '2.8628', '2.3375', '2.0243'])
    expect(bounds.spent.map(p => p.toFixed(6))).toEqual(['0.000052', '0.004221', '0.020912', '0.050000'])
  })

  it('are the fixed test for one look', () => {
    const bounds = obrienFlemingBounds({ looks: 1, alpha: 0.05 })

    expect(bounds.finalZ).toBe(normalUpperQuantile(0.025))
    expect(bounds.spent[0]).toBeCloseTo(0.05, 15)
    expect(obrienFlemingInflation({ looks: 1, alpha: 0.05, power: 0.8 })).toBe(1)
  })

  it('find a hundred looks, and levels far from usual', () => {
    const many = obrienFlemingBounds({ looks: 100, alpha: 0.05 })
    const strict = obrienFlemingBounds({ looks: 5, alpha: 1e-12 })
    const loose = obrienFlemingBounds({ looks: 5, alpha: 0.9 })

    const spent = [many, strict, loose].map(bounds => bounds.spent.at(-1)!)

    expect(relativeError(spent[0]!, 0.05)).toBeLessThan(1e-12)
    expect(relativeError(spent[1]!, 1e-12)).toBeLessThan(1e-10)
    expect(relativeError(spent[2]!, 0.9)).toBeLessThan(1e-12)
  })

  it('refuse designs that cannot be', () => {
    expect(() => obrienFlemingBounds({ looks: 0, alpha: 0.05 })).toThrow(RangeError)
    expect(() => obrienFlemingBounds({ looks: 2.5, alpha: 0.05 })).toThrow(RangeError)
    expect(() => obrienFlemingBounds({ looks: 2, alpha: 1 })).toThrow(RangeError)
    expect(() => obrienFlemingInflation({ looks: 2, alpha: 0.05, power: 0.02 })).toThrow(RangeError)
  })
})

describe("O'Brien-Fleming inflation", () => {
  it.each(exact.cases)(
    'matches an independent integration for $looks looks at $alpha, power $power',
    ({ looks, alpha, power, inflation }) => {
      const found = obrienFlemingInflation({ looks, alpha, power })

      expect(relativeError(found, inflation)).toBeLessThan(TOLERANCE)
    },
  )

  it('prints the factors of 0.05 and 0.8', () => {
    const factors = [2, 3, 4, 5, 6, 10].map(looks => obrienFlemingInflation({ looks, alpha: 0.05, power: 0.8 }))

    expect(factors.map(x => x.toFixed(4))).toEqual(['1.0078', '1.0174', '1.0238', '1.0284', '1.0318', '1.0399'])
    expect(obrienFlemingInflation({ looks: 5, alpha: 0.01, power: 0.8 }).toFixed(4)).toBe('1.0145')
  })
})
