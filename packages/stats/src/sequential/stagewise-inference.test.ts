import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { normalLogSurvival, normalSurvival, normalUpperQuantile } from '../distributions/normal.ts'
import { spendingBounds } from './spending-bounds.ts'
import type { StoppedTest } from './stagewise-inference.ts'
import { stagewiseInference } from './stagewise-inference.ts'

const TIMES = [0.15, 0.4, 0.5, 0.85, 1]
const { z: UPPER } = spendingBounds({ times: TIMES, alpha: 0.05, sides: 2, spending: { kind: 'pocock' } })
const LOWER = UPPER.map(z => -z)

function stopAt(look: number, z: number, alpha = 0.05): StoppedTest {
  return { times: TIMES.slice(0, look), lower: LOWER, upper: UPPER, z, alpha }
}

describe('stagewise inference', () => {
  it('is the plain z test after one look', () => {
    const { pValue, estimate, lower, upper } = answered(stagewiseInference(stopAt(1, 2.2)))

    const scale = Math.sqrt(0.15)
    expect(relativeError(pValue, 2 * normalSurvival(2.2))).toBeLessThan(1e-14)
    expect(relativeError(estimate, 2.2 / scale)).toBeLessThan(1e-12)
    expect(relativeError(lower, (2.2 - normalUpperQuantile(0.025)) / scale)).toBeLessThan(1e-12)
    expect(relativeError(upper, (2.2 + normalUpperQuantile(0.025)) / scale)).toBeLessThan(1e-12)
  })

  it('finds p = alpha for a test that ends just on its last bound', () => {
    const { pValue } = answered(stagewiseInference(stopAt(5, UPPER[4]!)))

    expect(relativeError(pValue, 0.05)).toBeLessThan(1e-9)
  })

  it('has p below the level exactly where the limits leave 0 out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.constantFrom(1e-6, 0.05, 0.5),
        (look, z, alpha) => {
          const { pValue, lower, upper, estimate } = answered(stagewiseInference(stopAt(look, z, alpha)))
          fc.pre(Math.abs(pValue / alpha - 1) > 1e-8)

          expect(lower > 0 || upper < 0).toBe(pValue < alpha)
          expect(lower).toBeLessThan(estimate)
          expect(estimate).toBeLessThan(upper)
        },
      ),
      { seed: 74, numRuns: 60 },
    )
  })

  it('turns with the sign of z, and rises with z', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.double({ min: -5, max: 5, noNaN: true }), (look, z) => {
        const plain = answered(stagewiseInference(stopAt(look, z)))
        const turned = answered(stagewiseInference(stopAt(look, -z)))
        const more = answered(stagewiseInference(stopAt(look, z + 0.1)))

        expect(relativeError(turned.pValue, plain.pValue)).toBeLessThan(1e-9)
        expect(turned.upper).toBeCloseTo(-plain.lower, 9)
        expect(turned.estimate).toBeCloseTo(-plain.estimate, 9)
        expect(more.upperPValue).toBeLessThan(plain.upperPValue)
        expect(more.estimate).toBeGreaterThan(plain.estimate)
      }),
      { seed: 75, numRuns: 40 },
    )
  })

  it('pulls the estimate in after an early end', () => {
    const early = answered(stagewiseInference(stopAt(2, 2.6)))

    expect(early.estimate).toBeLessThan(2.6 / Math.sqrt(0.4))
    expect(early.estimate).toBeGreaterThan(0)
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const open = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const stop = { times: [0.5, 1], lower: [open[0]!], upper: [open[1]!], z: 45, alpha: 0.05 }

    const { pValue, pValueLog10 } = answered(stagewiseInference(stop))

    expect(pValue).toBe(0)
    expect(relativeError(pValueLog10, (normalLogSurvival(45) + Math.LN2) / Math.LN10)).toBeLessThan(1e-12)
  })

  it('says why there is no answer', () => {
    const good = stopAt(2, 1)

    const reasons = [
      { z: Number.NaN },
      { z: 1e9 },
      { times: [] },
      { times: [0.5, 0.5] },
      { alpha: 0 },
      { lower: [3] },
      { upper: [] },
    ]
      .map(change => stagewiseInference({ ...good, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['not_finite', ...new Array(6).fill('out_of_range')])
  })
})
