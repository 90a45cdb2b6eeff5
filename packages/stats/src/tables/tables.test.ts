import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/exact-counts.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { chiSquareTest, gTest } from './contingency.ts'
import { mcnemarTest } from './mcnemar.ts'

describe('tests of a table', () => {
  it.each(exact.tables)('match SciPy for $table', oracle => {
    const chi = answered(chiSquareTest(oracle.table))
    const g = answered(gTest(oracle.table))

    expect([chi.degreesOfFreedom, g.degreesOfFreedom]).toEqual([oracle.degreesOfFreedom, oracle.degreesOfFreedom])
    expect(relativeError(chi.leastExpected, oracle.leastExpected)).toBeLessThan(1e-12)
    expect(relativeError(chi.statistic, oracle.chiSquare.statistic)).toBeLessThan(1e-12)
    expect(relativeError(chi.pValue, oracle.chiSquare.pValue)).toBeLessThan(1e-10)
    expect(relativeError(g.statistic, oracle.g.statistic)).toBeLessThan(1e-10)
    expect(relativeError(g.pValue, oracle.g.pValue)).toBeLessThan(1e-9)
  })

  it('give the values printed for [[30, 20, 10], [15, 25, 30]]', () => {
    const table = [
      [30, 20, 10],
      [15, 25, 30],
    ]
    const tests = [answered(chiSquareTest(table)), answered(gTest(table))]

    const printed = tests.map(test => [test.statistic.toFixed(4), test.pValue.toFixed(6), test.cramersV.toFixed(4)])

    expect(printed).toEqual([
      ['14.8743', '0.000589', '0.3383'],
      ['15.3486', '0.000465', '0.3436'],
    ])
  })

  it('keep the logarithm of a p-value that underflows', () => {
    const test = answered(
      chiSquareTest([
        [100_000, 1],
        [1, 100_000],
      ]),
    )

    expect(test.pValue).toBe(0)
    expect(test.pValueLog10).toBeLessThan(-40_000)
    expect(test.cramersV).toBeCloseTo(1, 3)
  })

  it('say why there is no answer', () => {
    const reasons = [
      chiSquareTest([[1, 2]]),
      chiSquareTest([[1], [2]]),
      chiSquareTest([
        [1, 2],
        [0, 0],
      ]),
      gTest([
        [1, 0],
        [2, 0],
      ]),
      gTest([[1, 2], [3]]),
      gTest([
        [1, -2],
        [3, 4],
      ]),
      gTest([
        [1, Number.NaN],
        [3, 4],
      ]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'no_degrees_of_freedom',
      'no_degrees_of_freedom',
      'zero_total',
      'zero_total',
      'out_of_range',
      'out_of_range',
      'not_finite',
    ])
  })

  it('do not depend on which way the table lies', () => {
    const row = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 3, maxLength: 3 })

    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), table => {
        const turned = table[0]!.map((_, j) => table.map(line => line[j]!))

        for (const test of [chiSquareTest, gTest]) {
          const plain = answered(test(table))
          const other = answered(test(turned))
          expect(Math.abs(plain.statistic - other.statistic)).toBeLessThan(1e-10 * (1 + plain.statistic))
          expect(other.degreesOfFreedom).toBe(plain.degreesOfFreedom)
        }
      }),
      { seed: 26, numRuns: 200 },
    )
  })
})

describe("McNemar's test", () => {
  it.each(exact.mcnemar)('matches the exact binomial for $gained gained and $lost lost', ({ gained, lost, pValue }) => {
    const test = answered(mcnemarTest({ pairs: 40, gained, lost }, 0.05))

    expect(test.method).toBe('exact')
    expect(relativeError(test.pValue, pValue)).toBeLessThan(1e-13)
  })

  it('gives the values printed for 10 gained and 3 lost of 40', () => {
    const test = answered(mcnemarTest({ pairs: 40, gained: 10, lost: 3 }, 0.05))

    expect([test.effect, test.lower, test.upper, test.pValue].map(x => x.toFixed(6))).toEqual([
      '0.175000',
      '0.006861',
      '0.343139',
      '0.092285',
    ])
    expect([test.statistic, test.oddsRatio.toFixed(4)]).toEqual([3, '3.3333'])
  })

  it("is R's mcnemar.test from 25 discordant pairs on", () => {
    const test = answered(mcnemarTest({ pairs: 1600, gained: 150, lost: 86 }, 0.05))

    // R 4.2.2: mcnemar.test(matrix(c(794, 86, 150, 570), 2)).
    expect(test.method).toBe('chi_square')
    expect([test.statistic.toFixed(3), test.pValue.toExponential(3)]).toEqual(['16.818', '4.115e-5'])
  })

  it('says why there is no answer', () => {
    const reasons = [
      mcnemarTest({ pairs: 10, gained: 0, lost: 0 }, 0.05),
      mcnemarTest({ pairs: 10, gained: 6, lost: 5 }, 0.05),
      mcnemarTest({ pairs: 10, gained: 1.5, lost: 5 }, 0.05),
      mcnemarTest({ pairs: Number.NaN, gained: 1, lost: 5 }, 0.05),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['zero_variance', 'out_of_range', 'out_of_range', 'not_finite'])
  })

  it('changes sign when the arms change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }), (gained, lost) => {
        const forth = answered(mcnemarTest({ pairs: 250, gained, lost }, 0.05))
        const back = answered(mcnemarTest({ pairs: 250, gained: lost, lost: gained }, 0.05))

        expect([back.pValue, back.lower + forth.upper]).toEqual([forth.pValue, 0])
      }),
      { seed: 27, numRuns: 100 },
    )
  })
})
