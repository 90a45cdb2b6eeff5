import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { binomialLogProbability } from '../distributions/binomial.ts'
import { mixedSampleRatioTest, sequentialSampleRatioTest } from './sequential-srm.ts'

describe('sequential sample ratio test', () => {
  it('weighs one person by the prior: even odds stay even', () => {
    const { logEValue, pValue } = answered(sequentialSampleRatioTest([1, 0], [1, 1]))

    expect(Math.abs(logEValue)).toBeLessThan(1e-12)
    expect(pValue).toBeCloseTo(1, 12)
  })

  it('has mean 1 under the planned split, over every table of ten persons', () => {
    const shares = [0.7, 0.2, 0.1]
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
    let mean = 0
    for (let a = 0; a <= 10; a += 1) {
      for (let b = 0; a + b <= 10; b += 1) {
        const counts = [a, b, 10 - a - b]
        const chance = counts.reduce((p, n, i) => (p * shares[i]! ** n) / factorial(n), factorial(10))
        mean += chance * Math.exp(answered(sequentialSampleRatioTest(counts, shares, 5)).logEValue)
      }
    }

    expect(mean).toBeCloseTo(1, 12)
  })

  it('is blind to the scale of the weights and to the order of the arms', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 50 })

    fc.assert(
      fc.property(counts, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (observed, scale) => {
        const weights = observed.map((_, i) => i + 1)
        const scaledWeights = weights.map(weight => weight * scale)

        const plain = answered(sequentialSampleRatioTest(observed, weights)).logEValue
        const scaled = answered(sequentialSampleRatioTest(observed, scaledWeights)).logEValue
        const turned = answered(sequentialSampleRatioTest(observed.toReversed(), weights.toReversed())).logEValue

        expect(Math.abs(scaled - plain)).toBeLessThan(1e-9 * (1 + Math.abs(plain)))
        expect(Math.abs(turned - plain)).toBeLessThan(1e-9 * (1 + Math.abs(plain)))
      }),
      { seed: 83, numRuns: 100 },
    )
  })

  it('finds a small lasting mismatch, and keeps the logarithm of a p-value that underflows', () => {
    const fair = answered(sequentialSampleRatioTest([500_000, 500_100], [1, 1]))
    const unfair = answered(sequentialSampleRatioTest([500_000, 507_000], [1, 1]))
    const gross = answered(sequentialSampleRatioTest([1e6, 2e6], [1, 1]))

    expect(fair.pValue).toBe(1)
    expect(unfair.pValue).toBeLessThan(1e-6)
    expect(gross.pValue).toBe(0)
    expect(relativeError(gross.pValueLog10, -gross.logEValue / Math.LN10)).toBeLessThan(1e-15)
  })

  it('doubts nothing while nobody has come', () => {
    const { pValue } = answered(sequentialSampleRatioTest([0, 0], [1, 3]))

    expect(pValue).toBe(1)
  })

  it('has mean 1 as a mixture too, over every table of ten persons', () => {
    let mean = 0
    for (let first = 0; first <= 10; first += 1) {
      const share = Math.exp(binomialLogProbability(first, 10, 0.3))
      mean += share * Math.exp(answered(mixedSampleRatioTest([first, 10 - first], [3, 7])).logEValue)
    }

    expect(mean).toBeCloseTo(1, 12)
  })

  it('finds a broken split early as a mixture, where one large concentration waits', () => {
    const [mixed, single] = [mixedSampleRatioTest, sequentialSampleRatioTest].map(test =>
      answered(test([1000, 700], [1, 1])),
    )

    expect(mixed!.pValue).toBeLessThan(1e-6)
    expect(single!.pValue).toBeGreaterThan(1e-3)
  })

  it('says why there is no answer', () => {
    const reasons = [
      sequentialSampleRatioTest([10], [1]),
      sequentialSampleRatioTest([1, 2], [1]),
      sequentialSampleRatioTest([1, 2], [1, 0]),
      sequentialSampleRatioTest([1, -2], [1, 1]),
      sequentialSampleRatioTest([1, 2], [1, 1], 0),
      sequentialSampleRatioTest([1, Number.NaN], [1, 1]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['no_degrees_of_freedom', ...new Array(4).fill('out_of_range'), 'not_finite'])
  })
})
