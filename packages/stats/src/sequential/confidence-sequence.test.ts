import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import type { ConfidenceSequenceInput } from './confidence-sequence.ts'
import { confidenceSequence } from './confidence-sequence.ts'
import { mixtureSprt } from './mixture-sprt.ts'

const GOOD: ConfidenceSequenceInput = {
  effect: 0.3,
  standardError: 0.1,
  n: 6000,
  alpha: 0.05,
  tightestAt: 5000,
  side: 'both',
}

const inputs = fc.record({
  effect: fc.double({ min: -5, max: 5, noNaN: true }),
  standardError: fc.double({ min: 1e-3, max: 3, noNaN: true }),
  n: fc.integer({ min: 2, max: 1_000_000_000 }),
  alpha: fc.double({ min: 1e-9, max: 0.49, noNaN: true }),
  tightestAt: fc.integer({ min: 10, max: 1_000_000 }),
})

describe('asymptotic confidence sequence', () => {
  it('is the normal mixture test whose mixture variance is m times the variance', () => {
    const { n, alpha, tightestAt, effect, standardError } = GOOD
    const m = (n / tightestAt) * (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha)))
    const variance = standardError ** 2

    const sequence = answered(confidenceSequence(GOOD))
    const sprt = answered(mixtureSprt({ effect, variance, mixtureVariance: m * variance, alpha }))

    expect(relativeError(sequence.lower, sprt.lower)).toBeLessThan(1e-12)
    expect(relativeError(sequence.pValue, sprt.pValue)).toBeLessThan(1e-12)
  })

  it.each(['both', 'lower', 'upper'] as const)('leaves 0 out exactly when p is below alpha: %s', side => {
    fc.assert(
      fc.property(inputs, input => {
        const test = answered(confidenceSequence({ ...input, side }))
        fc.pre(Math.abs(test.pValueLog10 - Math.log10(input.alpha)) > 1e-9)

        expect(test.lower > 0 || test.upper < 0).toBe(test.pValue < input.alpha)
      }),
      { seed: 81, numRuns: 300 },
    )
  })

  it('turns with the sign of the effect and keeps its p under a change of unit', () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (input, unit) => {
        const scaled = { ...input, effect: unit * input.effect, standardError: unit * input.standardError }

        const plain = answered(confidenceSequence({ ...input, side: 'lower' }))
        const turned = answered(confidenceSequence({ ...input, effect: -input.effect, side: 'upper' }))
        const inUnits = answered(confidenceSequence({ ...scaled, side: 'lower' }))

        expect(turned.upper).toBe(-plain.lower)
        expect(turned.pValue).toBe(plain.pValue)
        expect(inUnits.pValueLog10).toBeCloseTo(plain.pValueLog10, 6)
      }),
      { seed: 82, numRuns: 200 },
    )
  })

  it('is tightest near the n it is told', () => {
    const radiusInErrors = (n: number) => {
      const { upper } = answered(confidenceSequence({ ...GOOD, n }))
      return (upper - GOOD.effect) / GOOD.standardError
    }

    const [early, there, late] = [50, 5000, 500_000].map(radiusInErrors)

    expect(there!).toBeLessThan(early!)
    expect(there!).toBeLessThan(late!)
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const two = answered(confidenceSequence({ ...GOOD, effect: 100 }))
    const one = answered(confidenceSequence({ ...GOOD, effect: 100, side: 'lower' }))

    expect([two.pValue, one.pValue]).toEqual([0, 0])
    expect(two.pValueLog10).toBeLessThan(-100_000)
    expect(Number.isFinite(one.pValueLog10)).toBe(true)
  })

  it('says why there is no answer', () => {
    const reasons = [
      { standardError: 0 },
      { standardError: -1 },
      { n: 0 },
      { tightestAt: 0 },
      { alpha: 1 },
      { alpha: 0.5, side: 'lower' as const },
      { effect: Number.NaN },
    ]
      .map(change => confidenceSequence({ ...GOOD, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['zero_variance', ...new Array(5).fill('out_of_range'), 'not_finite'])
  })
})
