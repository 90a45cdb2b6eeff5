import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/exact-counts.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { fisherTest } from './fisher.ts'
import type { Proportion } from './proportion.ts'

const TOLERANCE = 1e-11

const proportion = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]): Proportion => ({ n, successes: Math.round(n * share) }))

describe("Fisher's exact test", () => {
  it.each(exact.fisher)(
    'matches integer sums for $control.successes/$control.n against $treatment.successes/$treatment.n',
    oracle => {
      const test = answered(fisherTest(oracle.control, oracle.treatment, oracle.alpha))

      expect(relativeError(test.pValueLog10, oracle.pValueLog10)).toBeLessThan(TOLERANCE)
      expect(relativeError(test.pValue, oracle.pValue ?? test.pValue)).toBeLessThan(TOLERANCE)
      expect(relativeError(test.oddsRatioLower, oracle.oddsRatioLower ?? test.oddsRatioLower)).toBeLessThan(TOLERANCE)
      expect(relativeError(test.oddsRatioUpper, oracle.oddsRatioUpper ?? test.oddsRatioUpper)).toBeLessThan(TOLERANCE)
    },
  )

  it('gives the values printed for 3/20 against 11/22, with the odds of the treatment over those of the control', () => {
    const test = answered(fisherTest({ successes: 3, n: 20 }, { successes: 11, n: 22 }, 0.05))

    const printed = [test.effect, test.lower, test.upper].map(x => (100 * x).toFixed(4))
    const inverted = [test.oddsRatio, test.oddsRatioUpper, test.oddsRatioLower].map(x => (1 / x).toFixed(4))

    expect(printed).toEqual(['35.0000', '6.4623', '56.6092'])
    expect(inverted).toEqual(['0.1765', '0.0344', '0.7819'])
    expect([test.pValue.toFixed(6), test.power.toFixed(3)]).toEqual(['0.023209', '0.748'])
  })

  it('leaves the odds ratio open where a cell is empty', () => {
    const none = answered(fisherTest({ successes: 5, n: 10 }, { successes: 0, n: 12 }, 0.05))
    const all = answered(fisherTest({ successes: 5, n: 10 }, { successes: 12, n: 12 }, 0.05))

    expect([none.oddsRatio, none.oddsRatioLower]).toEqual([0, 0])
    expect([all.oddsRatio, all.oddsRatioUpper]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect(all.oddsRatioLower).toBeGreaterThan(1)
  })

  it('says why there is no answer', () => {
    const reasons = [
      fisherTest({ successes: 0, n: 10 }, { successes: 0, n: 10 }, 0.05),
      fisherTest({ successes: 10, n: 10 }, { successes: 9, n: 9 }, 0.05),
      fisherTest({ successes: 1.5, n: 10 }, { successes: 1, n: 10 }, 0.05),
      fisherTest({ successes: 0, n: 0 }, { successes: 1, n: 10 }, 0.05),
      fisherTest({ successes: Number.NaN, n: 10 }, { successes: 1, n: 10 }, 0.05),
      fisherTest({ successes: 1, n: 10 }, { successes: 2, n: 10 }, 1),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'zero_variance',
      'zero_variance',
      'out_of_range',
      'too_few_persons',
      'not_finite',
      'out_of_range',
    ])
  })

  it('is symmetric under swapping the arms, and its interval holds the sample odds ratio', () => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const forth = fisherTest(control, treatment, 0.05)
        const back = fisherTest(treatment, control, 0.05)

        expect(back.ok).toBe(forth.ok)
        if (!forth.ok || !back.ok) return
        expect(relativeError(back.value.pValue, forth.value.pValue)).toBeLessThan(1e-10)
        expect(relativeError(1 / back.value.oddsRatioLower, forth.value.oddsRatioUpper)).toBeLessThan(1e-10)
        expect(forth.value.oddsRatioLower).toBeLessThanOrEqual(forth.value.oddsRatio)
        expect(forth.value.oddsRatioUpper).toBeGreaterThanOrEqual(forth.value.oddsRatio)
        expect(forth.value.pValue).toBeLessThanOrEqual(1)
      }),
      { seed: 24, numRuns: 200 },
    )
  })

  it('is exact for half a million persons', () => {
    const test = answered(fisherTest({ successes: 10_000, n: 250_000 }, { successes: 10_800, n: 250_000 }, 0.05))

    expect(test.pValueLog10).toBeGreaterThan(-8)
    expect(test.pValueLog10).toBeLessThan(-7)
    expect(test.oddsRatioLower).toBeGreaterThan(1)
  })
})
