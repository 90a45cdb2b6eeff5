import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import classic from '../fixtures/r-classic-tests.json' with { type: 'json' }
import published from '../fixtures/srm-published.json' with { type: 'json' }
import { answered } from '../testing/answered.ts'
import { relativeError } from '../testing/relative-error.ts'
import { sampleRatioTest } from './srm.ts'

/** SciPy's and R's p-values carry their own few units in the last places. */
const TOLERANCE = 1e-11

describe('sample ratio test', () => {
  it.each(published.cases)('matches the published case $observed', ({ observed, expected_ratio, computed }) => {
    const test = answered(sampleRatioTest(observed, expected_ratio))

    expect(relativeError(test.chiSquare, computed.chi2)).toBeLessThan(1e-12)
    expect(relativeError(test.pValue, computed.p)).toBeLessThan(TOLERANCE)
    expect(test.degreesOfFreedom).toBe(computed.df)
  })

  it.each(classic.srm)('matches chisq.test for $observed', ({ observed, expected_share, chi_square, p }) => {
    const test = answered(sampleRatioTest(observed, expected_share))

    expect(relativeError(test.chiSquare, chi_square)).toBeLessThan(1e-12)
    expect(relativeError(test.pValue, p)).toBeLessThan(TOLERANCE)
  })

  it('gives the values printed for 5000 against 5300', () => {
    const test = answered(sampleRatioTest([5000, 5300], [0.5, 0.5]))

    expect([test.chiSquare.toFixed(4), test.pValue.toFixed(6)]).toEqual(['8.7379', '0.003117'])
    expect(test.expected).toEqual([5150, 5150])
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const test = answered(sampleRatioTest([1e6, 2e6], [1, 1]))

    expect(test.pValue).toBe(0)
    expect(test.pValueLog10).toBeCloseTo(-72_385.6, 0)
  })

  it('is blind to the scale of the weights and to the order of the arms', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 5 })

    fc.assert(
      fc.property(counts, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (observed, scale) => {
        fc.pre(observed.some(n => n > 0))
        const weights = observed.map((_, i) => i + 1)

        const plain = answered(sampleRatioTest(observed, weights))
        const scaled = answered(
          sampleRatioTest(
            observed,
            weights.map(w => w * scale),
          ),
        )
        const turned = answered(sampleRatioTest(observed.toReversed(), weights.toReversed()))

        expect(Math.abs(scaled.chiSquare - plain.chiSquare)).toBeLessThan(1e-9 * (1 + plain.chiSquare))
        expect(Math.abs(turned.chiSquare - plain.chiSquare)).toBeLessThan(1e-9 * (1 + plain.chiSquare))
      }),
      { seed: 41, numRuns: 200 },
    )
  })

  it('says why there is no answer', () => {
    const reasons = [
      sampleRatioTest([0, 0], [1, 1]),
      sampleRatioTest([10], [1]),
      sampleRatioTest([1, 2], [1]),
      sampleRatioTest([1, 2], [1, 0]),
      sampleRatioTest([1, -2], [1, 1]),
      sampleRatioTest([1, Number.POSITIVE_INFINITY], [1, 1]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'zero_total',
      'no_degrees_of_freedom',
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'not_finite',
    ])
  })
})
