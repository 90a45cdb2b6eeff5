import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import oracle from '../../fixtures/mixture-sprt.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { mixtureSprt } from './mixture-sprt.ts'

const TOLERANCE = 1e-12

describe('mixture sequential test', () => {
  it.each(oracle.cases)('has the half-width of V = $V, tau^2 = $tau at $alpha', ({ V, tau, alpha, half_width }) => {
    const test = answered(mixtureSprt({ effect: 0, variance: V, mixtureVariance: tau, alpha }))

    expect(relativeError(test.upper, half_width)).toBeLessThan(TOLERANCE)
    expect(test.lower).toBe(-test.upper)
  })

  it.each(oracle.p_values)(
    'has the p-value of effect $delta with V = $V, tau^2 = $tau',
    ({ delta, V, tau, likelihood_ratio, p }) => {
      const test = answered(mixtureSprt({ effect: delta, variance: V, mixtureVariance: tau, alpha: 0.05 }))

      const condition = Math.max(1, Math.abs(Math.log(likelihood_ratio)))
      expect(relativeError(Math.exp(test.logLikelihoodRatio), likelihood_ratio)).toBeLessThan(TOLERANCE * condition)
      expect(relativeError(test.pValue, p)).toBeLessThan(TOLERANCE * condition)
    },
  )

  it('gives the values printed for an effect of 0.01', () => {
    const test = answered(mixtureSprt({ effect: 0.01, variance: 2e-5, mixtureVariance: 2.5e-5, alpha: 0.05 }))

    const printed = [test.pValue, test.lower, test.upper].map(x => x.toFixed(6))

    expect(printed).toEqual(['0.374028', '-0.005649', '0.025649'])
  })

  it('leaves 0 out of the sequence exactly when p is below alpha', () => {
    const positive = fc.double({ min: 1e-9, max: 1, noNaN: true })

    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        positive,
        positive,
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (effect, variance, mixtureVariance, alpha) => {
          const test = answered(mixtureSprt({ effect, variance, mixtureVariance, alpha }))
          fc.pre(Math.abs(Math.log(test.pValue / alpha)) > 1e-9)

          const excludesZero = test.lower > 0 || test.upper < 0

          expect(excludesZero).toBe(test.pValue < alpha)
        },
      ),
      { seed: 51, numRuns: 500 },
    )
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const test = answered(mixtureSprt({ effect: 1, variance: 1e-4, mixtureVariance: 1e-2, alpha: 0.05 }))

    expect(test.pValue).toBe(0)
    expect(relativeError(test.pValueLog10, -test.logLikelihoodRatio / Math.LN10)).toBeLessThan(1e-15)
  })

  it('says why there is no answer', () => {
    const good = { effect: 0.1, variance: 1, mixtureVariance: 1, alpha: 0.05 }

    const reasons = [{ variance: 0 }, { variance: -1 }, { mixtureVariance: 0 }, { alpha: 1 }, { effect: Number.NaN }]
      .map(change => mixtureSprt({ ...good, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['zero_variance', 'out_of_range', 'out_of_range', 'out_of_range', 'not_finite'])
  })
})
